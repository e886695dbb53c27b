import { isDay, type Day } from '../../calendar/day.ts'
import { matchesAt, matchesIn } from '../../source/matches.ts'
import { onceFor } from '../../source/once.ts'
import type { Span } from '../rule.ts'
import { calendarOf, inFigures } from './calendar-words.ts'
import type { Prose } from './prose.ts'

/** A date as somebody typed it: `Tuesday, November 24`, `1er mai 2026`, `24 تشرين الثاني/نوفمبر`, `2026-05-04`. */
export interface TypedDate {
  /** The whole of it, with its weekday. */
  readonly at: Span
  readonly typed: string
  /** From 0, Sunday, to 6. */
  readonly weekday: number | undefined
  readonly day: number
  /** From 1 to 12. */
  readonly month: number
  readonly year: number | undefined
}

/** The languages whose dates are read; those in the form 2026-05-04 are read in every one. */
export { knownCalendars } from './calendar-words.ts'

const iso = /(?<![\p{L}\d-])(\d{4})-(\d{2})-(\d{2})(?![\d-])/uy
const isoBegins = /\d{4}-/g

/**
 * The dates in a stretch of prose, in its order, as offsets of the stretch. Of `May 4–6` the first day counts. Days that no calendar
 * has, such as 31 April, are among them: `dayOf` has no day for those.
 */
export function datesIn(text: string, language: string): TypedDate[] {
  const found: TypedDate[] = []
  const calendar = calendarOf(language)
  for (const { 0: typed, 1: year, 2: month, 3: day, index } of matchesAt(text, isoBegins, iso)) {
    const numbers = { day: Number(day), month: Number(month), year: Number(year) }
    const before = calendar?.weekdayBefore.exec(text.slice(Math.max(0, index - reach), index))
    const weekday = calendar?.weekdayOf(before?.groups?.['weekday'] ?? '')
    const at = [index - (before?.[0].length ?? 0), index + typed.length] as const
    found.push({ at, typed: text.slice(...at), weekday, ...numbers })
  }
  if (!calendar) return found
  for (const { 0: typed, index, groups = {} } of matchesIn(text, calendar.dates)) {
    const month = calendar.monthOf(groups['month'] ?? groups['monthFirst'] ?? '')
    const day = inFigures(groups['day'] ?? groups['dayLast'] ?? '')
    if (month === undefined || day < 1 || day > 31) continue
    const year = groups['year'] === undefined ? undefined : inFigures(groups['year'])
    const weekday = groups['weekday'] === undefined ? undefined : calendar.weekdayOf(groups['weekday'])
    found.push({ at: [index, index + typed.length], typed, weekday, day, month, year })
  }
  return found.sort((a, b) => a.at[0] - b.at[0])
}

/** The dates in all of a prose, in its language; they are looked for once, however many rules ask. */
export const datesOf = onceFor((prose: Prose, language: string): readonly TypedDate[] => datesIn(prose.text, language))

/**
 * The day that a span begins with whose last day is a date, with the month of that or the one before: `jueves 16` of `del jueves 16 al
 * domingo 25 de octubre`. Only where both have a weekday: in
 * `Thursday and Friday, 2 and 3 July` they stand together.
 */
export function firstOfSpan(text: string, language: string, last: TypedDate): TypedDate | undefined {
  if (last.weekday === undefined) return undefined
  const start = Math.max(0, last.at[0] - reach)
  const found = calendarOf(language)?.before.exec(text.slice(start, last.at[0]))
  if (!found?.groups) return undefined
  const day = inFigures(found.groups['day'] ?? '')
  const typed = `${found.groups['weekday']} ${found.groups['day']}`
  const at = [start + found.index, start + found.index + found[0].search(/[\d٠-٩](?![\d٠-٩])/) + 1] as const
  const weekday = calendarOf(language)?.weekdayOf(found.groups['weekday'] ?? '')
  if (day <= last.day) return { ...last, at, typed, weekday, day }
  const [month, year] = last.month === 1 ? [12, last.year && last.year - 1] : [last.month - 1, last.year]
  return { at, typed, weekday, day, month, year }
}
/** How far before the last day of a span its first may begin, and before a day its weekday, in characters. */
const reach = 40

/** The day that a date names. One without a year is the nearest to another day; without that, or if there is no such day, it names none. */
export function dayOf({ day, month, year }: Omit<TypedDate, 'at' | 'typed' | 'weekday'>, near?: Day): Day | undefined {
  const dayIn = (number: number): Day[] => {
    const text = `${number}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
    return isDay(text) ? [text] : []
  }
  if (year !== undefined) return dayIn(year)[0]
  if (near === undefined) return undefined
  const own = Number(near.slice(0, 4))
  const away = (one: Day): number => Math.abs(Date.parse(one) - Date.parse(near))
  return [own - 1, own, own + 1].flatMap(dayIn).sort((a, b) => away(a) - away(b))[0]
}

/** From 0, Sunday, to 6. */
export const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay()

/** A day some days later, or earlier. */
export const daysAfter = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10) as Day

const formats = new Map<string, Intl.DateTimeFormat>()

/** A day as it is written in a language: `May 5, 2026`, `5 mai 2026`. */
export function inWords(day: Day, tag: string): string {
  let format = formats.get(tag)
  if (!format) {
    format = new Intl.DateTimeFormat(`${tag}-u-ca-gregory-nu-latn`, { dateStyle: 'long', timeZone: 'UTC' })
    formats.set(tag, format)
  }
  return format.format(Date.parse(`${day}T00:00:00Z`)).replace(/^1(?= \p{L})/u, tag.startsWith('fr') ? '1er' : '1')
}
