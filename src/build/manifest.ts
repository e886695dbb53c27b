import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Day } from '../calendar/day.ts'
import type { Instant } from '../calendar/zone.ts'
import type { Piece } from '../press-room/pieces.ts'
import type { Diagnostic } from '../source/diagnostic.ts'
import { kitBuild } from '../source/kit.ts'
import { digestOf, startDigest, type KnownFile, type Stamp } from '../source/stamp.ts'
import { textOf, type Line } from './line.ts'
import type { Place } from './listed.ts'
import { unpack } from './packed.ts'
import type { BuiltRelease } from './report.ts'
import { writeWhole } from '../source/whole-file.ts'

/** An output as it stood when it was made. */
export interface KnownOutput extends Stamp {
  /** From the output folder. */
  readonly path: string
  readonly format: string
}

/** What the outputs of a release and its translations were made from, and what came of it. */
export interface GroupRecord {
  /** The files with the digests of what was read. */
  readonly sources: readonly (readonly [path: string, digest: string])[]
  /** One digest of the pieces of the press room that they were made from. */
  readonly digest: string
  /** When its files turn public, and whether that had come. */
  readonly turns: readonly (readonly [turn: Instant | Day, come: boolean])[]
  /** The files beside it that it may mean; a missing one has the size -1. */
  readonly media: readonly (readonly [path: string, size: number, mtime: number])[]
  readonly outputs: readonly KnownOutput[]
  readonly releases: readonly BuiltRelease[]
  /** Drafts that were left out. */
  readonly drafts: number
  readonly diagnostics: readonly Diagnostic[]
}

/** The turns that had not come. */
export const yetToCome = (turns: GroupRecord['turns']): (Instant | Day)[] =>
  turns.flatMap(([turn, come]) => (come ? [] : [turn]))

/** What the press room was when the manifest was written. */
export interface RoomRecord {
  readonly files: readonly (readonly [path: string, file: KnownFile])[]
  /** The digests of the pieces that releases were made from. */
  readonly pieces: readonly (readonly [piece: Piece, digest: string])[]
  readonly timeZone: string | undefined
  readonly formats: readonly string[]
  /** What is to be said of press.yaml and templates/. */
  readonly diagnostics: readonly Diagnostic[]
  /** What the rules of mail say of mails made with a layout of the room's own; nothing where it has none. */
  readonly mails?: MailRecord | undefined
}

export interface MailRecord {
  readonly mails: readonly KnownOutput[]
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * What an earlier build knew: enough to tell, from metadata alone, which outputs are still right. It only ever saves work: without
 * it, or with one that is damaged, of another kit, or of other options, everything is made again and compared.
 */
export interface Manifest {
  readonly room: RoomRecord | undefined
  /** The pieces of the press room that releases were made from, by the digest of them all: most are made from the same as others. */
  readonly ingredients: ReadonlyMap<string, readonly Piece[]>
  /** By the paths of the release files. */
  readonly places: ReadonlyMap<string, Place>
  /** By the keys of the groups, as they are written: most of them are only looked at once, and copied to the next manifest. */
  readonly groups: ReadonlyMap<string, Line>
}

const none: Manifest = { room: undefined, ingredients: new Map(), places: new Map(), groups: new Map() }

/** Where the manifest of builds with these options is kept. */
export const manifestFile = (root: string, identity: string): string =>
  join(root, '.pressmark', 'manifests', `${digestOf(identity)}.jsonl`)

/** Dates and names of languages come from Node's own data, so that another Node is another kit. */
const title = (identity: string): string => `pressmark ${JSON.stringify([4, kitBuild, process.versions.icu, identity])}`

/** Reads a manifest; anything but a whole one, of this build of the kit and of these options, counts as none. */
export function readManifest(file: string, identity: string): Manifest {
  try {
    return parse(readFileSync(file), identity)
  } catch {
    return none
  }
}

function parse(bytes: Buffer, identity: string): Manifest {
  const end = bytes.lastIndexOf('\n', -2) + 1
  if (bytes.toString('utf8', end) !== `end ${digestOf(bytes.subarray(0, end))}\n`) return none
  const lines = linesIn(bytes.subarray(0, end))
  const next = (): string => textOf(lines.next().value ?? nothing)
  if (next() !== title(identity)) return none
  const room = (JSON.parse(next()) as RoomRecord | null) ?? undefined
  const entries = function* <T>(): Generator<[string, T]> {
    for (let some = next(); some !== ''; some = next()) yield* JSON.parse(some) as [string, T][]
  }
  const ingredients = new Map(entries<readonly Piece[]>())
  const places = new Map(entries<Place>())
  const groups = new Map<string, Line>()
  for (const line of lines) groups.set(...cutAtTab(line))
  return { room, ingredients, places, groups }
}

const nothing: Line = { bytes: Buffer.alloc(0), from: 0, to: 0 }

/** The lines of a text that ends with one. */
function* linesIn(bytes: Buffer): Generator<Line, undefined> {
  for (let from = 0, to: number; (to = bytes.indexOf('\n', from)) !== -1; from = to + 1) yield { bytes, from, to }
}

function cutAtTab({ bytes, from, to }: Line): [key: string, line: Line] {
  const tab = bytes.indexOf('\t', from)
  return [bytes.toString('utf8', from, tab), { bytes, from: tab + 1, to }]
}

/** Writes a manifest down. One that cannot be written is done without, and so is a group whose name would break its line. */
export function writeManifest(file: string, identity: string, manifest: Manifest): void {
  try {
    writeWhole(file, signed(linesOf(manifest, identity)))
  } catch {
    return
  }
}

function* linesOf({ room, ingredients, places, groups }: Manifest, identity: string): Generator<string> {
  yield title(identity)
  yield JSON.stringify(room ?? null)
  for (const map of [ingredients, places]) {
    for (const some of portions<unknown>(map)) yield JSON.stringify(some)
    yield ''
  }
  for (const [key, line] of groups) if (!/[\t\n]/.test(key)) yield `${key}\t${textOf(line)}`
}

/** Lines in parts, and a last one with the digest of them all. */
function* signed(lines: Iterable<string>): Generator<string> {
  const digest = startDigest()
  for (const some of portions(lines)) {
    const part = `${some.join('\n')}\n`
    digest.add(part)
    yield part
  }
  yield `end ${digest.end()}\n`
}

/** A hundred at a time: the whole of the text would take more memory than all else. */
function* portions<T>(all: Iterable<T>): Generator<readonly T[]> {
  let some: T[] = []
  for (const one of all)
    if (some.push(one) === 100) {
      yield some
      some = []
    }
  if (some.length > 0) yield some
}

/** Whether a manifest says what another one said. */
export const sameManifest = (a: Manifest, b: Manifest): boolean =>
  isSame(a.places, b.places) && isSame(a.groups, b.groups) && JSON.stringify(a.room) === JSON.stringify(b.room)

function isSame<T>(a: ReadonlyMap<string, T>, b: ReadonlyMap<string, T>): boolean {
  if (a.size !== b.size) return false
  for (const [key, one] of b) if (a.get(key) !== one) return false
  return true
}

/** A line of `groups`: the digest, and the contents as they are packed. */
export const lineOf = (digest: string, contents: string): string => `${digest} ${contents}`

/** What a line of `groups` says. */
export function recordOf(line: Line): GroupRecord {
  const text = textOf(line)
  const end = text.indexOf(' ')
  return { digest: text.slice(0, end), ...unpack(text.slice(end + 1)) }
}
