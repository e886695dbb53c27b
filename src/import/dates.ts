import { isDay, type Day } from '../calendar/day.ts'
import { fold } from './fold-text.ts'
import { anyWeekday, monthsByName } from './words/words.ts'

/** A date that stands in a text, with its weekday and the like. */
export interface FoundDate {
  readonly day: Day
  readonly start: number
  readonly end: number
  /** Why another day may be meant. */
  readonly unsure?: string
}

let pattern: RegExp | undefined

/** April 9, 2020 · 9th April 2020 · le 9 avril 2020 · 9 de abril de 2020 · 9. April 2020 · 2020-04-09 · 09/04/2020, each with a weekday. */
function datePattern(): RegExp {
  if (pattern) return pattern
  const month = `(?:${[...monthsByName().keys()].sort((a, b) => b.length - a.length).join('|')})`
  const weekday = `(?:(?:${anyWeekday()})\\.?\\s*[,،]?\\s*(?:the\\s+|den\\s+|le\\s+|el\\s+)?)?`
  const day = `\\d{1,2}(?:st|nd|rd|th|er|re|e|º|ª|°)?`
  const wordy = `${weekday}(?:(?<m1>${month})\\.?\\s+(?<d1>\\d{1,2})(?:st|nd|rd|th)?\\s*,?\\s*(?<y1>\\d{4})|(?<d2>${day})\\.?\\s*(?:of\\s+|de\\s+)?(?<m2>${month})(?:\\s*/\\s*\\p{L}+)?\\.?\\s*,?\\s*(?:de\\s+|del\\s+)?(?<y2>\\d{4}))`
  const figures = `${weekday}(?:(?<iso>\\d{4}-\\d{2}-\\d{2})|(?<a>\\d{1,2})\\s?(?<sep>[./-])\\s?(?<b>\\d{1,2})\\s?\\k<sep>\\s?(?<y3>\\d{4}))`
  pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${wordy}|${figures})(?!\\p{N})`, 'gu')
  return pattern
}

const ordinal = (text: string): number => Number(/^\d+/.exec(text)?.[0])

/** The dates of a text, in order. In `04/05/2020` the month comes first for readers of American English alone. */
export function datesIn(text: string, language: string): FoundDate[] {
  const found: FoundDate[] = []
  for (const { 0: typed, index, groups = {} } of fold(text).matchAll(datePattern())) {
    const { m1, d1, y1, m2, d2, y2, iso, a, b, y3 } = groups
    const make = (year: number, month: number, number: number): string =>
      `${year}-${String(month).padStart(2, '0')}-${String(number).padStart(2, '0')}`
    const months = monthsByName()
    const place = { start: index, end: index + typed.length }
    let day = iso
    let unsure: string | undefined
    if (m1 !== undefined) day = make(Number(y1), months.get(m1) ?? 0, Number(d1))
    else if (m2 !== undefined) day = make(Number(y2), months.get(m2) ?? 0, ordinal(d2 ?? ''))
    else if (a !== undefined && b !== undefined) {
      const [first, second] = [Number(a), Number(b)]
      const monthFirst = second > 12 || (first <= 12 && /^en(?:-US)?$/.test(language))
      day = monthFirst ? make(Number(y3), first, second) : make(Number(y3), second, first)
      if (groups.sep !== '.' && first <= 12 && second <= 12 && first !== second) unsure = `${typed} is read as ${day}`
    }
    if (day !== undefined && isDay(day)) found.push({ day, ...place, ...(unsure && { unsure }) })
  }
  return found
}
