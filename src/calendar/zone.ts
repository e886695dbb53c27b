import { nearest } from '../source/nearest.ts'
import type { Day } from './day.ts'

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number

const formats = new Map<string, Intl.DateTimeFormat | undefined>()

function formatOf(zone: string): Intl.DateTimeFormat | undefined {
  if (!formats.has(zone)) {
    let format: Intl.DateTimeFormat | undefined
    try {
      const numeric = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const
      const options = {
        timeZone: zone,
        calendar: 'gregory',
        numberingSystem: 'latn',
        hourCycle: 'h23',
        ...numeric,
      } as const
      format = new Intl.DateTimeFormat('en-US', { ...options, second: '2-digit' })
    } catch {
      format = undefined
    }
    formats.set(zone, format)
  }
  return formats.get(zone)
}

let usualZones: ReadonlySet<string> | undefined

/**
 * Whether a name is a zone of the IANA time zone database, such as Europe/Amsterdam, or UTC. The names in use are looked up, which takes
 * 1 ms; those of earlier days, such as Asia/Calcutta, are tried out, and the first clock of a process takes 15 ms to make.
 */
export function isZone(name: string): boolean {
  if (name === 'UTC' || (usualZones ??= new Set(Intl.supportedValuesOf('timeZone'))).has(name)) return true
  return /^[A-Za-z]+(?:[_/+-][A-Za-z0-9]+)+$/.test(name) && formatOf(name) !== undefined
}

/** The zone that somebody most likely meant: the one of that city, or the nearest name. */
export function nearestZone(name: string): string | undefined {
  const zones = Intl.supportedValuesOf('timeZone')
  const city = name.replaceAll(' ', '_').toLowerCase()
  return (
    zones.find((zone) => zone.toLowerCase().endsWith(`/${city}`)) ??
    (name.includes('/') ? nearest(name, zones) : undefined)
  )
}

/** A clock on the wall of a zone: its day, its time as 09:05, and how far it is ahead of UTC in minutes. */
export interface WallClock {
  readonly day: Day
  readonly time: string
  readonly offset: number
}

let last: { readonly instant: Instant; readonly zone: string; readonly clock: WallClock } | undefined

/** What the clocks of a zone show at an instant. Throws a RangeError for a zone that does not exist: ask `isZone` first. */
export function wallClock(instant: Instant, zone: string): WallClock {
  // Most rules ask for the moment that counts as now, of each release.
  if (last?.instant !== instant || last.zone !== zone) last = { instant, zone, clock: clockAt(instant, zone) }
  return last.clock
}

function clockAt(instant: Instant, zone: string): WallClock {
  if (zone === 'UTC') {
    const shown = new Date(instant).toISOString()
    const at = shown.indexOf('T')
    if (at === 10) return { day: shown.slice(0, at) as Day, time: shown.slice(at + 1, at + 6), offset: 0 }
  }
  const format = formatOf(zone)
  if (!format) throw new RangeError(`no such zone: ${zone}`)
  const part: Record<string, string> = {}
  for (const { type, value } of format.formatToParts(instant)) part[type] = value
  const year = (part['year'] ?? '').padStart(4, '0')
  const day = `${year}-${part['month']}-${part['day']}` as Day
  const time = `${part['hour']}:${part['minute']}`
  const shown = Date.parse(`${day}T${time}:${part['second']}Z`)
  return { day, time, offset: Math.round((shown - Math.floor(instant / 1000) * 1000) / 60_000) }
}

/** Later than this, a year has five figures. */
const lastInstant = Date.parse('9999-12-31T23:59:59Z')

/**
 * The instants at which the clocks of a zone show a day and a time: one as a rule, none in the hour that is skipped in spring,
 * two in the hour that is repeated in autumn.
 */
export function instantsOf(day: Day, time: string, zone: string): Instant[] {
  const naive = Date.parse(`${day}T${time}:00Z`)
  const dayAfter = Math.min(naive + 86_400_000, lastInstant)
  const offsets = new Set([naive - 86_400_000, naive, dayAfter].map((near) => wallClock(near, zone).offset))
  return [...offsets]
    .map((offset) => naive - offset * 60_000)
    .filter((instant) => {
      const shown = wallClock(instant, zone)
      return shown.day === day && shown.time === time
    })
    .sort((a, b) => a - b)
}
