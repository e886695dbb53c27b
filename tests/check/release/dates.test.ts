import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Day } from '../../../src/calendar/day.ts'
import { datesIn, dayOf, daysAfter, inWords, knownCalendars, weekdayOf } from '../../../src/check/release/dates.ts'

const read = (text: string, language: string): string[] =>
  datesIn(text, language).map((date) => {
    const weekday = date.weekday === undefined ? '' : ` ${date.weekday}`
    return `${date.typed} = ${dayOf(date, '2026-11-24' as Day) ?? 'no day'}${weekday}`
  })

describe('dates in words', () => {
  test.each([
    ['en', 'On Tuesday, November 24, 2026.', ['Tuesday, November 24, 2026 = 2026-11-24 2']],
    [
      'en',
      'Mon. 3 March, and Sunday the 5th of June 2027',
      ['Mon. 3 March = 2027-03-03 1', 'Sunday the 5th of June 2027 = 2027-06-05 0'],
    ],
    [
      'en',
      'May 4–6, 2026; 4-6 May 2026; Sept. 1',
      ['May 4–6, 2026 = 2026-05-04', '4-6 May 2026 = 2026-05-04', 'Sept. 1 = 2026-09-01'],
    ],
    ['en', 'They may 4 times a year; in May 10 people and in March 12.5 percent.', []],
    ['en', 'April 31 and 2026-02-30', ['April 31 = no day', '2026-02-30 = no day']],
    [
      'fr',
      'Le mardi 24 novembre 2026, le 1er mai, jeudi 4 déc. 2025',
      ['mardi 24 novembre 2026 = 2026-11-24 2', '1er mai = 2027-05-01', 'jeudi 4 déc. 2025 = 2025-12-04 4'],
    ],
    [
      'es',
      'El martes, 24 de noviembre del 2026 y el 1.º de mayo',
      ['martes, 24 de noviembre del 2026 = 2026-11-24 2', '1.º de mayo = 2027-05-01'],
    ],
    ['ar', 'الاثنين 24 تشرين الثاني/نوفمبر 2026', ['الاثنين 24 تشرين الثاني/نوفمبر 2026 = 2026-11-24 1']],
    ['ar', '٤ أيار، و3 كانون الأول 2025', ['٤ أيار = 2027-05-04', '3 كانون الأول 2025 = 2025-12-03']],
    ['ar', '١٢ ماي ٢٠٢٦', ['١٢ ماي ٢٠٢٦ = 2026-05-12']],
    [
      'en',
      'On Monday 2026-12-08, or Tuesday,\n2026-12-08; Friday\n\n2026-12-08',
      ['Monday 2026-12-08 = 2026-12-08 1', 'Tuesday,\n2026-12-08 = 2026-12-08 2', '2026-12-08 = 2026-12-08'],
    ],
    ['es', 'El martes, día 2026-12-08', ['martes, día 2026-12-08 = 2026-12-08 2']],
    ['ar', 'يوم الاثنين 2026-12-08', ['الاثنين 2026-12-08 = 2026-12-08 1']],
    ['de', 'Am 4. Mai 2026, 2026-05-04', ['2026-05-04 = 2026-05-04']],
  ])('in %s: %s', (language, text, expected) => expect(read(text, language)).toEqual(expected))

  test('are where they are typed', () => {
    for (const { at, typed } of datesIn('On Tuesday, May 5, and 6 June.', 'en'))
      expect('On Tuesday, May 5, and 6 June.'.slice(...at)).toBe(typed)
  })

  test('are read back from every day as a language writes it', () => {
    const days = fc.integer({ min: 0, max: 50_000 }).map((days) => daysAfter('1900-01-01' as Day, days))
    const tags = fc.constantFrom(...knownCalendars, 'en-GB', 'es-MX', 'ar-EG', 'ar-LB', 'ar-MA', 'ar-TN')
    fc.assert(
      fc.property(days, tags, (day, tag) => {
        const [date] = datesIn(inWords(day, tag), tag.slice(0, 2))
        expect(date && dayOf(date)).toBe(day)
      }),
    )
  })

  test('take no time over what is nearly one', () => {
    const hostile = [`${'24 '.repeat(20_000)}`, 'Monday, '.repeat(8_000), 'May 4–'.repeat(8_000), '1'.repeat(50_000)]
    const started = performance.now()
    for (const language of knownCalendars) for (const text of hostile) datesIn(text, language)
    expect(performance.now() - started).toBeLessThan(2_000)
  })
})

test('the weekday of a day', () => {
  expect(weekdayOf('2026-11-24' as Day)).toBe(2)
  expect(daysAfter('2026-12-31' as Day, 1)).toBe('2027-01-01')
  expect(inWords('2026-05-01' as Day, 'fr')).toBe('1er mai 2026')
})
