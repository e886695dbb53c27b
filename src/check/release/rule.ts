import type { Day } from '../../calendar/day.ts'
import type { Kind, ReleaseFields } from '../../release/fields.ts'
import type { Edit, Severity } from '../../source/diagnostic.ts'
import type { SourceText } from '../../source/text.ts'
import type { Path, Yaml } from '../../source/yaml.ts'
import type { Prose } from './prose.ts'

export type Span = readonly [start: number, end: number]

/** A release as a rule sees it. */
export interface CheckedRelease {
  readonly source: SourceText
  readonly fields: ReleaseFields
  readonly yaml: Yaml
  /** The first part of its language's tag: `en` of `en-GB`. */
  readonly language: string
  readonly kind: Kind
  /** The day that it is of; a translation has that of its original. */
  readonly date: Day | undefined
  readonly isOriginal: boolean
  /** The ids of its contacts: its own, or those of the house. */
  readonly contacts: readonly string[]
  readonly prose: Prose
}

export interface Finding {
  readonly message: string
  readonly hint?: string
  readonly at: Span
  readonly severity?: Severity
  readonly fix?: Edit
}

/** Something that a good press officer would see in a release before a journalist does. */
export interface ReleaseRule<Code extends string = string> {
  readonly code: Code
  readonly severity: Severity
  /** What to do, in a sentence. */
  readonly summary: string
  /** What it costs not to, and where the fact is from. */
  readonly why: string
  /** On how many of 100 releases that professionals sent it speaks up, as measured. */
  readonly rate: string
  /** The languages that it knows, as first parts of tags; all of them where there are none. */
  readonly languages?: readonly string[]
  /** The kinds that it runs on; all of them where there are none. */
  readonly kinds?: readonly Kind[]
  /** Releases that the rule accepts, and releases with what it says of them: one `line:column message` a line. These are its tests. */
  readonly examples: { readonly good: readonly string[]; readonly bad: Readonly<Record<string, string>> }
  check(release: CheckedRelease, report: (finding: Finding) => void): void
}

/** Gives a rule its type, the code as the literal that it is. */
export const defineReleaseRule = <const Code extends string>(rule: ReleaseRule<Code>): ReleaseRule<Code> => rule

/** Whether a rule has anything to say of such a release at all. */
export const appliesTo = ({ languages, kinds }: ReleaseRule, { language, kind }: CheckedRelease): boolean =>
  (languages === undefined || languages.includes(language)) && (kinds === undefined || kinds.includes(kind))

/** The offsets of a value, without the quotation marks of YAML around it. */
export function inside({ source, yaml }: CheckedRelease, path: Path): Span {
  const [start, end] = yaml.valueAt(path)
  const typed = source.text.slice(start, end)
  return /^(["'])[\s\S]*\1$/.test(typed) ? [start + 1, end - 1] : [start, end]
}

/** What a reader counts as letters of a text. */
export const graphemes = (text: string): number => [...new Intl.Segmenter('und').segment(text)].length

/** Whether an offset is in what somebody says. */
export const isSpoken = ({ prose }: CheckedRelease, at: number): boolean =>
  prose.spoken.some(([start, end]) => start <= at && at < end)
