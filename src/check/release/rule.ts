import type { Day } from '../../calendar/day.ts'
import type { Instant } from '../../calendar/zone.ts'
import { graphemes } from '../../markdown/width.ts'
import type { PressRoom } from '../../press-room/press-room.ts'
import type { Kind, ReleaseFields } from '../../release/fields.ts'
import type { ResolvedRelease } from '../../release/resolved.ts'
import type { Timing, Turn } from '../../release/status.ts'
import { blankOutCode } from '../../release/link-places.ts'
import { matchesIn } from '../../source/matches.ts'
import type { SourceText } from '../../source/text.ts'
import type { Path, Yaml } from '../../source/yaml.ts'
import type { Options } from '../options.ts'
import type { Finding, Rule, Span } from '../rule.ts'
import type { Answer } from './online/answer.ts'
import type { Prose } from './prose.ts'

/** A text that people read: a release, or a boilerplate. */
export interface CheckedText {
  readonly source: SourceText
  /** The first part of its language's tag: `en` of `en-GB`. */
  readonly language: string
  /** The language's whole tag. */
  readonly tag: string
  /** The day that it is of; a translation has that of its original, a boilerplate has none. */
  readonly date: Day | undefined
  /** What kind of release it is; a boilerplate is none. */
  readonly kind: Kind | undefined
  readonly prose: Prose
  readonly room: PressRoom
  /** Where a web address leads, as far as it was asked; to ask for one is to have it asked. Not there without --online. */
  readonly answerOf: ((url: string) => Answer | undefined) | undefined
}

/** A release as a rule sees it. */
export interface CheckedRelease extends CheckedText {
  /** The fields as this file has them; a translation takes others from its original. */
  readonly fields: ReleaseFields
  /** The way from a field back to its place in the file. */
  readonly yaml: Yaml
  readonly kind: Kind
  /** The ids of its contacts: its own, those of its original, or those of the house. */
  readonly contacts: readonly string[]
  readonly now: Instant
  /** What decides when it may be seen; a translation takes from its original what it does not say. */
  readonly timing: Timing
  /** It with all that it takes from the press room; nothing where an error keeps it from being built. */
  readonly resolved: ResolvedRelease | undefined
  /** The release that this is a translation of. */
  readonly original: CheckedRelease | undefined
  /** Its translations, where it is an original. */
  readonly translations: readonly CheckedRelease[]
  /** The text of another release of the press room, by its file name without .md. */
  other(name: string): SourceText | undefined
  /** The texts of the few releases before another one, by its path, in its language; the nearest first. */
  before(file: string): readonly SourceText[]
  /** The releases that the public may not see yet, in all languages. */
  unreleased(): readonly Unreleased[]
  /** The languages in which the house brings its releases out, by what it did of late. */
  houseLanguages(): readonly string[]
  /** A piece of a file, by its path from the press room: shorter at the end, empty beyond it and where it cannot be read. */
  piece(file: string, start: number, length: number): Uint8Array
}

/** A release that the public may not see yet, and what would give it away. */
export interface Unreleased {
  readonly file: string
  /** The name of the release in the folder of releases, the same in all languages. */
  readonly name: string
  readonly slug: string
  readonly aliases: readonly string[]
  readonly headline: string
  /** When it turns public; never by itself where it is a draft. */
  readonly turn: Turn
}

/** A file of the press room that is YAML as a whole. */
export interface YamlFile {
  readonly source: SourceText
  readonly yaml: Yaml
}

/** What releases share, as a rule sees it. */
export interface CheckedRoom {
  /** press.yaml; findings are of this file unless they name another one. */
  readonly source: SourceText
  readonly room: PressRoom
  readonly now: Instant
  /** The day that it is now, in the press room's zone. */
  readonly today: Day
  readonly settings: YamlFile
  readonly contacts: YamlFile | undefined
  readonly facts: YamlFile | undefined
  /** The press room's own words, by language. */
  readonly locales: readonly YamlFile[]
  readonly boilerplate: readonly CheckedText[]
}

interface StageInput {
  readonly text: CheckedText
  readonly release: CheckedRelease
  readonly room: CheckedRoom
}

/** Something that a good press officer would see before a journalist does. */
interface PressRule<Stage extends keyof StageInput, Code extends string, O extends Options> extends Rule<
  StageInput[Stage],
  Code,
  O
