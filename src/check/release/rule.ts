import type { Day } from '../../calendar/day.ts'
import type { Kind, ReleaseFields } from '../../release/fields.ts'
import type { SourceText } from '../../source/text.ts'
import type { Path, Yaml } from '../../source/yaml.ts'
import { graphemes } from '../../markdown/width.ts'
import type { Finding, Rule, Span } from '../rule.ts'
import type { Prose } from './prose.ts'

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

/** Something that a good press officer would see in a release before a journalist does. */
export interface ReleaseRule<Code extends string = string> extends Rule<CheckedRelease, Code> {
  /** On how many of 100 releases that professionals sent it speaks up, as measured. */
  readonly rate: string
  /** The languages that it knows, as first parts of tags; all of them where there are none. */
  readonly languages?: readonly string[]
  /** The kinds that it runs on; all of them where there are none. */
  readonly kinds?: readonly Kind[]
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

/** Says of a field that it is longer than so many characters. */
export function reportLong(
  release: CheckedRelease,
  field: 'headline' | 'summary',
  longest: number,
  hint: string,
  report: (finding: Finding) => void,
): void {
  const length = graphemes(release.fields[field] ?? '')
  const message = `Too long ${field}, ${length} characters, maximum ${longest}`
  if (length > longest) report({ message, hint, at: inside(release, [field]) })
}

/** Whether an offset is in what somebody says. */
export const isSpoken = ({ prose }: CheckedRelease, at: number): boolean =>
  prose.spoken.some(([start, end]) => start <= at && at < end)
