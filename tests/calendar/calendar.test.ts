import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asOf, isDay, numbersOf, type Day } from '../../src/calendar/day.ts'
import { readMoment } from '../../src/calendar/moment.ts'
import { instantsOf, isZone, nearestZone, wallClock } from '../../src/calendar/zone.ts'

const day = (text: string): Day => {
  if (!isDay(text)) throw new Error(text)
  return text
}

describe('days', () => {
  test('are those of the Gregorian calendar', () => {
    const texts = [
      '2024-02-29',
      '2026-02-29',
      '1900-02-29',
      '2000-02-29',
      '2026-00-10',
      '2026-1-5',
      '20260105',
      '0999-01-01',
    ]
    expect(texts.filter(isDay)).toEqual(['2024-02-29', '2000-02-29'])
  })

  test('every date that a clock can show is one, with its numbers', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
        (date) => {
          const text = date.toISOString().slice(0, 10)
          const { year, month, day: number } = numbersOf(day(text))
          expect(Date.UTC(year, month - 1, number)).toBe(Date.parse(text))
        },
      ),
    )
  })

  test('of dated things the newest that is not later counts, and of two of one day the last', () => {
    const versions = [
      { id: 1 },
      { id: 2, from: day('2020-01-01') },
      { id: 3, from: day('2022-01-01') },
      { id: 4, from: day('2022-01-01') },
    ]
    const id = (text: string) => asOf(versions, day(text))?.id
    expect([id('2019-12-31'), id('2020-01-01'), id('2021-12-31'), id('2022-01-01')]).toEqual([1, 2, 2, 4])
    expect(asOf(versions.slice(1), day('2019-12-31'))).toBeUndefined()
  })
})

describe('zones', () => {
  const zones = [
    'UTC',
    'Europe/Amsterdam',
    'America/New_York',
    'Asia/Kolkata',
    'Australia/Lord_Howe',
    'Pacific/Apia',
    'Africa/Casablanca',
    'America/St_Johns',
  ]
  const instant = fc
    .integer({ min: Date.UTC(1980, 0), max: Date.UTC(2100, 0) })
    .map((ms) => Math.floor(ms / 60_000) * 60_000)

  test('every instant is one of those at which the clocks show its day and time', () => {
    fc.assert(
      fc.property(instant, fc.constantFrom(...zones), (at, zone) => {
        const { day: date, time } = wallClock(at, zone)
        expect(instantsOf(date, time, zone)).toContain(at)
      }),
    )
  })

  test('and the clocks show the day and the time at each of them', () => {
    fc.assert(
      fc.property(instant, fc.nat(1439), fc.constantFrom(...zones), (at, minute, zone) => {
        const date = day(new Date(at).toISOString().slice(0, 10))
        const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
        for (const one of instantsOf(date, time, zone)) expect(wallClock(one, zone)).toMatchObject({ day: date, time })
      }),
    )
  })

  test.each([
    ['2026-03-29', '02:30', 'Europe/Amsterdam', 0],
    ['2026-10-25', '02:30', 'Europe/Amsterdam', 2],
    ['2026-03-08', '02:30', 'America/New_York', 0],
    ['2026-10-04', '02:15', 'Australia/Lord_Howe', 0],
    ['2011-12-30', '12:00', 'Pacific/Apia', 0],
    ['2026-07-01', '12:00', 'Europe/Amsterdam', 1],
    ['9999-12-31', '23:59', 'UTC', 1],
    ['9999-12-31', '23:59', 'America/New_York', 1],
  ])('%s %s in %s is shown %i times', (date, time, zone, times) => {
    expect(instantsOf(day(date), time, zone)).toHaveLength(times)
  })

  test('are those of the IANA database', () => {
    expect(['Europe/Paris', 'UTC', 'America/Argentina/Ushuaia', 'Etc/GMT+5'].every(isZone)).toBe(true)
    expect(['CET', 'EST', 'GMT+1', '+01:00', 'Mars/Base', '', 'europe'].some(isZone)).toBe(false)
  })

  test.each([
    ['Amsterdam', 'Europe/Amsterdam'],
    ['new york', 'America/New_York'],
    ['Europe/Amsterdm', 'Europe/Amsterdam'],
    ['CET', undefined],
  ])('%s was meant as %s', (typed, zone) => {
    expect(nearestZone(typed)).toBe(zone)
  })
})

describe('moments', () => {
  const instant = (text: string, zone?: string): string => {
    const read = readMoment(text, zone)
    return 'moment' in read ? new Date(read.moment.instant).toISOString() : `${read.code} ${read.fault}`
  }

  test.each([
    ['2026-12-01 09:00 Europe/Amsterdam', '2026-12-01T08:00:00.000Z'],
    ['2026-07-01 09:00 Europe/Amsterdam', '2026-07-01T07:00:00.000Z'],
    ['2026-12-01T09:00+01:00', '2026-12-01T08:00:00.000Z'],
    ['2026-12-01T09:00:00Z', '2026-12-01T09:00:00.000Z'],
    ['2026-12-01 09:00 +0530', '2026-12-01T03:30:00.000Z'],
    ['2026-12-01 9:05 UTC', '2026-12-01T09:05:00.000Z'],
    ['2026-10-25 02:30 Europe/Amsterdam', '2026-10-25T01:30:00.000Z'],
    ['2026-12-01 09:00 CET', 'invalid-time Unknown time zone "CET"'],
    ['2026-12-01 25:00 UTC', 'invalid-time No such time, "25:00"'],
    ['2026-12-01 09:00 +99:00', 'invalid-time No such offset, "+99:00"'],
    ['2026-12-32 09:00 UTC', 'invalid-date No such day, "2026-12-32"'],
    ['soon', 'invalid-time Wrong form of time, "soon"'],
  ])('%s is %s', (text, expected) => {
    expect(instant(text)).toBe(expected)
  })

  test('without a zone it is one of the press room, if that has one', () => {
    expect(instant('2026-12-01 09:00', 'Asia/Tokyo')).toBe('2026-12-01T00:00:00.000Z')
    expect(instant('2026-12-01 09:00')).toBe('invalid-time Missing time zone')
  })

  test('any text is read without throwing', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(undefined, 'Europe/Paris'), (text, zone) => void readMoment(text, zone)),
    )
  })
})
