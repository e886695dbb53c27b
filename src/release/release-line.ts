import type { Moment } from '../calendar/moment.ts'
import { wallClock } from '../calendar/zone.ts'
import { type Locale, momentInWords, word } from '../press-room/locale.ts'
import type { PressRoom } from '../press-room/press-room.ts'
import type { Status } from './status.ts'

/** The line at the very top: whether and from when this may be published. */
export function releaseLineOf(status: Status, locale: Locale, room: PressRoom): string {
  switch (status.kind) {
    case 'draft':
      return word(locale, 'draft')
    case 'withdrawn':
      return word(locale, 'withdrawn')
    case 'embargoed':
      return word(locale, 'embargoed-until', { moment: momentsInWords(locale, status.until, room) })
    case 'scheduled':
    case 'public':
      return word(locale, 'immediate')
  }
}

/** The subject of a mail with what is to be known before it is opened: that it may not be published yet, or not as it was. */
export function markedSubject(subject: string, { kind }: Status, isCorrected: boolean, locale: Locale): string {
  const marks = [
    ...(kind === 'embargoed' || kind === 'withdrawn' ? [word(locale, kind)] : []),
    ...(isCorrected && kind !== 'withdrawn' ? [word(locale, 'corrected')] : []),
  ]
  return marks.reduceRight((marked, mark) => word(locale, 'marked', { mark, subject: marked }), subject)
}

/** An embargo in its own zone and, where the house wants it, in a second one: computed, with its own date. */
function momentsInWords(locale: Locale, moment: Moment, room: PressRoom): string {
  const own = momentInWords(locale, moment)
  const { secondZone } = room.settings.house
  if (secondZone === undefined || secondZone === moment.zone) return own
  const there = wallClock(moment.instant, secondZone)
  const second = momentInWords(locale, { day: there.day, time: there.time, zone: secondZone, instant: moment.instant })
  return `${own} / ${second}`
}
