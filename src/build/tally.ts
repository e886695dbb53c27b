import { dirname } from 'node:path'
import { Diagnostics, inReadingOrder, type Diagnostic } from '../source/diagnostic.ts'
import type { GroupResult } from './group.ts'
import type { Line } from './line.ts'
import { recordOf, type GroupRecord, type KnownOutput } from './manifest.ts'
import type { OutputFolder } from './outputs.ts'
import type { BuildReport, BuiltRelease } from './report.ts'

/**
 * What a build has made and found, release by release, in whatever order they come. What it tells of each is read out of its line when
 * it is asked for, so that it is not held twice.
 */
export class Tally {
  /** What the manifest will say of each group, by its key. */
  readonly lines = new Map<string, Line>()
  /** The same of groups that it will not speak of, since they are to be made again. */
  readonly #unsettled = new Map<string, Line>()
  readonly #folder: OutputFolder
  readonly #mails = new Map<string, { readonly file: string; readonly mail: KnownOutput }>()
  readonly #counts = { releases: 0, apart: 0, written: 0 }
  /** The groups all of whose outputs were written, and the outputs that were written of others. */
  readonly #writtenWhole: string[] = []
  readonly #written: string[] = []
  readonly #failed: string[] = []
  /** The groups with a fault, with the places where nothing of them may be left. */
  readonly #failedGroups = new Map<string, readonly string[]>()
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
  keep(source: string, record: GroupRecord, line: Line): void {
    this.#unchanged += record.outputs.length
    this.lines.set(source, line)
    this.#add(source, record)
  }

  /** A release that was made again. */
  made(source: string, result: GroupResult, line: Line, isSettled: boolean): void {
    const { outputs, failed, withheld } = result
    const written = outputs.filter((output) => output.written)
    this.#counts.written += written.length
    this.#unchanged += outputs.length - written.length
    if (written.length > 0 && written.length === outputs.length) this.#writtenWhole.push(source)
    else this.#written.push(...written.map(({ path }) => path))
    if (failed.length > 0) this.#failedGroups.set(source, withheld)
    this.#failed.push(...failed)
    ;(isSettled ? this.lines : this.#unsettled).set(source, line)
    this.#add(source, result)
  }

  say(diagnostics: readonly Diagnostic[]): void {
    this.#diagnostics.add(diagnostics)
  }

  /** Whether a release was kept or made, with a fault or without. */
  has(source: string): boolean {
    return this.lines.has(source) || this.#unsettled.has(source)
  }

  /** Whether an earlier output of a release with a fault stays: all do but those of what is not public any more. Nothing where it has no fault. */
  staysOfFailed(source: string, path: string): boolean | undefined {
    return this.#failedGroups.get(source)?.every((place) => !path.startsWith(place))
  }

  /** Whether an output stands in a folder that a release has outputs in now. */
  standsBeside(source: string, path: string): boolean {
    const outputs = this.#recordOf(source).flatMap(({ releases }) => releases.flatMap((release) => release.outputs))
    return outputs.some((output) => path.startsWith(`${dirname(output)}/`))
  }

  report(out: string, removed: readonly string[]): BuildReport {
    const releases = once(() => releasesOf([...this.lines.values(), ...this.#unsettled.values()]))
    const written = once(() => this.#allWritten().sort())
    return {
      out,
      diagnostics: inReadingOrder(this.#diagnostics.all),
      get releases() {
        return releases()
      },
      drafts: this.#drafts,
      failed: this.#failed.sort(),
      get written() {
        return written()
      },
      unchanged: this.#unchanged,
      removed,
      counts: this.#counts,
    }
  }

  #allWritten(): string[] {
    const whole = this.#writtenWhole.flatMap((source) => this.#recordOf(source))
    return [...this.#written, ...whole.flatMap(({ outputs }) => outputs.map(({ path }) => path))]
  }

  #recordOf(source: string): GroupRecord[] {
    const line = this.lines.get(source) ?? this.#unsettled.get(source)
    return line ? [recordOf(line)] : []
  }

  #add(source: string, { releases, outputs, drafts, diagnostics }: GroupRecord | GroupResult): void {
    for (const { path, format } of outputs) this.#folder.keep(path, { source, format })
    this.#counts.releases += releases.length
    this.#counts.apart += releases.filter(isApart).length
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

const isApart = ({ status }: BuiltRelease): boolean => status === 'embargoed' || status === 'scheduled'

/** The releases that lines tell of, in the order of their files. */
export const releasesOf = (lines: readonly Line[]): BuiltRelease[] =>
  lines.flatMap((line) => recordOf(line).releases).sort(byFile)

/** Works something out when it is first asked for. */
export function once<T>(work: () => T): () => T {
  let done: { readonly value: T } | undefined
  return () => (done ??= { value: work() }).value
}

const byFile = (a: { readonly file: string }, b: { readonly file: string }): number =>
  a.file < b.file ? -1 : a.file > b.file ? 1 : 0