> {
  /** What it looks at: each text, a boilerplate too; each release; or what releases share. */
  readonly stage: Stage
  /** On how many of 100 releases that professionals sent it speaks up, as measured. */
  readonly rate: string
  /** The languages that it knows, as first parts of tags; all of them where there are none. */
  readonly languages?: readonly string[]
  /** The kinds that it runs on; all of them where there are none. */
  readonly kinds?: readonly Kind[]
  /** Whether it looks at the clock, and may say tomorrow what it does not say today, or no more. */
  readonly timeBound?: boolean
}

export type TextRule<Code extends string = string, O extends Options = Options> = PressRule<'text', Code, O>
export type ReleaseRule<Code extends string = string, O extends Options = Options> = PressRule<'release', Code, O>
export type RoomRule<Code extends string = string, O extends Options = Options> = PressRule<'room', Code, O>
export type AnyRule = TextRule | ReleaseRule | RoomRule

/** Defines a rule about texts, be they of a release or of a boilerplate. */
export const defineTextRule = <const Code extends string, const O extends Options = Record<never, never>>(
  rule: Omit<TextRule<Code, O>, 'stage'>,
): TextRule<Code, O> => ({ stage: 'text', ...rule })

/** Defines a rule about releases. */
export const defineReleaseRule = <const Code extends string, const O extends Options = Record<never, never>>(
  rule: Omit<ReleaseRule<Code, O>, 'stage'>,
): ReleaseRule<Code, O> => ({ stage: 'release', ...rule })

/** Defines a rule about what releases share: press.yaml, contacts, facts, boilerplate. */
export const defineRoomRule = <const Code extends string, const O extends Options = Record<never, never>>(
  rule: Omit<RoomRule<Code, O>, 'stage'>,
): RoomRule<Code, O> => ({ stage: 'room', ...rule })

/** Whether a rule has anything to say of such a text at all. A boilerplate is of no kind, and every rule of texts looks at it. */
export const appliesTo = ({ languages, kinds }: AnyRule, { language, kind }: CheckedText): boolean =>
  (languages === undefined || languages.includes(language)) &&
  (kinds === undefined || kind === undefined || kinds.includes(kind))

/** The offsets of a value, without the quotation marks of YAML around it. */
export function inside({ source, yaml }: YamlFile, path: Path): Span {
  const [start, end] = yaml.valueAt(path)
  const typed = source.text.slice(start, end)
  return /^(["'])[\s\S]*\1$/.test(typed) ? [start + 1, end - 1] : [start, end]
}

/** What too much is worth: a warning past `max`, a remark past `long`, nothing up to both. */
export const excess = (count: number, long: number, max: number): 'warning' | 'info' | undefined =>
  count > max ? 'warning' : count > long ? 'info' : undefined

/** Says of a field that it is longer than so many characters. */
export function reportLong(
  release: CheckedRelease,
  field: 'headline' | 'subheadline' | 'subject',
  longest: number,
  hint: string,
  report: (finding: Finding) => void,
): void {
  const text = release.fields[field] ?? ''
  // Counting what readers see as characters costs more than all else; there are never more of them than units.
  if (text.length <= longest) return
  const length = graphemes(text)
  const message = `Too long ${field}, ${length} characters, maximum ${longest}`
  if (length > longest) report({ message, hint, at: inside(release, [field]) })
}

/**
 * What of a body matches a pattern of tags, as it is typed, and its offsets: prose has blanks there. Code is passed over; it is looked for
 * only where the pattern has found something.
 */
export function tagsIn(
  { source, prose }: CheckedText,
  pattern: RegExp,
): readonly (readonly [typed: string, at: Span])[] {
  if (!source.text.includes('<', prose.bodyStart)) return []
  const body = source.text.slice(prose.bodyStart)
  if (body.search(pattern) === -1) return []
  return matchesIn(blankOutCode(body), pattern).map(({ 0: typed, index }) => {
    const start = prose.bodyStart + index
    return [typed, [start, start + typed.length]] as const
  })
}

/** Whether an offset is in what somebody says. */
export const isSpoken = ({ prose }: CheckedText, at: number): boolean =>
  prose.spoken.some(([start, end]) => start <= at && at < end)
