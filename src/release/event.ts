import { readMoment } from '../calendar/moment.ts'
import { type Inline, plainText } from '../markdown/tree.ts'
import { type Locale, dateInWords, momentInWords, word } from '../press-room/locale.ts'
import type { PressRoom } from '../press-room/press-room.ts'
import type { At } from './fault.ts'
import type { ReleaseFields } from './fields.ts'
import type { Event } from './resolved.ts'

/** When and where, in the words of the locale. */
export function eventOf(
  event: NonNullable<ReleaseFields['event']>,
  locale: Locale,
  room: PressRoom,
  line: (text: string | undefined, path: readonly (string | number)[]) => readonly Inline[],
  at: At,
): Event {
  const when = (text: string | undefined, key: string): string => {
    if (text === undefined) return ''
    const withTime = /\d[T ]\s*\d/.test(text)
    const read = readMoment(withTime ? text : `${text} 00:00 UTC`, room.settings.timeZone)
    if ('fault' in read) {
      at(['event', key], { code: read.code, message: read.fault, hint: read.hint })
      return ''
    }
    return withTime ? momentInWords(locale, read.moment) : dateInWords(locale, read.moment.day)
  }
  return {
    starts: when(event.starts, 'starts'),
    ends: when(event.ends, 'ends'),
    place: plainText(line(event.place, ['event', 'place'])),
    address: inOneLine(line(event.address, ['event', 'address']), word(locale, 'comma')),
    online: event.online ?? '',
    registration: line(event.registration, ['event', 'registration']),
  }
}

/** An address of several lines, with a comma for each break that has none. */
const inOneLine = (address: readonly Inline[], comma: string): string =>
  plainText(address.map((node) => (node.type === 'break' ? { type: 'text', value: '\n' } : node))).replace(
    /[,،、]?\s*\n\s*/g,
    comma,
  )
