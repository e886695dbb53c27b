import { blankOut } from '../source/blank-out.ts'
import { datesIn, type FoundDate } from './dates.ts'
import type { Context } from './draft.ts'
import { fold } from './fold-text.ts'
import { timeIn, zoneIn, type FoundTime, type FoundZone } from './times.ts'
import { anyOf, anyWeekday } from './words/words.ts'

/** The moment that a text names: day, time and zone, in whatever order they stand. */
export interface FoundMoment {
  readonly date?: FoundDate | undefined
  readonly time?: FoundTime | undefined
  readonly zone?: FoundZone | undefined
  /** Where the last of them ends; 0 where there is none. */
  readonly end: number
  /** Whether the text says something beside them, which may change what is meant: 25:00, a weekday without its day, after the speech. */
  readonly saysMore: boolean
}

/** Reads the moment of an embargo; `otherDay` is the one that is meant where none stands in the text. */
export function momentIn(
  text: string,
  { language, zone: roomZone, locale }: Pick<Context, 'language' | 'zone' | 'locale'>,
  otherDay?: string,
): FoundMoment {
  const [date] = datesIn(text, language)
  const time = timeIn(without(text, date ? [date] : []))
  const clock = { day: date?.day ?? otherDay, time: time?.time ?? '00:00', roomZone, locale }
  const zones = [time, date].flatMap((before): FoundZone[] => {
    const found = before && zoneIn(text.slice(before.end), clock)
    return before && found ? [{ ...found, start: before.end, end: before.end + found.end }] : []
  })
  const [zone] = zones
  const parts = [date, time, ...zones.filter((one) => one.zone === zone?.zone)].filter((part) => part !== undefined)
  return {
    date,
    time,
    zone,
    end: Math.max(0, ...parts.map(({ end }) => end)),
    saysMore: saysSomething(without(text, parts), date !== undefined),
  }
}

/** Whether words are left of a text besides those that may stand around a moment; a weekday is one of these only beside its day. */
export function saysSomething(text: string, hasDay = false): boolean {
  const around = [anyOf('embargo'), anyOf('embargoed'), anyOf('embargoAround'), ...(hasDay ? [anyWeekday()] : [])]
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${around.join('|')})(?![\\p{L}\\p{N}])`, 'gu')
  return /[\p{L}\p{N}]/u.test(fold(text).replace(pattern, ' '))
}

/** A text with parts of it blanked, so that all else stays where it is. */
const without = (text: string, parts: readonly { readonly start: number; readonly end: number }[]): string =>
  parts.reduce((rest, { start, end }) => blankOut(rest, [start, end]), text)

/** A moment as a release has it: 2026-07-01 09:00 Europe/London. The day begins at 00:00. */
export const written = (day: string, time: FoundTime | undefined, zone: string | undefined): string =>
  `${day} ${time?.time ?? '00:00'}${zone === undefined ? '' : /^[+-]/.test(zone) ? zone : ` ${zone}`}`
