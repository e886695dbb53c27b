import { describe, expect, test } from 'vitest'
import { isDay, type Day } from '../../src/calendar/day.ts'
import { boilerplateOn, readBoilerplatePath, type Boilerplate } from '../../src/press-room/boilerplate.ts'
import { contactOn, type Contact } from '../../src/press-room/contacts.ts'
import { factOn } from '../../src/press-room/facts.ts'
import { sourceText } from '../../src/source/text.ts'

const day = (text: string): Day => {
  if (!isDay(text)) throw new Error(text)
  return text
}

describe('contacts', () => {
  const contacts: Record<string, Contact[]> = {
    jane: [
      { name: 'Jane Doe', until: day('2021-06-30') },
      { name: 'Jane Roe', from: day('2022-01-01') },
    ],
    john: [{ name: 'John', from: day('2020-01-01') }],
  }
  test.each([
    ['jane', '2019-01-01', 'there Jane Doe'],
    ['jane', '2021-06-30', 'there Jane Doe'],
    ['jane', '2021-07-01', 'gone'],
    ['jane', '2022-01-01', 'there Jane Roe'],
    ['john', '2019-12-31', 'not-yet'],
    ['jack', '2020-01-01', 'unknown'],
  ])('%s on %s: %s', (id, date, expected) => {
    const found = contactOn(contacts[id] ?? [], day(date))
    expect(found.status === 'there' ? `there ${String(found.contact.name)}` : found.status).toBe(expected)
  })
})

test('facts are those of the day', () => {
  const warrants = [
    { from: day('2020-01-01'), value: '34' },
    { from: day('2024-01-01'), value: '61' },
  ]
  expect(factOn(warrants, day('2023-12-31'))).toEqual({ status: 'known', value: '34' })
  expect(factOn(warrants, day('2019-12-31'))).toEqual({ status: 'not-yet', from: '2020-01-01' })
  expect(factOn([], day('2023-12-31'))).toEqual({ status: 'unknown' })
})

describe('boilerplate', () => {
  const version = (id: string, language: string, from?: string): Boilerplate => {
    const path = `templates/boilerplate/${id}${from ? `/${from}` : ''}${language === 'en' ? '' : `.${language}`}.md`
    return { id, title: '', language, ...(from && { from: day(from) }), source: sourceText(path, ''), bodyStart: 0 }
  }
  const all = [
    version('about', 'en', '2020-01-01'),
    version('about', 'fr', '2020-01-01'),
    version('about', 'fr-CA', '2020-01-01'),
    version('about', 'en', '2024-01-01'),
    version('ever', 'en'),
  ]
  const found = (id: string, date: string, language: string): string => {
    const versions = all.filter((one) => one.id === id)
    const one = boilerplateOn(versions, day(date), language)
    if (one.status === 'there') return one.boilerplate.source.file.replace('templates/boilerplate/', '')
    return one.status === 'not-in-language' ? `mend ${one.mend}` : one.status
  }
  test.each([
    ['about', '2023-01-01', 'en-US', 'about/2020-01-01.md'],
    ['about', '2024-01-01', 'en', 'about/2024-01-01.md'],
    ['about', '2023-01-01', 'fr', 'about/2020-01-01.fr.md'],
    ['about', '2023-01-01', 'fr-CA', 'about/2020-01-01.fr-CA.md'],
    ['about', '2023-01-01', 'fr-BE', 'about/2020-01-01.fr.md'],
    ['about', '2024-01-01', 'fr', 'mend templates/boilerplate/about/2024-01-01.fr.md'],
    ['ever', '1999-01-01', 'ar', 'mend templates/boilerplate/ever.ar.md'],
    ['about', '2019-12-31', 'en', 'not-yet'],
    ['abaut', '2024-01-01', 'en', 'unknown'],
  ])('%s on %s in %s: %s', (id, date, language, expected) => {
    expect(found(id, date, language)).toBe(expected)
  })

  test.each([
    ['about.md', { id: 'about' }],
    ['about.pt-BR.md', { id: 'about', language: 'pt-BR' }],
    ['about/2020-01-01.md', { id: 'about', from: '2020-01-01' }],
    ['about/2020-01-01.fr.md', { id: 'about', from: '2020-01-01', language: 'fr' }],
    ['about/notes.md', undefined],
    ['a/b/2020-01-01.md', undefined],
  ])('reads the path %s', (path, expected) => {
    expect(readBoilerplatePath(`templates/boilerplate/${path}`)).toEqual(expected)
  })
})
