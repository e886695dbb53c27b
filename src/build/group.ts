import { join } from 'node:path'
import type { Instant } from '../calendar/zone.ts'
import { publicFolder } from '../formats/addresses.ts'
import { everywhere, noting, type Piece } from '../press-room/pieces.ts'
import type { PressRoom } from '../press-room/press-room.ts'
import type { ResolvedRelease } from '../release/resolved.ts'
import { hasCome } from '../release/status.ts'
import { diagnose, Diagnostics, hasErrors, type Diagnostic } from '../source/diagnostic.ts'
import { settled, stampOf } from '../source/stamp.ts'
import type { CompiledFormat } from './compiled-formats.ts'
import { diskFault, shown } from './disk-fault.ts'
import type { ReleaseGroup } from './listed.ts'
import { loadGroup, readGroup, resolveGroup, type LoadedRelease, type LoadOptions, type ReadGroup } from './load.ts'
import type { KnownOutput } from './manifest.ts'
import { ownPictures, type Origin, type Output, type OutputFolder, type Put } from './outputs.ts'
import type { BuiltRelease } from './report.ts'
import { sideBySide } from './side-by-side.ts'

/** What a release and its translations were made from. */
export interface Made {
  readonly sources: readonly (readonly [path: string, digest: string])[]
  readonly pieces: readonly Piece[]
  readonly turns: readonly (readonly [turn: Exclude<LoadedRelease['turn'], undefined>, come: boolean])[]
  readonly media: readonly (readonly [path: string, size: number, mtime: number])[]
}

/** What came of a release and its translations. */
export interface GroupResult {
  readonly releases: readonly BuiltRelease[]
  readonly outputs: readonly (KnownOutput & { readonly written: boolean })[]
  /** Drafts that were left out. */
  readonly drafts: number
  /** Files with errors. */
  readonly failed: readonly string[]
  /** Where nothing may be left of them, for all that earlier outputs of files with errors stay: what is not public. */
  readonly withheld: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
  readonly made: Made
  /** Whether nothing more can be written. */
  readonly stopped: boolean
}

export interface GroupContext {
  readonly room: PressRoom
  readonly formats: readonly CompiledFormat[]
  readonly folder: OutputFolder
  readonly loading: Omit<LoadOptions, 'text'>
  /** Whether drafts are built too. */
  readonly drafts: boolean
}

/**
 * Loads releases with their translations, renders them, and puts what comes of them into the output folder, side by side; ends after the
 * first with which nothing more can be written.
 */
export async function* buildGroups(
  groups: Iterable<ReleaseGroup>,
  context: GroupContext,
): AsyncGenerator<readonly [group: ReleaseGroup, result: GroupResult]> {
  for (const portion of sideBySide(groups)) {
    const works = portion.map((group) => new Work(group, context))
    for (const work of works) work.read()
    for (const work of works) await work.resolve()
    for (const format of context.formats) for (const work of works) await work.render(format)
    for (const work of works) {
      work.put()
      const result = work.result()
      yield [work.group, result]
      if (result.stopped) return
    }
  }
}

/** Loads a release and its translations and renders them, and lets all of it go: what has been done once is done sooner again. */
export async function rehearse(
  group: ReleaseGroup,
  { room, formats, loading }: Pick<GroupContext, 'room' | 'formats' | 'loading'>,
): Promise<void> {
  for (const { resolved } of await loadGroup(room, group, loading))
    if (resolved) for (const { render } of formats) await render(resolved)
}

/** Puts the pictures of the press room itself, for every page, into the output folder. */
export function copyPictures(context: GroupContext): GroupResult {
  const puts = new Puts(context, ownPictures)
  const { logo, root } = context.room
  for (const picture of [logo?.light, logo?.dark])
    if (picture)
      puts.put(picture.output, 'file', (path, origin) => context.folder.copy(join(root, picture.file), path, origin))
  const { outputs, stopped } = puts
  const made = { sources: [], pieces: everywhere, turns: [], media: [] }
  return {
    made,
    releases: [],
    outputs,
    drafts: 0,
    failed: [],
    withheld: [],
    diagnostics: puts.diagnostics.all,
    stopped,
  }
}

/** One file of a group on its way, and what there is of it so far. */
interface Copy {
  readonly loaded: LoadedRelease
  readonly contents: Output[]
  readonly diagnostics: Diagnostics
  /** Whether something is wrong with it. */
  failed: boolean
}

/** The work on one release and its translations, stage by stage. */
class Work {
  readonly group: ReleaseGroup
  readonly #context: GroupContext
  readonly #room: PressRoom
  readonly #pieces = new Set<Piece>(everywhere)
  readonly #puts: Puts
  readonly #releases: BuiltRelease[] = []
  #read: ReadGroup = []
  #copies: readonly Copy[] = []
  #drafts = 0

  constructor(group: ReleaseGroup, context: GroupContext) {
    this.group = group
    this.#context = context
    this.#room = noting(context.room, (piece) => this.#pieces.add(piece))
    this.#puts = new Puts(context, group.key)
  }

  read(): void {
    this.#read = readGroup(this.#room, this.group)
  }

