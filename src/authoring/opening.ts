import type { Day } from '../calendar/day.ts'
import { readMoment } from '../calendar/moment.ts'
import type { Language } from '../press-room/language.ts'
import type { PressRoom } from '../press-room/press-room.ts'
import type { Kind } from '../release/fields.ts'
import { oneLine, quoted } from './yaml-text.ts'

/** What a release is begun with, once it is settled. */
export interface Begun {
  readonly headline: string
  readonly day: Day
  readonly language: Language
  readonly embargo?: string
  readonly kind?: Kind
  readonly dateline?: string
}

/** What every new release says of itself: what it is, when it goes out, and that it does not yet. */
export function openingFields(room: PressRoom, { kind, day, embargo, language }: Begun, draft: string): string[] {
  return [
    ...(kind === undefined || kind === 'press-release' ? [] : [`kind: ${kind}`]),
    ...(language === room.settings.language ? [] : [`language: ${language}`]),
    `date: ${day}`,
    ...(embargo === undefined ? [] : [`embargo: ${scalarMoment(embargo, room)}`]),
    `draft: true # ${draft}`,
  ]
}

/** A moment as it was meant, with its zone: what stands in the file does not change its meaning when press.yaml does. */
function scalarMoment(text: string, room: PressRoom): string {
  const read = readMoment(text, room.settings.timeZone)
  if (!('moment' in read) || /^UTC./.test(read.moment.zone)) return quoted(oneLine(text))
  const { day, time, zone } = read.moment
  return `${day} ${time} ${zone}`
}
