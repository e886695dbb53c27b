import type * as v from 'valibot'
import { numbersOf, type Day } from '../calendar/day.ts'
import type { Moment } from '../calendar/moment.ts'
import { wallClock } from '../calendar/zone.ts'
import { choice, fields, form, listOfJust, optional, recordOf, text } from '../source/schema.ts'
import { runsRightToLeft } from './language.ts'

/** How a dateline is written, by a locale or by the house. */
export const datelineForm = (about: string) => form(['place', 'PLACE', 'date'], about)

/** What one locale file may say. A file for a region, or of a press room, need only say what differs. */
export const localeSchema = fields({
  direction: optional(choice(['ltr', 'rtl'], 'In which direction the language is written')),
  quotes: optional(
    listOfJust(
      4,
      text('A quotation mark'),
      'Quotation marks: outer opening, outer closing, inner opening, inner closing',
    ),
  ),
  dateline: optional(datelineForm('What stands before the first paragraph; {place}, {PLACE} in capitals, {date}')),
  'end-mark': optional(text('What stands after the release; empty for none')),
  date: optional(
    form(['day', 'month', 'year'], 'The form of a date; {day}, {month}, {year}', [['day'], ['month'], ['year']]),
  ),
  'first-of-month': optional(text('How the first day of a month is written')),
  months: optional(listOfJust(12, text('A month'), 'The names of the twelve months')),
  time: optional(
    form(
      ['hour', 'hour12', 'hour24', 'minute', 'period'],
      'The form of a time; {hour} with two digits, {hour12} or {hour24} without a zero before it, {minute}, {period}',
      [['hour', 'hour12', 'hour24'], ['minute'], ['hour', 'hour24', 'period']],
    ),
  ),
  periods: optional(listOfJust(2, text('A half of the day'), 'How the two halves of the day are marked')),
  moment: optional(
    form(['date', 'time', 'zone'], 'The form of a date with a time; {date}, {time}, {zone}', [['date'], ['time']]),
  ),
  zone: optional(form(['city', 'offset'], 'The form of a zone; {city}, {offset}', [['city', 'offset']])),
  zones: optional(recordOf(form(['offset'], 'A zone'), 'Names of zones, by their IANA name')),
  words: optional(recordOf(text('A word'), 'The words of the layouts, by name')),
})
export type LocaleFile = v.InferOutput<typeof localeSchema>

/** The words and forms of a language, complete. */
export interface Locale {
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly quotes: readonly string[]
  readonly dateline: string
  readonly endMark: string
  readonly date: string
  readonly firstOfMonth: string
  readonly months: readonly string[]
  readonly time: string
  readonly periods: readonly string[]
  readonly moment: string
  readonly zone: string
  readonly zones: Readonly<Record<string, string>>
  readonly words: Readonly<Record<string, string>>
}

/** Lays locale files over each other, the more exact ones last; what is nowhere said is named in `missing`. */
export function localeOf(
  language: string,
  files: readonly LocaleFile[],
  neededWords: Iterable<string>,
): { readonly locale?: Locale; readonly missing: readonly string[] } {
  const merged = Object.assign({}, ...files) as LocaleFile
  const words: Record<string, string> = Object.assign(Object.create(null), ...files.map((file) => file.words ?? {}))
  const zones: Record<string, string> = Object.assign({}, ...files.map((file) => file.zones ?? {}))
  const { quotes, dateline, date, months, time, moment, zone } = merged
  const direction = merged.direction ?? (runsRightToLeft(language) ? undefined : 'ltr')
  const periods = merged.periods ?? (time?.includes('{period}') ? undefined : ['', ''])
  const needed = { direction, quotes, dateline, date, months, time, periods, moment, zone }
  const missing = [
    ...Object.entries(needed).flatMap(([key, value]) => (value === undefined ? [key] : [])),
    ...[...neededWords].filter((word) => words[word] === undefined).map((word) => `words.${word}`),
  ]
  if (!direction || !quotes || dateline === undefined || !date || !months || !time || !periods || !moment || !zone)
    return { missing }
  if (missing.length > 0) return { missing }
  return {
    missing,
    locale: {
      language,
      direction,
      quotes,
      dateline,
      endMark: merged.endMark ?? '',
      date,
      firstOfMonth: merged.firstOfMonth ?? '1',
      months,
      time,
      periods,
      moment,
      zone,
      zones,
      words,
    },
  }
}

/** Puts values where a pattern names them in braces; a name without a value stays as it is. */
export const fill = (pattern: string, values: Readonly<Record<string, string>>): string =>
  pattern.includes('{')
    ? pattern.replace(/\{([\w-]+)\}/g, (all, name: string) =>
        Object.hasOwn(values, name) ? (values[name] ?? all) : all,
      )
    : pattern

/** A word of the layouts, with its values filled in. Templates are checked for it before, so an unknown one is our own fault. */
export function word(locale: Locale, name: string, values: Readonly<Record<string, string>> = {}): string {
  const pattern = locale.words[name]
  if (pattern === undefined) throw new Error(`no word "${name}" in ${locale.language}`)
  return fill(pattern, values)
}

/** April 9, 2020 · 9 avril 2020 · 9 نيسان/أبريل 2020. From the locale file alone, so that no version of ICU changes a sent release. */
export function dateInWords(locale: Locale, day: Day): string {
  const { year, month, day: number } = numbersOf(day)
  const shown = number === 1 ? locale.firstOfMonth : String(number)
  return fill(locale.date, { day: shown, month: locale.months[month - 1] ?? '', year: String(year) })
}

/** 9:00 a.m. · 9h00 · 09:00 */
export function timeInWords(locale: Locale, time: string): string {
  const hour = Number(time.slice(0, 2))
  return fill(locale.time, {
    hour: time.slice(0, 2),
    hour24: String(hour),
    hour12: String(hour % 12 === 0 ? 12 : hour % 12),
    minute: time.slice(3, 5),
    period: locale.periods[hour < 12 ? 0 : 1] ?? '',
  })
}

/** December 1, 2026, 9:00 a.m. (Amsterdam time, UTC+1): never an abbreviation, which would mean two zones to two readers. */
export function momentInWords(locale: Locale, moment: Moment): string {
  return fill(locale.moment, {
    date: dateInWords(locale, moment.day),
    time: timeInWords(locale, moment.time),
    zone: zoneInWords(locale, moment),
  })
}

function zoneInWords(locale: Locale, { zone, instant }: Moment): string {
  if (zone.startsWith('UTC')) return locale.zones[zone] ?? zone
  const minutes = wallClock(instant, zone).offset
  const clock = `${Math.floor(Math.abs(minutes) / 60)}${minutes % 60 === 0 ? '' : `:${String(Math.abs(minutes) % 60).padStart(2, '0')}`}`
  const offset = `UTC${minutes < 0 ? '−' : '+'}${clock}`
  const named = locale.zones[zone]
  if (named !== undefined) return fill(named.includes('{offset}') ? named : `${named}, {offset}`, { offset })
  return fill(locale.zone, { city: zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone, offset })
}
