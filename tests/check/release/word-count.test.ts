import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordsIn } from '../../../src/check/release/prose.ts'
import { countWords } from '../../../src/check/release/word-count.ts'

const pieces = [
  'a',
  'É',
  'ع',
  '́',
  'ِ',
  '7',
  '٣',
  "'",
  '’',
  '.',
  ',',
  '-',
  ' ',
  '\n',
  '—',
  '“',
  '𐐀',
  '😀',
  '\ud800',
  '₂',
  '_',
]

test('as many words are counted as there are', () => {
  const text = fc.array(fc.constantFrom(...pieces)).map((all) => all.join(''))
  fc.assert(
    fc.property(text, fc.nat(8), (typed, start) => {
      expect(countWords(typed, start)).toBe(wordsIn(typed.slice(start)).length)
    }),
    { numRuns: 2000 },
  )
})
