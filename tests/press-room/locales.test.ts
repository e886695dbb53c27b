import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { build } from '../../src/index.ts'
import { openPressRoom } from '../../src/press-room/open.ts'
import type { PressRoom } from '../../src/press-room/press-room.ts'
import { readMoment } from '../../src/calendar/moment.ts'
import { isDay } from '../../src/calendar/day.ts'
import { inLanguage, readLanguage } from '../../src/press-room/language.ts'
import { dateInWords, momentInWords, type Locale } from '../../src/press-room/locale.ts'
import { noon, pressRoom } from '../support/press-room.ts'

let room: PressRoom | undefined
beforeAll(async () => {
  room = (await openPressRoom(pressRoom({}))).value
})
const locale = (language: string): Locale => {
  const found = room?.locale(language).value
  if (!found) throw new Error(`no locale ${language}`)
  return found
}
const date = (language: string, text: string): string => (isDay(text) ? dateInWords(locale(language), text) : '')

const folder = join(import.meta.dirname, '../../templates/locales')
const languages = readdirSync(folder).map((file) => file.replace('.yaml', ''))

test.each(languages)('%s is complete', (language) => {
  expect(room?.locale(language).diagnostics).toEqual([])
})

describe('a language whose words are not all there names them, and where they can be copied from', () => {
  /** What is said of a German locale file that is the kit's English one without some of its lines. */
  const said = async (isLeftOut: (line: string) => boolean, files: Readonly<Record<string, string>> = {}) => {
    const english = readFileSync(join(folder, 'en.yaml'), 'utf8')
    const german = english.split('\n').filter((line) => !isLeftOut(line))
    const opened = await openPressRoom(pressRoom({ 'templates/locales/de.yaml': german.join('\n'), ...files }))
    return opened.value?.locale('de').diagnostics.map(({ message, hint }) => [message, hint])
  }

  test('all of a few', async () => {
    const names = 'tel email contact contacts notes embargo photo-credit'.split(' ')
    const known = Object.keys(locale('en').words).filter((word) => names.includes(word))
    expect(await said((line) => known.some((word) => line.startsWith(`  ${word}:`)))).toEqual([
      [
        `Missing in the locale for de: ${known.map((word) => `words.${word}`).join(', ')}`,
        'add them to templates/locales/de.yaml; node_modules/pressmark/templates/locales/en.yaml has them',
      ],
    ])
    expect(known.length).toBeGreaterThan(2)
  })

  test('five of many', async () => {
    const [[message] = []] = (await said((line) => line.startsWith('  '))) ?? []
    expect(message).toMatch(/^Missing in the locale for de: (?:[\w.-]+, ){4}[\w.-]+ and \d+ more$/)
  })

  test('those that are the press room’s own, in its own file', async () => {
    const files = { 'templates/locales/en.yaml': 'words: { our-hotline: Our hotline }\n' }
    expect(await said(() => false, files)).toEqual([
      [
        'Missing in the locale for de: words.our-hotline',
        'add them to templates/locales/de.yaml; templates/locales/en.yaml has them',
      ],
    ])
  })
})

test.each(languages)('%s fills in what its words name', (language) => {
  const english = locale('en').words
  const names = (text: string | undefined) => (text?.match(/\{[\w-]+\}/g) ?? []).sort()
  for (const [key, text] of Object.entries(locale(language).words))
    expect([key, names(text)]).toEqual([key, names(english[key])])
})

describe('dates and times in words', () => {
  test.each([
    ['en-US', 'April 9, 2020'],
    ['en-GB', '9 April 2020'],
    ['fr', '9 avril 2020'],
    ['es', '9 de abril de 2020'],
  ])('%s: %s', (language, expected) => {
    expect(date(language, '2020-04-09')).toBe(expected)
  })

  test('the first of a month is written as the language writes it', () => {
    expect(date('fr', '2020-05-01')).toBe('1er mai 2020')
    expect(date('en', '2020-05-01')).toBe('May 1, 2020')
  })

  test('a moment names its zone by a place and its distance from UTC, never by an abbreviation', () => {
    const words = (text: string): string => {
      const read = readMoment(text, undefined)
      return 'moment' in read ? momentInWords(locale('en'), read.moment) : ''
    }
    expect(words('2026-12-01 09:00 Europe/Amsterdam')).toBe('December 1, 2026, 9:00 a.m. (Amsterdam time, UTC+1)')
    expect(words('2026-07-01 00:05 America/New_York')).toBe('July 1, 2026, 12:05 a.m. (U.S. Eastern Time, UTC−4)')
    expect(words('2026-07-01 12:00 Asia/Kolkata')).toBe('July 1, 2026, 12:00 p.m. (Kolkata time, UTC+5:30)')
  })
})

test('a region takes from its language what it does not say itself', () => {
  expect(locale('en-GB').words['tel']).toBe(locale('en').words['tel'])
  expect(locale('fr-CA').months).toEqual(locale('fr').months)
})

test('a press room changes one word and keeps the others', async () => {
  const own = pressRoom({ 'templates/locales/en.yaml': 'words: { immediate: FOR RELEASE NOW }\n' })
  const words = (await openPressRoom(own)).value?.locale('en-US').value?.words
  expect(words?.['immediate']).toBe('FOR RELEASE NOW')
  expect(words?.['contacts']).toBe(locale('en').words['contacts'])
})

test('a press room without English has a word of its own in the file of its language alone', async () => {
  const own = pressRoom({
    'press.yaml': 'organization: { name: Acme }\nlanguage: pt-BR\n',
    'releases/2026-01-02-obra.md':
      '---\nheadline: Acme abre uma obra\ndate: 2026-01-02\n---\n\nAcme abre uma obra nova em Turku, no sul da Finlândia.\n',
    'templates/locales/pt.yaml': `${readFileSync(join(folder, 'es.yaml'), 'utf8')}\n  slogan: Sempre em frente\n`,
    'templates/html/partials/end-mark.hbs': '<p>{{t "slogan"}}</p>',
    'templates/email/partials/end-mark.hbs':
      '<mj-section><mj-column><mj-text>{{t "slogan"}}</mj-text></mj-column></mj-section>',
    'templates/text/partials/end-mark.hbs': '{{t "slogan"}}\n',
  })
  const opened = (await openPressRoom(own)).value
  if (!opened) throw new Error('no press room')
  const { diagnostics, written } = await build(opened, { now: noon, formats: ['html', 'email', 'text'] })
  expect(diagnostics).toEqual([])
  const outputs = written.filter((path) => /\.(?:html|txt)$/.test(path) && path.includes('obra'))
  const texts = outputs.map((path) => readFileSync(join(own, 'dist', path), 'utf8'))
  expect(texts.filter((text) => text.includes('Sempre em frente'))).toHaveLength(3)
})

test('a text in several languages falls back to the nearest', () => {
  const name = { fr: 'Cour', 'fr-CA': 'Cour (Canada)', en: 'Court' }
  const say = (language: string) => inLanguage(name, language, 'en-US')
  expect(['fr-CA', 'fr-BE', 'es', 'en-GB'].map(say)).toEqual(['Cour (Canada)', 'Cour', 'Court', 'Court'])
})

test('language tags are brought to their usual form', () => {
  expect(['EN-us', 'zh-hant-tw', 'sr-latn'].map(readLanguage)).toEqual(['en-US', 'zh-Hant-TW', 'sr-Latn'])
  expect(['', 'e', 'english', 'en_US', 'en-', '../en', 'xx-yy-zz-'].map(readLanguage)).toEqual(Array(7).fill(undefined))
})
