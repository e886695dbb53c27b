import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { isDay } from '../src/calendar/day.ts'
import { readMoment } from '../src/calendar/moment.ts'
import { isZone } from '../src/calendar/zone.ts'
import { openPressRoom } from '../src/press-room/open.ts'
import type { PressRoom } from '../src/press-room/press-room.ts'
import { dateInWords, fill, momentInWords, timeInWords, word, type Locale } from '../src/press-room/locale.ts'
import { pressRoom } from './support/press-room.ts'

const folder = join(import.meta.dirname, '../templates/locales')

interface File {
  readonly months?: readonly string[]
  readonly quotes?: readonly string[]
  readonly zones?: Readonly<Record<string, string>>
  readonly words?: Readonly<Record<string, string>>
}
const text = (language: string): string => readFileSync(join(folder, `${language}.yaml`), 'utf8')
const file = (language: string): File => parse(text(language)) as File
const all = readdirSync(folder).map((name) => name.replace('.yaml', ''))
const languages = all.filter((name) => !name.includes('-'))
const regions = all.filter((name) => name.includes('-'))
const translated = languages.filter((name) => name !== 'en')

let room: PressRoom | undefined
beforeAll(async () => {
  room = (await openPressRoom(pressRoom({}))).value
})
const locale = (language: string): Locale => {
  const found = room?.locale(language).value
  if (!found) throw new Error(`no locale ${language}`)
  return found
}

test('there are English, French, Spanish and Arabic', () => {
  expect(languages).toEqual(expect.arrayContaining(['ar', 'en', 'es', 'fr']))
})

describe.each(languages)('the file of %s', (language) => {
  const { words = {}, months = [], quotes = [] } = file(language)
  const english = file('en').words ?? {}
  const names = (pattern = ''): string[] => (pattern.match(/\{[\w-]+\}/g) ?? []).sort()

  test('has the words that English has, and no others', () => {
    expect(Object.keys(words).sort()).toEqual(Object.keys(english).sort())
  })

  test.each(Object.keys(english))('leaves the same to be filled in in "%s"', (key) => {
    expect(names(words[key])).toEqual(names(english[key]))
  })

  test('has twelve months and four quotation marks, all different', () => {
    expect([new Set(months).size, new Set(quotes).size]).toEqual([12, 4])
  })
})

test.each(regions)('%s says only what its language knows, and says it otherwise', (region) => {
  const [language = ''] = region.split('-')
  const { words: known = {}, ...forms } = file(language)
  const { words = {}, ...own } = file(region)
  expect(Object.entries(words).filter(([key, value]) => known[key] === undefined || known[key] === value)).toEqual([])
  expect(Object.entries(own).filter(([key, value]) => forms[key as keyof typeof forms] === value)).toEqual([])
})

describe('names of zones', () => {
  test.each(all)('%s names zones that there are', (language) => {
    expect(Object.keys(file(language).zones ?? {}).filter((zone) => !isZone(zone))).toEqual([])
  })

  test.each(translated)('%s names those that the other translations name', (language) => {
    expect(Object.keys(file(language).zones ?? {})).toEqual(Object.keys(file('fr').zones ?? {}))
  })
})

