import { isDay } from '../calendar/day.ts'
import { instantsOf, isZone, nearestZone, wallClock } from '../calendar/zone.ts'
import type { Locale } from '../press-room/locale.ts'
import { fold } from './fold-text.ts'
import { anyOf } from './words/words.ts'

/** A time of day that stands in a text. */
export interface FoundTime {
  /** 09:05 */
  readonly time: string
  readonly start: number
  readonly end: number
}

let pattern: RegExp | undefined

/** 10:30AM · 9 a.m. · 00:01 · 14h30 · 9 h · 09.00 Uhr · noon · midnight. */
function timePattern(): RegExp {
  pattern ??= new RegExp(
    `(?<![\\p{L}\\p{N}.:/-])(?:(?<h1>\\d{1,2})(?:[:.](?<n1>\\d{2}))?\\s?(?<half>[ap])\\.?\\s?m\\b\\.?|(?<h2>\\d{1,2})\\s?h(?:eures?|rs?)?\\s?(?<n2>\\d{2})?(?![\\p{L}\\p{N}])|(?<h3>\\d{1,2})[:.](?<n3>\\d{2})(?:\\s?(?:uhr|hours|hrs|horas))?(?![.:]?\\p{N})|(?<h4>\\d{1,2})\\s?uhr|(?:12\\s+)?(?<noon>${anyOf('noon')})|(?<midnight>${anyOf('midnight')}))(?!\\p{L})`,
    'gu',
  )
  return pattern
}

/** The first time of day of a text. */
export function timeIn(text: string): FoundTime | undefined {
  for (const { 0: typed, index, groups: g = {} } of fold(text).matchAll(timePattern())) {
    const hour = g.h1 ?? g.h2 ?? g.h3 ?? g.h4 ?? (g.noon === undefined ? '0' : '12')
    const minute = g.n1 ?? g.n2 ?? g.n3 ?? '00'
    let number = Number(hour)
    if (g.half === 'p' && number < 12) number += 12
    if (g.half === 'a' && number === 12) number = 0
    if (number > 23 || Number(minute) > 59) continue
    return { time: `${String(number).padStart(2, '0')}:${minute}`, start: index, end: index + typed.length }
  }
  return undefined
}

/** Abbreviations that press offices write, with the zone that they most likely mean. */
const abbreviations: Readonly<Record<string, string>> = {
  et: 'America/New_York',
  est: 'America/New_York',
  edt: 'America/New_York',
  ct: 'America/Chicago',
  cst: 'America/Chicago',
  cdt: 'America/Chicago',
  mt: 'America/Denver',
  mst: 'America/Denver',
  mdt: 'America/Denver',
  pt: 'America/Los_Angeles',
  pst: 'America/Los_Angeles',
  pdt: 'America/Los_Angeles',
  'us et': 'America/New_York',
  'u.s. et': 'America/New_York',
  'us eastern': 'America/New_York',
  'us eastern time': 'America/New_York',
  'eastern time': 'America/New_York',
  eastern: 'America/New_York',
  'pacific time': 'America/Los_Angeles',
  'central time': 'America/Chicago',
  'mountain time': 'America/Denver',
  gmt: 'Europe/London',
  bst: 'Europe/London',
  'uk time': 'Europe/London',
  'london time': 'Europe/London',
  cet: 'Europe/Paris',
  cest: 'Europe/Paris',
  mez: 'Europe/Berlin',
  mesz: 'Europe/Berlin',
  eet: 'Europe/Helsinki',
  eest: 'Europe/Helsinki',
  utc: 'UTC',
  jst: 'Asia/Tokyo',
  ist: 'Asia/Kolkata',
  aest: 'Australia/Sydney',
  aedt: 'Australia/Sydney',
}

/** Minutes ahead of UTC that an abbreviation says, where it says a season. */
const said: Readonly<Record<string, number>> = {
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  gmt: 0,
  bst: 60,
  cet: 60,
  cest: 120,
  mez: 60,
  mesz: 120,
  eet: 120,
  eest: 180,
}

export interface FoundZone {
  readonly zone: string
  readonly start: number
  readonly end: number
  readonly unsure?: string
}

/**
 * The zone that a text names at its beginning or in brackets: an abbreviation, an IANA name, `UTC+2`, or a city's time in the words
 * of the locale. CET is the press room's own zone where that is on it.
 */
export function zoneIn(
  text: string,
  {
    day,
    time,
    roomZone,
    locale,
  }: { day: string | undefined; time: string; roomZone: string | undefined; locale: Locale | undefined },
): FoundZone | undefined {
  const folded = fold(text)
  const iana = /^[\s(,]*([A-Za-z]+\/[A-Za-z_/+-]+[A-Za-z])\)?/.exec(text)
  if (iana?.[1] !== undefined && isZone(iana[1])) return { zone: iana[1], start: 0, end: iana[0].length }
  for (const [zone, name] of Object.entries(locale?.zones ?? {})) {
    const bare = fold(name.replace(/[,،]?\s*\{offset\}/, ''))
    const at = folded.indexOf(bare)
    if (at >= 0 && at <= 3 && bare.length > 3) return { zone, start: 0, end: closing(text, at + bare.length) }
  }
  const names = Object.keys(abbreviations).sort((a, b) => b.length - a.length)
  const short = new RegExp(`^[\\s(,]*(${names.join('|').replaceAll('.', '\\.')})(?!\\p{L})\\)?`, 'u').exec(folded)
  if (short?.[1] !== undefined) {
    const place = { start: 0, end: closing(text, short[0].length) }
    const offset = said[short[1]]
    const at = (zone: string): number | undefined => {
      const instant = day !== undefined && isDay(day) ? instantsOf(day, time, zone).at(-1) : undefined
      return instant === undefined ? undefined : wallClock(instant, zone).offset
    }
    const usual = abbreviations[short[1]] ?? 'UTC'
    const own = offset === 60 || offset === 120 ? roomZone : undefined
    const zone = own !== undefined && own.startsWith('Europe/') && at(own) === at(usual) ? own : usual
    const real = at(zone)
    if (offset === undefined || real === undefined || real === offset) return { zone, ...place }
    const typed = text.slice(0, short[0].length).replace(/[\s(),]/g, '')
    const unsure = `${typed} is not the time of ${zone} on that day; the later of the two readings is taken`
    return { zone: offset < real ? offsetInFigures(offset) : zone, ...place, unsure }
  }
  const city =
    /^[\s(,]*(\p{Lu}[\p{L} ]{2,20}?)\s+time(?!\p{L})/u.exec(text) ??
    /^[\s(,]*(?:hora|heure|ora|hour)\s+(?:de|d['’]|di|en|do|da)\s*(\p{Lu}[\p{L} ]{2,20}?)(?=[).,;]|$)/iu.exec(text)
  const zone = city?.[1] === undefined ? undefined : nearestZone(city[1])
  return city && zone !== undefined ? { zone, start: 0, end: closing(text, city[0].length) } : undefined
}

/** The offset after a bracket that closes there. */
const closing = (text: string, at: number): number => {
  const rest = /^[^()]{0,12}\)/.exec(text.slice(at))
  return text.slice(0, at).includes('(') && rest ? at + rest[0].length : at
}

/** -05:00 */
const offsetInFigures = (minutes: number): string => {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`
}
