import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Day } from '../../src/calendar/day.ts'
import { parseInline } from '../../src/markdown/parse.ts'
import { dateInWords, fill, type Locale } from '../../src/press-room/locale.ts'
import type { PressRoom } from '../../src/press-room/press-room.ts'
import { datelineOf } from '../../src/release/dateline.ts'

const english = {
  language: 'en',
  date: '{month} {day}, {year}',
  firstOfMonth: '1',
  months: ['January', 'Februar', 'März', 'avril', 'أيار/مايو', '六月', 'July', 'August', '9', 'O.', 'N-v', "D'c"],
} as unknown as Locale

const place = fc.oneof(
  fc.constantFrom(
    'The Hague',
    'Québec',
    'Washington, D.C.',
    'Aix-en-Provence',
    "L'Aquila",
    'लखनऊ',
    '8',
    'a--b',
    'C',
    '–',
  ),
  fc.stringMatching(/^[A-Za-zéл0-9 ,.'"*_/:@()&!<-]{1,12}$/),
)
const mark = fc.constantFrom(
  '**',
  '*',
  '_',
  '~~',
  '(',
  ')',
  '"',
  "'",
  ' ',
  ', ',
  '-',
  '--',
  '...',
  '/',
  ':',
  '!',
  '`',
  'a',
  '1',
  '',
)
const pattern = fc.oneof(
  fc.constantFrom(
    '**{PLACE}, {date}** —',
    '**{place}، {date}** –',
    '**{place}, {date}**.–',
    '{place} ({date}) –',
    '{place}',
  ),
  fc
    .tuple(mark, fc.constantFrom('{place}', '{PLACE}'), mark, mark, fc.constantFrom('{date}', 'x'), mark)
    .map((parts) => parts.join('')),
)
const locales = [
  ['“', '”', '‘', '’'],
  ['«\u00A0', '\u00A0»', '‹\u00A0', '\u00A0›'],
].map((quotes) => ({ ...english, quotes }))

test('a dateline is what its pattern gives with the place and the date typed in', () => {
  fc.assert(
    fc.property(
      pattern,
      place,
      fc.integer({ min: 1, max: 12 }),
      fc.constantFrom(...locales),
      (dateline, typed, month, locale) => {
        const day = `2026-${String(month).padStart(2, '0')}-09` as Day
        const dialect = { quotes: locale.quotes, rawHtml: false }
        const plain = typed.replace(/[\\`*_[\]<>{}]/g, '\\$&')
        const values = { place: plain, PLACE: plain.toLocaleUpperCase('en'), date: dateInWords(locale, day) }
        const room = { settings: { house: { dateline } } } as PressRoom
        expect(datelineOf(room, locale, typed, values.date, dialect)).toEqual(
          parseInline(fill(dateline, values), dialect),
        )
      },
    ),
    { numRuns: 20_000, seed: 7 },
  )
})