describe('typography', () => {
  test('French has a no-break space before : ; ! ? and inside its quotation marks', () => {
    const { words = {}, quotes = [] } = file('fr')
    expect(Object.values(words).filter((one) => /(?:^|[^\u00a0])[:;!?»]|«(?!\u00a0)/.test(one))).toEqual([])
    expect(quotes.slice(0, 2)).toEqual(['«\u00a0', '\u00a0»'])
  })

  test('Arabic has its own comma wherever two things are joined', () => {
    expect(text('ar').match(/[\u0621-\u064a}],/g)).toBeNull()
  })

  test('no locale has straight quotation marks or apostrophes in its words', () => {
    for (const language of all)
      expect(Object.values(file(language).words ?? {}).filter((one) => /["']/.test(one))).toEqual([])
  })
})

test.each([
  ['en', 'ltr'],
  ['fr', 'ltr'],
  ['es', 'ltr'],
  ['ar', 'rtl'],
] as const)('%s is written %s', (language, direction) => {
  expect(locale(language).direction).toBe(direction)
})

test.each([
  ['en', '2026-05-01', 'May 1, 2026'],
  ['en-GB', '2026-05-01', '1 May 2026'],
  ['fr', '2026-05-01', '1er mai 2026'],
  ['fr', '2026-05-21', '21 mai 2026'],
  ['fr', '2026-08-31', '31 août 2026'],
  ['fr-CA', '2026-02-01', '1er février 2026'],
  ['es', '2026-05-01', '1 de mayo de 2026'],
  ['es', '2026-09-12', '12 de septiembre de 2026'],
  ['ar', '2020-04-09', '9 نيسان/أبريل 2020'],
  ['ar', '2026-01-01', '1 كانون الثاني/يناير 2026'],
  ['ar', '2026-10-31', '31 تشرين الأول/أكتوبر 2026'],
  ['ar', '2026-12-01', '1 كانون الأول/ديسمبر 2026'],
])('%s: %s is %s', (language, day, expected) => {
  expect(isDay(day) && dateInWords(locale(language), day)).toBe(expected)
})

test.each([
  [
    'en',
    ['12:00 a.m.', '12:30 a.m.', '9:05 a.m.', '11:59 a.m.', '12:00 p.m.', '12:30 p.m.', '1:00 p.m.', '11:59 p.m.'],
  ],
  ['en-GB', ['00:00', '00:30', '09:05', '11:59', '12:00', '12:30', '13:00', '23:59']],
  ['fr', ['0 h 00', '0 h 30', '9 h 05', '11 h 59', '12 h 00', '12 h 30', '13 h 00', '23 h 59']],
  ['es', ['0:00 h', '0:30 h', '9:05 h', '11:59 h', '12:00 h', '12:30 h', '13:00 h', '23:59 h']],
  ['ar', ['00:00', '00:30', '09:05', '11:59', '12:00', '12:30', '13:00', '23:59']],
])('%s: the hours of a day', (language, expected) => {
  const times = ['00:00', '00:30', '09:05', '11:59', '12:00', '12:30', '13:00', '23:59']
  const breaking = (time: string): string => timeInWords(locale(language), time).replaceAll('\u00a0', ' ')
  expect(times.map(breaking)).toEqual(expected)
})

test.each(['fr', 'es'])('%s does not break a time over two lines', (language) => {
  expect(timeInWords(locale(language), '09:05')).not.toContain(' ')
})

test.each([
  ['en', '2026-12-01 09:00 Europe/Amsterdam', 'EMBARGOED UNTIL December 1, 2026, 9:00 a.m. (Amsterdam time, UTC+1)'],
  ['en', '2026-07-01 00:00 America/New_York', 'EMBARGOED UNTIL July 1, 2026, 12:00 a.m. (U.S. Eastern Time, UTC−4)'],
  ['en-GB', '2026-12-01 09:00 UTC', 'STRICTLY EMBARGOED UNTIL 1 December 2026, 09:00 (UTC)'],
  [
    'fr',
    '2026-12-01 09:00 Europe/Amsterdam',
    'SOUS EMBARGO JUSQU’AU 1er décembre 2026 à 9 h 00 (heure d’Amsterdam, UTC+1)',
  ],
  ['fr', '2026-07-14 00:01 Africa/Cairo', 'SOUS EMBARGO JUSQU’AU 14 juillet 2026 à 0 h 01 (heure du Caire, UTC+3)'],
  [
    'fr',
    '2026-07-14 12:00 Atlantic/Reykjavik',
    'SOUS EMBARGO JUSQU’AU 14 juillet 2026 à 12 h 00 (heure locale : Reykjavik, UTC+0)',
  ],
  ['fr', '2026-07-14 12:00 UTC', 'SOUS EMBARGO JUSQU’AU 14 juillet 2026 à 12 h 00 (temps universel, UTC)'],
  [
    'es',
    '2026-05-01 13:30 Europe/Madrid',
    'EMBARGADO HASTA EL 1 de mayo de 2026, 13:30 h (hora peninsular española, UTC+2)',
  ],
  [
    'es',
    '2026-12-01 09:00 America/New_York',
    'EMBARGADO HASTA EL 1 de diciembre de 2026, 9:00 h (hora de Nueva York, UTC−5)',
  ],
  [
    'ar',
    '2026-12-01 09:00 Asia/Beirut',
    'محظور النشر حتى 1 كانون الأول/ديسمبر 2026، الساعة 09:00 (بتوقيت بيروت، UTC+2)',
  ],
  [
    'ar',
    '2026-06-30 12:00 America/New_York',
    'محظور النشر حتى 30 حزيران/يونيو 2026، الساعة 12:00 (بتوقيت نيويورك، UTC−4)',
  ],
  ['ar', '2026-06-30 12:00 UTC', 'محظور النشر حتى 30 حزيران/يونيو 2026، الساعة 12:00 (بالتوقيت العالمي، UTC)'],
])('%s: an embargo of %s', (language, moment, expected) => {
  const read = readMoment(moment, undefined)
  const shown =
    'moment' in read
      ? word(locale(language), 'embargoed-until', { moment: momentInWords(locale(language), read.moment) })
      : read.fault
  expect(shown.replaceAll('\u00a0', ' ')).toBe(expected)
})

test.each([
  ['en', '**THE HAGUE, April 9, 2020** —'],
  ['en-GB', '**The Hague, 9 April 2020** –'],
  ['fr', '**The Hague, le 9 avril 2020** –'],
  ['es', '**The Hague, 9 de abril de 2020**.–'],
  ['ar', '**The Hague، 9 نيسان/أبريل 2020** –'],
])('%s: the dateline is %s', (language, expected) => {
  const day = '2020-04-09'
  const date = isDay(day) ? dateInWords(locale(language), day) : ''
  expect(fill(locale(language).dateline, { place: 'The Hague', PLACE: 'THE HAGUE', date })).toBe(expected)
})

test.each([
  ['en', 'FOR IMMEDIATE RELEASE', '###'],
  ['en-GB', 'FOR IMMEDIATE RELEASE', 'ENDS'],
  ['fr', 'POUR DIFFUSION IMMÉDIATE', ''],
  ['fr-CA', 'POUR DIFFUSION IMMÉDIATE', '–\u00a030\u00a0–'],
  ['es', 'PARA SU PUBLICACIÓN INMEDIATA', '###'],
  ['ar', 'للنشر الفوري', 'انتهى'],
])('%s: %s … %s', (language, line, endMark) => {
  expect([word(locale(language), 'immediate'), locale(language).endMark]).toEqual([line, endMark])
})
