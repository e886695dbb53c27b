import { isDay, whyNoDay, type Day } from './day.ts'
import { instantsOf, isZone, nearestZone, type Instant } from './zone.ts'

/** A day with a time on the clocks of a zone, and the instant that is. */
export interface Moment {
  readonly day: Day
  readonly time: string
  readonly zone: string
  readonly instant: Instant
}

export type MomentResult =
  | { readonly moment: Moment; readonly warning?: string; readonly hint?: string }
  | { readonly fault: string; readonly hint?: string; readonly code: 'invalid-date' | 'invalid-time' }

const form = /^(\S+?)(?:[T ]\s*(\d{1,2}):(\d{2})(?::00)?)(?:\s*(Z|[+-]\d{2}:?\d{2})|\s+(\S+))?$/

/**
 * Reads `2026-12-01 09:00 Europe/Amsterdam`; also ISO 8601 with an offset. A time without a zone is one of `zone`.
 * In the hour that is repeated when summer time ends the later instant counts: nothing may leave too early.
 */
export function readMoment(text: string, zone: string | undefined): MomentResult {
  const match = form.exec(text.trim())
  if (!match) {
    const hint = 'write it as 2026-12-01 09:00 Europe/Amsterdam'
    return { fault: `Wrong form of time, "${text}"`, hint, code: 'invalid-time' }
  }
  const [, day = '', hour = '', minute = '', offset, named] = match
  if (!isDay(day)) {
    const [fault = '', hint = ''] = whyNoDay(day).replace('invalid-date: ', '').split('; ')
    return { fault, hint, code: 'invalid-date' }
  }
  if (Number(hour) > 23 || Number(minute) > 59)
    return {
      fault: `No such time, "${hour}:${minute}"`,
      hint: 'write a time from 00:00 to 23:59',
      code: 'invalid-time',
    }
  const time = `${hour.padStart(2, '0')}:${minute}`
  if (offset !== undefined) {
    const iso = offset === 'Z' ? 'Z' : offset.replace(/^(.\d\d):?(\d\d)$/, '$1:$2')
    const instant = Date.parse(`${day}T${time}:00${iso}`)
    if (Number.isNaN(instant)) return { fault: `No such offset, "${offset}"`, code: 'invalid-time' }
    return { moment: { day, time, zone: iso === 'Z' ? 'UTC' : `UTC${iso}`, instant } }
  }
  const name = named ?? zone
  if (name === undefined) {
    const hint = 'add the zone, such as Europe/Amsterdam, or set `time-zone` in press.yaml'
    return { fault: 'Missing time zone', hint, code: 'invalid-time' }
  }
  if (!isZone(name)) {
    const near = nearestZone(name)
    const hint = near
      ? `did you mean "${near}"?`
      : 'use a name such as Europe/Amsterdam or America/New_York; abbreviations like CET or EST are ambiguous'
    return { fault: `Unknown time zone "${name}"`, hint, code: 'invalid-time' }
  }
  const instants = instantsOf(day, time, name)
  const instant = instants.at(-1)
  if (instant === undefined) {
    const hint = 'the clocks are put forward over this hour; choose a time before or after it'
    return { fault: `No such time in ${name} on ${day}, ${time}`, hint, code: 'invalid-time' }
  }
  const moment: Moment = { day, time, zone: name, instant }
  if (instants.length === 1) return { moment }
  const exact = new Date(instant).toISOString().slice(0, 16).replace('T', ' ')
  const hint = `write it as ${exact} UTC to be exact`
  return { moment, warning: `${time} comes twice in ${name} on ${day}, the later one counts`, hint }
}
