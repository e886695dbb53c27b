import { dirname } from 'node:path'
import { Diagnostics, inReadingOrder, type Diagnostic } from '../source/diagnostic.ts'
import { once } from '../source/once.ts'
import type { GroupResult } from './group.ts'
import type { Listing } from './listing.ts'
import { outputsOf, recordOf, type GroupRecord, type KnownOutput } from './manifest.ts'
import { ownPictures, type Origin, type OutputFolder } from './outputs.ts'
import { Register } from './register.ts'
import type { BuildReport, BuiltRelease } from './report.ts'

/**
 * What a build has made and found, release by release, in whatever order they come. What it tells of each is read out of its line when
 * it is asked for, so that it is not held twice.
 */
export class Tally {
  /** What the manifest will say of the groups that were made again, by their keys. */
  readonly #made = new Register()
  /** The same of groups that it will not speak of, since they are to be made again. */
  readonly #unsettled = new Register()
  readonly #folder: OutputFolder
  readonly #before: Register
  readonly #mails = new Map<string, { readonly file: string; readonly mail: KnownOutput }>()
  readonly #counts = { releases: 0, apart: 0, written: 0 }
  /** The groups of which not all that they have was written, and the outputs that were. */
  readonly #writtenInPart = new Map<string, readonly string[]>()
  readonly #failed: string[] = []
  /** The groups with a fault, with the places where nothing of them may be left. */
  readonly #failedGroups = new Map<string, readonly string[]>()
  readonly #diagnostics = new Diagnostics()
  #kept = 0
  #unchanged = 0
  #drafts = 0

  /** `before` is what the manifest says of groups. */
  constructor(folder: OutputFolder, before: Register) {
    this.#folder = folder
    this.#before = before
  }

  /** The first mail in each language. */
  get mails(): readonly KnownOutput[] {
    return [...this.#mails.values()].sort(byFile).map(({ mail }) => mail)
  }

  /** A release whose outputs are still right: they stay. */
  keep(source: string, record: GroupRecord): void {
    this.#kept++
    this.#unchanged += record.outputs.length
    this.#add(source, record)
  }

  /** A release that was made again. */
  made(source: string, result: GroupResult, line: string, isSettled: boolean): void {
    const { outputs, failed, withheld } = result
    const written = outputs.filter((output) => output.written)
    this.#counts.written += written.length
    this.#unchanged += outputs.length - written.length
    if (written.length < outputs.length) {
      this.#writtenInPart.set(
        source,
        written.map(({ path }) => path),
      )
    }
    if (failed.length > 0) this.#failedGroups.set(source, withheld)
    this.#failed.push(...failed)
    ;(isSettled ? this.#made : this.#unsettled).add(source, line)
    this.#add(source, result)
  }

  say(diagnostics: readonly Diagnostic[]): void {
    this.#diagnostics.add(diagnostics)
  }

  /** Whether a release was made again, with a fault or without. */
  hasMade(source: string): boolean {
    return this.#madeOf(source) !== undefined
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

  /** What the manifest will say of these groups, all of which were looked at where the build is complete, and of the pictures of the press room. */
  linesOf(groups: Listing, complete: boolean): Register {
    if (this.#kept === this.#before.size && this.#made.size + this.#unsettled.size === 0) return this.#before
    if (complete && this.#kept === 0) return this.#made
    const lines = new Register()
    for (const key of keysOf(groups)) {
      const line = this.#made.get(key) ?? (this.#unsettled.get(key) === undefined ? this.#before.get(key) : undefined)
      if (line !== undefined) lines.add(key, line)
    }
    return lines
  }

  /** All outputs that were kept or made, of the groups that were looked at and of the press room, for what they were made. */
  *outputsOf(chosen: Listing): Generator<[path: string, origin: Origin]> {
    for (const source of keysOf(chosen)) {
      const line = this.#lineOf(source)
      if (line !== undefined) for (const [path, format] of outputsOf(line)) yield [path, { source, format }]
    }
  }

  /** What there is to tell of the groups that were kept or made. */
  report(out: string, done: Listing, removed: readonly string[]): BuildReport {
    const releases = once(() => releasesOf([...done.keys()].flatMap((key) => this.#recordOf(key))))
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
    return [this.#made, this.#unsettled].flatMap((register) =>
      Array.from(register, ([source, line]) => {
        return this.#writtenInPart.get(source) ?? recordOf(line).outputs.map(({ path }) => path)
      }).flat(),
    )
  }

  #madeOf(source: string): string | undefined {
    return this.#made.get(source) ?? this.#unsettled.get(source)
  }

  #lineOf(source: string): string | undefined {
    return this.#madeOf(source) ?? this.#before.get(source)
  }

  #recordOf(source: string): GroupRecord[] {
    const line = this.#lineOf(source)
    return line === undefined ? [] : [recordOf(line)]
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

/** The releases that records tell of, in the order of their files. */
export const releasesOf = (records: readonly GroupRecord[]): BuiltRelease[] =>
  records.flatMap(({ releases }) => releases).sort(byFile)

function* keysOf(groups: Listing): Generator<string> {
  yield* groups.keys()
  yield ownPictures
}

const byFile = (a: { readonly file: string }, b: { readonly file: string }): number =>
  a.file < b.file ? -1 : a.file > b.file ? 1 : 0
