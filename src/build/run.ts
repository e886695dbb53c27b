import { join, relative, sep } from 'node:path'
import { publicFolder } from '../formats/addresses.ts'
import { assetPath } from '../formats/view.ts'
import type { PressRoom } from '../press-room/press-room.ts'
import type { ResolvedRelease } from '../release/resolved.ts'
import { diagnose, Diagnostics, hasErrors } from '../source/diagnostic.ts'
import type { Aliases } from './aliases.ts'
import type { CompiledFormat } from './compiled-formats.ts'
import { codeOf, loadGroup, type LoadOptions } from './load.ts'
import type { OutputFolder, Put } from './outputs.ts'
import type { BuiltRelease } from './report.ts'
import type { ReleaseGroup } from './sources.ts'

/** One run over the releases: what it gathers on the way. */
export class Run {
  readonly diagnostics = new Diagnostics()
  readonly releases: BuiltRelease[] = []
  readonly written: string[] = []
  readonly failed: string[] = []
  readonly failedGroups = new Set<string>()
  readonly folders = new Map<string, Set<string>>()
  unchanged = 0
  drafts = 0
  readonly #linted = new Set<string>()
  /** Whether the output folder cannot be written any more. */
  stopped = false

  constructor(
    readonly room: PressRoom,
    /** Whether drafts are built too. */
    readonly drafted: boolean,
    readonly formats: readonly CompiledFormat[],
    readonly folder: OutputFolder,
    readonly loading: LoadOptions,
    readonly aliases: Aliases,
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

  /** Removes what nothing makes any more and writes down what there is; after a fault of the disk everything is left as it is. */
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
    if (resolved.shelf === 'drafts' && !this.drafted) {
      this.drafts++
      return true
    }
    const place = publicFolder(resolved)
    const folders = this.folders.get(key) ?? new Set()
    this.folders.set(key, folders.add(place))
    const contents: { path: string; content: Uint8Array | string; format: string }[] = []
    for (const { format, render } of this.formats) {
      const { value: content, diagnostics, beside = [] } = await render(resolved)
      this.diagnostics.add(diagnostics)
      if (content === undefined || hasErrors(diagnostics)) return false
      if (format.name === 'email') await this.#lintOwnLayout(`${place}/${format.fileName}`, content, resolved.language)
      contents.push({ path: `${place}/${format.fileName}`, content, format: format.name })
      for (const one of beside) {
        const folder = `${resolved.shelf}/${one.folder}`
        const fault = this.aliases.fault(one.folder, resolved)
        if (fault) {
          this.diagnostics.add([fault])
          return false
        }
        this.folders.set(key, folders.add(folder))
        contents.push({ path: `${folder}/${format.fileName}`, content: one.content, format: format.name })
      }
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

  /** A press room's own email layout is held to the rules of mail: on the first mail in each language, since the layout is the same for all. */
  async #lintOwnLayout(path: string, content: Uint8Array | string, language: string): Promise<void> {
    const own = [...this.room.layouts].some(
      ([name, { file }]) => name.startsWith('email/') && !file.startsWith('pressmark/'),
    )
    if (!own || this.#linted.has(language)) return
    this.#linted.add(language)
    const { lintEmail } = await import('../check/email/index.ts')
    const findings = lintEmail(this.#shown(path), typeof content === 'string' ? Buffer.from(content) : content)
    this.diagnostics.add(
      findings.map((found) => ({
        ...found,
        code: 'email-rule' as const,
        severity: found.severity === 'error' ? ('warning' as const) : ('info' as const),
        message: `${found.message} (${found.code})`,
      })),
    )
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