  async resolve(): Promise<void> {
    const loaded = await resolveGroup(this.#room, this.group, this.#read, this.#context.loading)
    this.#read = []
    this.#copies = loaded.map((one) => {
      const diagnostics = new Diagnostics()
      diagnostics.add(one.diagnostics)
      return { loaded: one, contents: [], diagnostics, failed: !one.resolved }
    })
  }

  async render(format: CompiledFormat): Promise<void> {
    for (const copy of this.#copies) {
      const { resolved } = copy.loaded
      if (resolved && !copy.failed && !this.#isLeftOut(resolved))
        copy.failed = !(await this.#rendered(copy, resolved, format))
    }
  }

  /** A draft, where those are not built. */
  #isLeftOut({ shelf }: ResolvedRelease): boolean {
    return shelf === 'drafts' && !this.#context.drafts
  }

  /** Renders one file in a format; false where something is wrong with it. */
  async #rendered(
    { contents, diagnostics }: Copy,
    resolved: ResolvedRelease,
    { format, render }: CompiledFormat,
  ): Promise<boolean> {
    const { value: content, diagnostics: found, beside = [] } = await render(resolved)
    diagnostics.add(found)
    if (content === undefined || hasErrors(found)) return false
    const origin = { source: this.group.key, format: format.name }
    contents.push({ path: `${publicFolder(resolved)}/${format.fileName}`, content, origin })
    for (const { folder: alias, content: moved } of beside) {
      const fault = this.#context.loading.claims.aliasFault(alias, resolved)
      if (fault) {
        diagnostics.add([fault])
        return false
      }
      contents.push({ path: `${resolved.shelf}/${alias}/${format.fileName}`, content: moved, origin })
    }
    return true
  }

  /** Puts into the output folder what was rendered. */
  put(): void {
    for (const copy of this.#copies) {
      const { resolved } = copy.loaded
      if (!resolved || copy.failed) continue
      if (this.#isLeftOut(resolved)) this.#drafts++
      else copy.failed = !this.#putAll(resolved, copy.contents)
    }
  }

  #putAll(resolved: ResolvedRelease, contents: readonly Output[]): boolean {
    const { room, folder } = this.#context
    const outputs: string[] = []
    const together = folder.putFolder(publicFolder(resolved), contents)
    if (!together) folder.expect(contents.map(({ path, origin }) => [path, origin]))
    for (const [i, { path, content, origin }] of contents.entries()) {
      if (!this.#puts.put(path, origin.format, (to) => together?.[i] ?? folder.put(to, content, origin))) return false
      outputs.push(path)
    }
    for (const file of resolved.files.values()) {
      const path = `${publicFolder({ ...resolved, isOriginal: true })}/${file.src}`
      if (!this.#puts.put(path, 'file', (to, origin) => folder.copy(join(room.root, file.file), to, origin)))
        return false
      outputs.push(path)
    }
    const { source, language, status } = resolved
    this.#releases.push({ file: source.file, language, status: status.kind, outputs })
    return true
  }

  result(): GroupResult {
    const { outputs, stopped } = this.#puts
    const found = new Diagnostics()
    for (const { diagnostics } of this.#copies) found.add(diagnostics.all)
    found.add(this.#puts.diagnostics.all)
    return {
      made: madeFrom(
        this.#copies.map(({ loaded }) => loaded),
        this.#pieces,
        this.#context,
      ),
      releases: this.#releases,
      outputs,
      drafts: this.#drafts,
      failed: this.#copies.flatMap(({ failed, loaded }) => (failed ? loaded.file.path : [])),
      withheld: this.#copies.flatMap(({ loaded }) => loaded.withheld ?? []),
      diagnostics: found.all,
      stopped,
    }
  }
}

/** Puts files into the output folder for one source, and notes what came of it. */
class Puts {
  readonly diagnostics = new Diagnostics()
  readonly outputs: (KnownOutput & { readonly written: boolean })[] = []
  /** Whether nothing more can be written. */
  stopped = false
  readonly #context: GroupContext
  readonly #source: string

  constructor(context: GroupContext, source: string) {
    this.#context = context
    this.#source = source
  }

  /** False where it cannot be put there. */
  put(path: string, format: string, put: (path: string, origin: Origin) => Put): boolean {
    const { room, folder } = this.#context
    try {
      const { done, size, mtime } = put(path, { source: this.#source, format })
      if (done === 'not-ours') {
        const hint = 'move it away, or run build with --force to replace it'
        const message = 'A file that build did not write stands here'
        const file = shown(path, room.root, folder)
        this.diagnostics.add([diagnose({ file }, undefined, 'output-not-ours', message, { hint })])
        return false
      }
      this.outputs.push({ path, format, size, mtime, written: done === 'written' })
      return true
    } catch (error) {
      const fault = diskFault(error, room.root, folder, path)
      this.stopped ||= fault.stopped
      this.diagnostics.add([fault.diagnostic])
      return false
    }
  }
}

function madeFrom(loaded: readonly LoadedRelease[], pieces: ReadonlySet<Piece>, context: GroupContext): Made {
  const { root, settings } = context.room
  const now: Instant = context.loading.now
  const candidates = new Set(loaded.flatMap((one) => one.candidates))
  return {
    sources: loaded.map(({ file, digest }) => [file.path, digest]),
    pieces: [...pieces],
    turns: loaded.flatMap(({ turn }) => (turn === undefined ? [] : [[turn, hasCome(turn, now, settings.timeZone)]])),
    media: [...candidates].map((path) => {
      const stamp = stampOf(join(root, path))
      const { size, mtime } = stamp ? settled(stamp) : { size: -1, mtime: -1 }
      return [path, size, mtime]
    }),
  }
}
