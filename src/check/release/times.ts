import { blankOut } from '../../source/blank-out.ts'
import { matchesIn } from '../../source/matches.ts'
import type { Span } from '../rule.ts'
import { inFigures } from './calendar-words.ts'

/** A time of day as somebody typed it. */
export interface TypedTime {
  readonly at: Span
  readonly typed: string
  /** Since midnight. */
  readonly minutes: number
  /** Whether it says itself, by a.m. or p.m., which half of the day it is of. */
  readonly isSure: boolean
}

const digit = '[\\d٠-٩]'
const space = '[ \\u00A0\\u202F]?'
const half = '(?<half>[apAP])\\.?[mM]\\b'
/** `7:15`, `7:15 p.m.`, `7 PM`, in Britain `7.15pm`; in French and Spanish `7 h 15`, `7h` and `7 heures` too. */
const forms = [
  `(?<hours>${digit}{1,2}):(?<minutes>${digit}{2})(?![\\d٠-٩:])(?:${space}${half})?`,
  `(?<hours>${digit}{1,2})\\.(?<minutes>${digit}{2})${space}${half}`,
  `(?<hours>${digit}{1,2})${space}${half}`,
  `(?<hours>${digit}{1,2})${space}h(?:eures?)?(?:${space}(?<minutes>${digit}{2}))?(?![\\p{L}\\d])`,
]
const patterns = forms.map((form) => new RegExp(`(?<![\\d٠-٩:.,])${form}`, 'gu'))

/** The times of day in a stretch of prose, in its order, as offsets of the stretch. */
export const typedTimes = (text: string): TypedTime[] =>
  patterns
    .flatMap((pattern) => matchesIn(text, pattern))
    .flatMap(({ 0: typed, index, groups = {} }) => {
      const [hours, minutes] = [inFigures(groups['hours'] ?? ''), inFigures(groups['minutes'] ?? '0')]
      const half = groups['half']
      if (hours > 24 || minutes > 59) return []
      const inDay = half === undefined ? hours : (hours % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
      const at = [index, index + typed.length] as const
      return [{ at, typed, minutes: inDay * 60 + minutes, isSure: half !== undefined }]
    })
    .toSorted((a, b) => a.at[0] - b.at[0])

/** A text of the same length with blanks for its times of day. */
export const withoutTimes = (text: string): string =>
  typedTimes(text).reduce((left, { at }) => blankOut(left, at), text)
