import type { Piece } from '../press-room/pieces.ts'
import type { GroupResult } from './group.ts'
import type { GroupRecord, KnownOutput } from './manifest.ts'
import type { BuiltRelease } from './report.ts'

/** What is kept of a release and its translations when they are made, but for the digest of what they were made with. */
export type Contents = Omit<GroupRecord, 'digest'>

/** Outputs that follow one another in a folder: its path, with the slash, and what is said of each by its name. */
type Shelf = readonly [
  folder: string,
  outputs: (readonly [name: string, format: string, size: number, mtime: number])[],
]

type Row = readonly [
  sources: Contents['sources'],
  turns: Contents['turns'],
  media: Contents['media'],
  outputs: readonly Shelf[],
  releases: readonly (readonly [
    source: number,
    language: string,
    status: BuiltRelease['status'],
    outputs: readonly number[],
  ])[],
  drafts: number,
  diagnostics: Contents['diagnostics'],
]

/**
 * The contents as one line of text, in which no path stands twice: what threads tell each other, and what the manifest says of each
 * release. A press room of 100,000 releases has as many in memory.
 */
export function pack({ sources, turns, media, outputs, releases, drafts, diagnostics }: Contents): string {
  const row: Row = [
    sources,
    turns,
    media,
    shelved(outputs),
    releases.map(({ file, language, status, outputs: own }) => [
      sources.findIndex(([path]) => path === file),
      language,
      status,
      own.map((path) => outputs.findIndex((output) => output.path === path)),
    ]),
    drafts,
    diagnostics,
  ]
  return JSON.stringify(row)
}

/** Outputs by folder, in the order that they have. */
function shelved(outputs: readonly KnownOutput[]): readonly Shelf[] {
  const shelves: Shelf[] = []
  for (const { path, format, size, mtime } of outputs) {
    const cut = path.lastIndexOf('/') + 1
    const folder = path.slice(0, cut)
    const last = shelves.at(-1)
    const shelf: Shelf = last?.[0] === folder ? last : [folder, []]
    shelf[1].push([path.slice(cut), format, size, mtime])
    if (shelf !== last) shelves.push(shelf)
  }
  return shelves
}

/** What was packed. */
export function unpack(line: string): Contents {
  const [sources, turns, media, shelves, built, drafts, diagnostics] = JSON.parse(line) as Row
  const outputs: readonly KnownOutput[] = shelves.flatMap(([folder, rows]) =>
    rows.map(([name, format, size, mtime]) => ({ path: folder + name, format, size, mtime })),
  )
  const releases = built.map(([source, language, status, own]) => ({
    file: sources[source]?.[0] ?? '',
    language,
    status,
    outputs: own.map((at) => outputs[at]?.path ?? ''),
  }))
  return { sources, turns, media, outputs, releases, drafts, diagnostics }
}

/** The outputs alone of what was packed. */
export function* outputsIn(line: string): Generator<readonly [path: string, format: string]> {
  const shelves = (JSON.parse(line) as Row)[3]
  for (const [folder, rows] of shelves) for (const [name, format] of rows) yield [folder + name, format]
}

/** What a thread tells of a release that it has made. */
export interface Told {
  readonly contents: string
  /** The pieces of the press room that it was made from. */
  readonly pieces: readonly Piece[]
  /** Whether each of its outputs was written: `1`, or `0` where it stood there already. */
  readonly written: string
  readonly failed: readonly string[]
  readonly withheld: readonly string[]
  readonly stopped: boolean
}

/** What is kept of what came of a release, packed. */
export const packResult = ({ made, releases, outputs, drafts, diagnostics }: GroupResult): string => {
  // Each by its name: to spread `made` and to add to it takes V8 twenty times as long.
  const { sources, turns, media } = made
  return pack({ sources, turns, media, releases, outputs, drafts, diagnostics })
}

export const tell = (result: GroupResult): Told => ({
  contents: packResult(result),
  pieces: result.made.pieces,
  written: result.outputs.map(({ written }) => (written ? '1' : '0')).join(''),
  failed: result.failed,
  withheld: result.withheld,
  stopped: result.stopped,
})

/** What was told. */
export function heard({ contents, pieces, written, failed, withheld, stopped }: Told): GroupResult {
  const { sources, turns, media, outputs, ...rest } = unpack(contents)
  return {
    failed,
    withheld,
    stopped,
    made: { sources, pieces, turns, media },
    outputs: outputs.map((output, i) => ({ written: written[i] === '1', ...output })),
    ...rest,
  }
}
