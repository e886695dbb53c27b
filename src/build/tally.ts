import { dirname } from 'node:path'
import { Diagnostics, type Diagnostic } from '../source/diagnostic.ts'
import type { GroupResult } from './group.ts'
import type { GroupRecord, KnownOutput } from './manifest.ts'
import type { OutputFolder } from './outputs.ts'
import type { BuildReport, BuiltRelease } from './report.ts'

/** What a build has made and found, release by release. */
export class Tally {
  readonly #folder: OutputFolder
  readonly #releases: BuiltRelease[] = []
  readonly #written: string[] = []
  readonly #failed: string[] = []
  readonly #failedGroups = new Set<string>()
  readonly #folders = new Map<string, ReadonlySet<string>>()
  readonly #mails = new Map<string, KnownOutput>()
  readonly #diagnostics = new Diagnostics()
  #unchanged = 0
  #drafts = 0

  constructor(folder: OutputFolder) {
    this.#folder = folder
  }

  /** The first mail in each language. */
  get mails(): readonly KnownOutput[] {
    return [...this.#mails.values()]
  }

  /** A release whose outputs are still right: they stay. */
  keep(source: string, record: GroupRecord): void {
    for (const { path, format } of record.outputs) this.#folder.keep(path, { source, format })
    this.#unchanged += record.outputs.length
    this.#add(source, record)
  }

  /** A release that was made again. */
  made(source: string, result: GroupResult): void {
    for (const { path, written } of result.outputs)
      if (written) this.#written.push(path)
      else this.#unchanged++
    if (result.failed.length > 0) this.#failedGroups.add(source)
    this.#failed.push(...result.failed)
    this.#add(source, result)
  }

  say(diagnostics: readonly Diagnostic[]): void {
    this.#diagnostics.add(diagnostics)
  }

  /** Whether a release has a fault, so that its earlier outputs stay. */
  hasFailed(source: string): boolean {
    return this.#failedGroups.has(source)
  }

  /** Whether an output stands in a folder that a release has outputs in now. */
  standsBeside(source: string, path: string): boolean {
    return [...(this.#folders.get(source) ?? [])].some((folder) => path.startsWith(`${folder}/`))
  }

  report(out: string, removed: readonly string[]): BuildReport {
    return {
      out,
      diagnostics: this.#diagnostics.all,
      releases: this.#releases,
      drafts: this.#drafts,
      failed: this.#failed,
      written: this.#written,
      unchanged: this.#unchanged,
      removed,
    }
  }

  #add(source: string, { releases, outputs, drafts, diagnostics }: GroupRecord | GroupResult): void {
    this.#folders.set(source, new Set(outputs.map(({ path }) => dirname(path))))
    this.#drafts += drafts
    this.#diagnostics.add(diagnostics)
    for (const release of releases) {
      this.#releases.push(release)
      if (this.#mails.has(release.language)) continue
      const mail = outputs.find(({ path, format }) => format === 'email' && release.outputs.includes(path))
      if (mail) this.#mails.set(release.language, mail)
    }
  }
}
