import fc from 'fast-check'
import { expect, test } from 'vitest'
import { graphemes } from '../../src/markdown/width.ts'

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

test('plain letters are counted without the segmenter as it counts them', () => {
  const text = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.constantFrom('a\r\nb', 'e\u0301', '👩‍👧', '\t'))
  fc.assert(
    fc.property(text, (one) => {
      expect(graphemes(one)).toBe([...segmenter.segment(one)].length)
    }),
  )
})
