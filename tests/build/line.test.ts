import fc from 'fast-check'
import { expect, test } from 'vitest'
import { startLines, textOf } from '../../src/build/line.ts'

test('lines are what they were, however many and long they are', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.nat(3_000).map((length) => 'é'.repeat(length)),
    fc.nat(2_000_000).map((length) => 'x'.repeat(length)),
  )
  fc.assert(
    fc.property(fc.array(text, { maxLength: 60 }), (texts) => {
      const lineOf = startLines()
      const lines = texts.map(lineOf)
      expect(lines.map(textOf)).toEqual(texts)
    }),
    { numRuns: 50 },
  )
})
