import { isAbsolute, join, relative, resolve, sep } from 'node:path'
import type { Instant } from '../calendar/zone.ts'
import { publicFolder } from '../formats/addresses.ts'
import { assetPath } from '../formats/view.ts'
import type { PressRoom } from '../press-room/press-room.ts'
import type { ResolvedRelease } from '../release/resolve.ts'
import { diagnose, Diagnostics, hasErrors, type Diagnostic, type Outcome } from '../source/diagnostic.ts'
import { didYouMean } from '../source/nearest.ts'
import { compileFormats, type CompiledFormat } from './compiled-formats.ts'
import { OutputFolder, type Put } from './outputs.ts'
import { codeOf, loadGroup, type LoadOptions } from './load.ts'
import { clashes, listReleases, originalNames, type ReleaseGroup } from './sources.ts'

export interface BuildOptions {
  /** The folder to write to; `dist` in the press room where it is not given. Relative paths start at the press room. */
  readonly out?: string
  /** Names of formats; those of press.yaml where they are not given. */
  readonly formats?: readonly string[]
  /** Only these releases, by their paths from the press room; a release comes with its translations. */
  readonly files?: readonly string[]
  /** Whether drafts are built too, into a folder of their own. */
  readonly drafts?: boolean
  /** Whether files in the output folder that build did not write are replaced. */
  readonly force?: boolean
  /** The moment that counts as now, for embargoes. */
  readonly now: Instant
  readonly onProgress?: (done: number, all: number) => void
}

/** A release that was rendered, and where to. */
export interface BuiltRelease {
  readonly file: string
  readonly status: ResolvedRelease['status']['kind']
  readonly outputs: readonly string[]
}

export interface BuildReport {
  readonly out: string
  readonly diagnostics: readonly Diagnostic[]
  readonly releases: readonly BuiltRelease[]
  /** Drafts that were left out. */
  readonly drafts: number
  /** Releases with errors; their earlier outputs are left as they were. */
  readonly failed: readonly string[]
  /** Paths from the output folder. */
  readonly written: readonly string[]
  readonly unchanged: number
  readonly removed: readonly string[]
}

/**
 * Renders the releases of a press room into its output folder. A release with an error does not stop the others. Throws only what
 * the disk throws before anything is written; later it is a diagnostic.
 */
export async function build(room: PressRoom, options: BuildOptions): Promise<BuildReport> {
  const out = resolve(room.root, options.out ?? 'dist')
  const cache = join(room.root, '.pressmark')
  const formats = await compileFormats(room, options.formats ?? room.settings.formats, cache)
  const groups = listReleases(room.root)
  const chosen = choose(groups, options.files, room.root)
  const diagnostics: Diagnostic[] = [...formats.diagnostics, ...chosen.diagnostics]
  const nothing = { out, releases: [], drafts: 0, failed: [], written: [], unchanged: 0, removed: [] }
  if (!formats.value || !chosen.value) return { ...nothing, diagnostics }

  const folder = new OutputFolder(out, options.force ?? false)
  const run = new Run(room, options, formats.value, folder, {
    now: options.now,
    clashes: clashes(groups),
    originals: () => originalNames(groups),
  })
  let done = 0
  for (const group of chosen.value) {
    await run.build(group)
    if (run.stopped) break
    options.onProgress?.(++done, chosen.value.length)
  }
  if (!run.stopped) run.copyAssets()
  const complete = options.files === undefined
  const built = new Set(chosen.value.map(({ key }) => key))
  const asked = new Set([...formats.value.map(({ format }) => format.name), 'file'])
  const removed = run.close((path, { source, format }) => {
    if (run.failedGroups.has(source)) return true
    if (source === 'press-room') return !complete
    if (!built.has(source)) return !complete
    return !asked.has(format) && [...(run.folders.get(source) ?? [])].some((own) => path.startsWith(`${own}/`))
  })
  const { releases, drafts, failed, written, unchanged } = run
  return {
    out,
    diagnostics: [...diagnostics, ...run.diagnostics.all],
    releases,
    drafts,
    failed,
    written,
    unchanged,
    removed,
  }
}

