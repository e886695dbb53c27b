import fc from 'fast-check'
import { expect, test } from 'vitest'
import { eastAsianWidth } from 'get-east-asian-width'
import { displayWidth, graphemes } from '../../src/markdown/width.ts'

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

test('plain letters are counted without the segmenter as it counts them', () => {
  const text = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.constantFrom('a\r\nb', 'e\u0301', '👩‍👧', '\t'))
  fc.assert(
    fc.property(text, (one) => {
      expect(graphemes(one)).toBe([...segmenter.segment(one)].length)
    }),
  )
})

test('what is taken for a character of one column is one, whatever stands beside it', () => {
  for (let code = 0; code < 0x3000; code++) {
    const letter = String.fromCodePoint(code)
    if (/^[\p{M}\p{Cf}\p{Cc}\p{Zl}\p{Zp}]$/u.test(letter)) continue
    expect(displayWidth(letter), code.toString(16)).toBe(
      /\p{Emoji_Presentation}/u.test(letter) ? 2 : eastAsianWidth(code, { ambiguousAsWide: false }),
    )
    expect(graphemes(`a${letter}’`), code.toString(16)).toBe([...segmenter.segment(`a${letter}’`)].length)
  }
})
