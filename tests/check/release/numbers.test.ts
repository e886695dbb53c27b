import { describe, expect, test } from 'vitest'
import { numbersIn, numberWordsIn, readNumber } from '../../../src/check/release/numbers.ts'

const read = (text: string, tag: string): string[] =>
  numbersIn(text, tag).map(({ at, value, isPercent }) => `${text.slice(...at)} = ${value}${isPercent ? ' %' : ''}`)

describe('numbers in figures', () => {
  test.each([
    ['en', '1,234.5 of 2.5 million', ['1,234.5 = 1234.5', '2.5 = 2500000']],
    ['en', '12%, 13 percent, 3 per day, 5-6 men', ['12 = 12 %', '13 = 13 %', '3 = 3', '5 = 5', '6 = 6']],
    [
      'en',
      '£2m, $3.5bn, 250km, 40k people, 3D, 5th, 20m deep, US$7tn',
      ['2 = 2000000', '3.5 = 3500000000', '250 = 250', '40 = 40000', '20 = 20', '7 = 7000000000000'],
    ],
    ['fr', '4,5 Md$, 5 M€, 12M€, 300km', ['4,5 = 4500000000', '5 = 5000000', '12 = 12000000', '300 = 300']],
    ['en', 'COVID-19, 10:30, 1.2.3, 4th, the 1990s, +31 70 311 1085', []],
    [
      'fr',
      '1 234,5 % de 2,5 millions, 12 pour cent, 12.5',
      ['1 234,5 = 1234.5 %', '2,5 = 2500000', '12 = 12 %', '12.5 = 12.5'],
    ],
    [
      'es',
      '1.234,5 y 3 mil millones, 5 mil personas, 4 por ciento',
      ['1.234,5 = 1234.5', '3 = 3000000000', '5 = 5000', '4 = 4 %'],
    ],
    ['en', '1.2 trillion, 3 billion, 4 billion millions', ['1.2 = 1200000000000', '3 = 3000000000', '4 = 4000000000']],
    [
      'fr',
      '1 200 milliards, 1,2 billion, 3 mille milliards, 4 mille millions, 5 mille personnes',
      ['1 200 = 1200000000000', '1,2 = 1200000000000', '3 = 3000000000000', '4 = 4000000000', '5 = 5000'],
    ],
    [
      'es',
      '1,2 billones, 2 trillones, 1 billón',
      ['1,2 = 1200000000000', '2 = 2000000000000000000', '1 = 1000000000000'],
    ],
    ['ar', '1.2 تريليون', ['1.2 = 1200000000000']],
    [
      'en',
      '2025–26, 2025-2026, 2025/26 and 2025-27',
      ['2025 = 2025', '26 = 2026', '2025 = 2025', '2026 = 2026', '2025 = 2025', '27 = 2027'],
    ],
    ['es-MX', '1,234.5', ['1,234.5 = 1234.5']],
    ['ar', '٢٬٥٠٠ و 3 ملايين و12٪ و12 في المئة', ['٢٬٥٠٠ = 2500', '3 = 3000000', '12 = 12 %', '12 = 12 %']],
    ['ar', '12٪ في 1,234', ['12 = 12 %', '1,234 = 1234']],
  ])('in %s: %s', (tag, text, expected) => expect(read(text, tag)).toEqual(expected))

  test('that are none in a language', () => {
    expect(readNumber('1.2.3', 'en')).toBeUndefined()
    expect(readNumber('1,23,4', 'en')).toBeUndefined()
  })

  test('take no time over what is nearly one', () => {
    const started = performance.now()
    for (const text of ['1,'.repeat(30_000), '111 '.repeat(20_000), '1'.repeat(60_000), '+1 ('.repeat(15_000)])
      numbersIn(text, 'en')
    expect(performance.now() - started).toBeLessThan(2_000)
  })
})

test('small numbers in words', () => {
  const words = (text: string, language: string): number[] => numberWordsIn(text, language).map(({ value }) => value)
  expect(words('Two of the twelve, not one; seventy-two', 'en')).toEqual([2, 12])
  expect(words('Onze des deux', 'fr')).toEqual([11, 2])
  expect(words('doce y dos', 'es')).toEqual([12, 2])
  expect(words('zwei', 'de')).toEqual([])
})