/** The groups that named files belong to; all of them where none is named. */
function choose(
  groups: readonly ReleaseGroup[],
  files: readonly string[] | undefined,
  root: string,
): Outcome<readonly ReleaseGroup[]> {
  if (files === undefined) return { value: groups, diagnostics: [] }
  const byPath = new Map(groups.flatMap((group) => group.files.map(({ path }) => [path, group] as const)))
  const chosen = new Set<ReleaseGroup>()
  const diagnostics: Diagnostic[] = []
  for (const file of files) {
    const path = (isAbsolute(file) ? relative(root, file) : file)
      .split(sep)
      .join('/')
      .replaceAll('\\', '/')
      .replace(/^\.\//, '')
    const group = byPath.get(path)
    if (group) chosen.add(group)
    else {
      const hint = didYouMean(path, byPath.keys()) ?? 'releases are the .md files in releases/'
      diagnostics.push(diagnose({ file }, undefined, 'unknown-file', 'No release of this press room', { hint }))
    }
  }
  return diagnostics.length > 0 ? { diagnostics } : { value: [...chosen], diagnostics }
}

/** One run over the releases: what it gathers on the way. */
class Run {
  readonly diagnostics = new Diagnostics()
  readonly releases: BuiltRelease[] = []
  readonly written: string[] = []
  readonly failed: string[] = []
  readonly failedGroups = new Set<string>()
  readonly folders = new Map<string, Set<string>>()
  unchanged = 0
  drafts = 0
  /** Whether the output folder cannot be written any more. */
  stopped = false

  constructor(
    readonly room: PressRoom,
    readonly options: BuildOptions,
    readonly formats: readonly CompiledFormat[],
    readonly folder: OutputFolder,
    readonly loading: LoadOptions,
  ) {}

  async build(group: ReleaseGroup): Promise<void> {
    for (const { file, resolved, diagnostics } of await loadGroup(this.room, group, this.loading)) {
      this.diagnostics.add(diagnostics)
      if (resolved && (await this.#render(resolved, group.key))) continue
      this.failed.push(file.path)
      this.failedGroups.add(group.key)
    }
  }

  /** The logo stands once in the output, for every page. */
  copyAssets(): void {
    const { logo } = this.room
    for (const picture of [logo?.light, logo?.dark])
      if (picture)
        this.#put(assetPath(picture.file), () =>
          this.folder.copy(join(this.room.root, picture.file), assetPath(picture.file), {
            source: 'press-room',
            format: 'file',
          }),
        )
  }

  /** Removes what nothing makes any more and writes down what there is; after a fault of the disk, only what could be written stays written down. */
  close(stays: Parameters<OutputFolder['close']>[0]): readonly string[] {
    if (this.stopped) return []
    try {
      return this.folder.close(stays)
    } catch (error) {
      this.#reportDisk(error)
      return []
    }
  }

  /** Renders one release in every format; false where something is wrong with it. */
  async #render(resolved: ResolvedRelease, key: string): Promise<boolean> {
    if (resolved.shelf === 'drafts' && !this.options.drafts) {
      this.drafts++
      return true
    }
    const place = publicFolder(resolved)
    const folders = this.folders.get(key) ?? new Set()
    this.folders.set(key, folders.add(place))
    const contents: { path: string; content: Uint8Array | string; format: string }[] = []
    for (const { format, render } of this.formats) {
      const { value: content, diagnostics } = await render(resolved)
      this.diagnostics.add(diagnostics)
      if (content === undefined || hasErrors(diagnostics)) return false
      contents.push({ path: `${place}/${format.fileName}`, content, format: format.name })
    }
    const outputs: string[] = []
    for (const { path, content, format } of contents) {
      if (!this.#put(path, () => this.folder.put(path, content, { source: key, format }))) return false
      outputs.push(path)
    }
    for (const file of resolved.files.values()) {
      const path = `${publicFolder({ ...resolved, isOriginal: true })}/${file.src}`
      if (
        !this.#put(path, () => this.folder.copy(join(this.room.root, file.file), path, { source: key, format: 'file' }))
      )
        return false
      outputs.push(path)
    }
    this.releases.push({ file: resolved.source.file, status: resolved.status.kind, outputs })
    return true
  }

  #put(path: string, put: () => Put): boolean {
    try {
      const done = put()
      if (done === 'written') this.written.push(path)
      else if (done === 'unchanged') this.unchanged++
      else {
        const hint = 'move it away, or run build with --force to replace it'
        const message = 'A file that build did not write stands here'
        this.diagnostics.add([diagnose({ file: this.#shown(path) }, undefined, 'output-not-ours', message, { hint })])
      }
      return done !== 'not-ours'
    } catch (error) {
      this.#reportDisk(error, path)
      return false
    }
  }

  /** An output as people see it: from the press room, where it is in there. */
  #shown(path: string): string {
    const full = join(this.folder.path, path)
    const way = relative(this.room.root, full)
    return (way.startsWith('..') ? full : way).split(sep).join('/')
  }

  /** A fault of the disk: at one output, or, where nothing more can be written, once for the whole folder. */
  #reportDisk(error: unknown, path?: string): void {
    const code = codeOf(error)
    this.stopped ||= ['ENOSPC', 'EDQUOT', 'EROFS'].includes(code) || !this.folder.isWritable()
    const whole = this.stopped || path === undefined
    const [file, what] = whole ? [this.#shown(''), 'output folder'] : [this.#shown(path), 'output']
    const hint = 'look at the disk: is it full, or is the folder write-protected?'
    this.diagnostics.add([
      diagnose({ file }, undefined, 'write-failed', `The ${what} cannot be written (${code})`, { hint }),
    ])
  }
}
