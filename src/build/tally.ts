import { dirname } from 'node:path'
import { Diagnostics, inReadingOrder, type Diagnostic } from '../source/diagnostic.ts'
import type { GroupResult } from './group.ts'
import type { GroupRecord, KnownOutput } from './manifest.ts'
import type { OutputFolder } from './outputs.ts'
import type { BuildReport, BuiltRelease } from './report.ts'

/** What a build has made and found, release by release, in whatever order they come. */
export class Tally {
  readonly #folder: OutputFolder
  readonly #releases = new Map<string, readonly BuiltRelease[]>()
  readonly #mails = new Map<string, { readonly file: string; readonly mail: KnownOutput }>()
  readonly #written: string[] = []
  readonly #failed: string[] = []
  readonly #failedGroups = new Set<string>()
  readonly #diagnostics = new Diagnostics()
  #unchanged = 0
  #drafts = 0

  constructor(folder: OutputFolder) {
    this.#folder = folder
  }

  /** The first mail in each language. */
  get mails(): readonly KnownOutput[] {
    return [...this.#mails.values()].sort(byFile).map(({ mail }) => mail)
  }

  /** A release whose outputs are still right: they stay. */
  keep(source: string, record: GroupRecord): void {
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
    const outputs = (this.#releases.get(source) ?? []).flatMap((release) => release.outputs)
    return outputs.some((output) => path.startsWith(`${dirname(output)}/`))
  }

  report(out: string, removed: readonly string[]): BuildReport {
    return {
      out,
      diagnostics: inReadingOrder(this.#diagnostics.all),
      releases: [...this.#releases.values()].flat().sort(byFile),
      drafts: this.#drafts,
      failed: this.#failed.sort(),
      written: this.#written.sort(),
      unchanged: this.#unchanged,
      removed,
    }
  }

  #add(source: string, { releases, outputs, drafts, diagnostics }: GroupRecord | GroupResult): void {
    for (const { path, format } of outputs) this.#folder.keep(path, { source, format })
    this.#releases.set(source, releases)
    this.#drafts += drafts
    this.#diagnostics.add(diagnostics)
    for (const { file, language, outputs: own } of releases) {
      const first = this.#mails.get(language)
      if (first && first.file < file) continue
      const mail = outputs.find(({ path, format }) => format === 'email' && own.includes(path))
      if (mail) this.#mails.set(language, { file, mail })
    }
  }
}

const byFile = (a: { readonly file: string }, b: { readonly file: string }): number =>
  a.file < b.file ? -1 : a.file > b.file ? 1 : 0
