import { isDay, type Day } from '../calendar/day.ts'
import { closeUnit } from '../source/units.ts'
import { toAdd } from '../source/to-add.ts'
import type { Language } from '../press-room/language.ts'

/** Something in a text that was true of its own day: a date, a weekday, an embargo, a figure. */
export interface Mention {
  readonly start: number
  readonly end: number
  readonly text: string
  /** The day that it is, where it says all of it. */
  readonly day: Day | undefined
  readonly kind: 'date' | 'weekday' | 'embargo' | 'figure'
}

interface Words {
  readonly months: readonly (readonly string[])[]
  readonly pattern: RegExp
}

const known = new Map<string, Words>()

const names = (language: Language, part: 'weekday' | 'month', width: 'long' | 'short'): string[] => {
  const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory`, { [part]: width, timeZone: 'UTC' })
  return Array.from({ length: part === 'month' ? 12 : 7 }, (_, i) =>
    format.format(part === 'month' ? Date.UTC(2023, i, 1) : Date.UTC(2023, 0, 1 + i)).toLowerCase(),
  )
}

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
/** The longest first, so that `mars` is not read as `mar`. */
const anyOf = (words: Iterable<string>): string =>
  [...new Set(words)]
    .sort((a, b) => b.length - a.length)
    .map(literal)
    .join('|')

/** `own` are the names of the months as the press room's locale has them, which may be two for each. */
function wordsOf(language: Language, own: readonly string[]): Words {
  const key = `${language} ${own.join()}`
  const before = known.get(key)
  if (before) return before
  const [long, short] = [names(language, 'month', 'long'), names(language, 'month', 'short')]
  const months = long.map((name, i) => {
    const ours = (own[i] ?? name).toLowerCase()
    return [ours, ...ours.split('/'), name, short[i] ?? name].filter((one) => one.length > 2)
  })
  const month = `(?:${anyOf(months.flat())})\\.?`
  const weekday = `(?:${anyOf(names(language, 'weekday', 'long'))})`
  const day = '\\d{1,2}(?:st|nd|rd|th|er|º|\\.)?'
  const of = '(?:\\s+(?:de|del|of))?'
  const forms = [
    `(?<date>(?:${weekday},?\\s+)?(?:${month}\\s+${day}|${day}${of}\\s+${month})(?:,?${of}\\s+\\d{4})?|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./]\\d{1,2}[./]\\d{4})`,
    `(?<weekday>${weekday})`,
    '(?<embargo>embargo(?:ed)?|sperrfrist|محظور النشر)',
    `(?<figure>\\d+(?:[.,:\\u00a0\\u202f]\\d+)*(?:\\s?%|${closeUnit})?(?![.,:]\\d))`,
  ]
  // In Arabic, words such as "and" are written together with what follows.
  const begin = '(?:(?<![\\p{L}\\p{N}])|(?<=(?<!\\p{L})[وبلفك]))'
  const pattern = new RegExp(`${begin}(?:${forms.join('|')})(?![\\p{L}\\p{N}])`, 'giu')
  const words = { months, pattern }
  known.set(key, words)
  return words
}

/** What in a text belongs to its own day, in the order of the text. A fact from facts.yaml keeps itself up to date, and is none. */
export function mentionsIn(text: string, language: Language, months: readonly string[] = []): Mention[] {
  const words = wordsOf(language, months)
  const read = text.replace(noMention, blank)
  return [...read.matchAll(words.pattern)].map(({ 0: found, index, groups = {} }) => {
    const kind = (['date', 'weekday', 'embargo'] as const).find((one) => groups[one] !== undefined) ?? 'figure'
    return {
      start: index,
      end: index + found.length,
      text: found,
      kind,
      day: kind === 'date' ? dayIn(found, words) : undefined,
    }
  })
}

/** Addresses, marks, facts and what is still to come: none of them is of a day. */
const noMention = new RegExp(
  `\\]\\([^)\\s]*|<[^>\\s]*>|https?:\\/\\/\\S+|\\{\\{[^}]*\\}\\}|\\[\\^[^\\]]*\\]|^\\s*\\d+[.)](?=\\s)|${toAdd}`,
  'gimu',
)

const blank = (part: string): string => ' '.repeat(part.length)

/** The day that a date in words is; nothing where it leaves the year out or could be read in two ways. */
function dayIn(text: string, { months }: Words): Day | undefined {
  if (isDay(text)) return text
  const lower = text.toLowerCase()
  const month = months.findIndex((forms) =>
    forms.some((form) => new RegExp(`(?<!\\p{L})${literal(form)}(?!\\p{L})`, 'u').test(lower)),
  )
  const year = /\d{4}/.exec(text)?.[0]
  const day = /(?<!\d)\d{1,2}(?!\d)/.exec(text)?.[0]
  if (month === -1 || year === undefined || day === undefined) return undefined
  const found = `${year}-${String(month + 1).padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(found) ? found : undefined
}
