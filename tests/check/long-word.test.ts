import fc from 'fast-check'
import { expect, test } from 'vitest'
import { longWord } from '../../src/check/email/narrow-screen.ts'

test('the long word of a text is the first one between places where a line can end', () => {
  const unit = fc.constantFrom('a', 'b'.repeat(9), 'é', '-', '/', ' ', '\u2013', '\n', '@')
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 40 }), (text) => {
      const words = text.split(/[\s\-/\u2010-\u2014]/)
      expect(longWord(text)).toBe(words.find(({ length }) => length > 30))
    }),
  )
})
