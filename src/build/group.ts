import { join } from 'node:path'
import type { Instant } from '../calendar/zone.ts'
import { publicFolder } from '../formats/addresses.ts'
import { assetPath } from '../formats/view.ts'
import { everywhere, noting, type Piece } from '../press-room/pieces.ts'
import type { PressRoom } from '../press-room/press-room.ts'
import type { ResolvedRelease } from '../release/resolved.ts'
import { hasCome } from '../release/status.ts'
import { diagnose, Diagnostics, hasErrors, type Diagnostic } from '../source/diagnostic.ts'
import { settled, stampOf } from '../source/stamp.ts'
import type { CompiledFormat } from './compiled-formats.ts'
import { diskFault, shown } from './disk-fault.ts'
import { loadGroup, type LoadedRelease, type LoadOptions } from './load.ts'
import type { KnownOutput } from './manifest.ts'
import { ownPictures, type Output, type OutputFolder, type Put } from './outputs.ts'
import type { BuiltRelease } from './report.ts'
import type { ReleaseGroup } from './sources.ts'

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

/** Loads a release and its translations, renders them, and puts what comes of it into the output folder. */
export async function buildGroup(group: ReleaseGroup, context: GroupContext): Promise<GroupResult> {
  const pieces = new Set<Piece>(everywhere)
  const room = noting(context.room, (piece) => pieces.add(piece))
  const loaded = await loadGroup(room, group, context.loading)
  const work = new Work(context, group.key)
  for (const { file, resolved, diagnostics } of loaded) {
    work.diagnostics.add(diagnostics)
    if (!resolved || !(await work.render(resolved))) work.failed.push(file.path)
  }
  return { made: madeFrom(loaded, pieces, context), ...work.result() }
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
  const work = new Work(context, ownPictures)
  const { logo, root } = context.room
  for (const picture of [logo?.light, logo?.dark])
    if (picture)
      work.put(assetPath(picture.file), 'file', (path, origin) =>
        context.folder.copy(join(root, picture.file), path, origin),
      )
  return { ...work.result(), made: { sources: [], pieces: everywhere, turns: [], media: [] } }
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

/** The work on one group, and what it gathers on the way. */
class Work {
  readonly diagnostics = new Diagnostics()
  readonly failed: string[] = []
  readonly #context: GroupContext
  readonly #source: string
  readonly #releases: BuiltRelease[] = []
  readonly #outputs: (KnownOutput & { written: boolean })[] = []
  #drafts = 0
  #stopped = false

  constructor(context: GroupContext, source: string) {
    this.#context = context
    this.#source = source
  }

  result(): Omit<GroupResult, 'made'> {
    return {
      releases: this.#releases,
      outputs: this.#outputs,
      drafts: this.#drafts,
      failed: this.failed,
      diagnostics: this.diagnostics.all,
      stopped: this.#stopped,
    }
  }

  /** Renders one release in every format; false where something is wrong with it. */
  async render(resolved: ResolvedRelease): Promise<boolean> {
    const { room, formats, folder, drafts, loading } = this.#context
    if (resolved.shelf === 'drafts' && !drafts) {
      this.#drafts++
      return true
    }
    const place = publicFolder(resolved)
    const contents: Output[] = []
    for (const { format, render } of formats) {
      const { value: content, diagnostics, beside = [] } = await render(resolved)
      this.diagnostics.add(diagnostics)
      if (content === undefined || hasErrors(diagnostics)) return false
      const origin = { source: this.#source, format: format.name }
      contents.push({ path: `${place}/${format.fileName}`, content, origin })
      for (const { folder: alias, content: moved } of beside) {
        const fault = loading.claims.aliasFault(alias, resolved)
        if (fault) {
          this.diagnostics.add([fault])
          return false
        }
        const path = `${resolved.shelf}/${alias}/${format.fileName}`
        contents.push({ path, content: moved, origin })
      }
    }
    const outputs: string[] = []
    const together = folder.putFolder(place, contents)
    if (!together) folder.expect(contents.map(({ path, origin }) => [path, origin]))
    for (const [i, { path, content, origin }] of contents.entries()) {
      if (!this.put(path, origin.format, (to) => together?.[i] ?? folder.put(to, content, origin))) return false
      outputs.push(path)
    }
    for (const file of resolved.files.values()) {
      const path = `${publicFolder({ ...resolved, isOriginal: true })}/${file.src}`
      if (!this.put(path, 'file', (to, origin) => folder.copy(join(room.root, file.file), to, origin))) return false
      outputs.push(path)
    }
    const { source, language, status } = resolved
    this.#releases.push({ file: source.file, language, status: status.kind, outputs })
    return true
  }

  put(path: string, format: string, put: (path: string, origin: { source: string; format: string }) => Put): boolean {
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
      this.#outputs.push({ path, format, size, mtime, written: done === 'written' })
      return true
    } catch (error) {
      const fault = diskFault(error, room.root, folder, path)
      this.#stopped ||= fault.stopped
      this.diagnostics.add([fault.diagnostic])
      return false
    }
  }
}
