import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchesIn } from '../../src/source/matches.ts'

test('finds what matchAll finds, empty matches too, and finds it again', () => {
  const patterns = [/a+/g, /(?<one>b)|c/gu, /(?=a)|\b/g, /x*/gu, /^./gm]
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' ', '\n', '😀', 'x') }),
      fc.constantFrom(...patterns),
      (text, pattern) => {
        const expected = [...text.matchAll(pattern)]
        for (const _ of ['once', 'again']) expect(matchesIn(text, pattern)).toEqual(expected)
      },
    ),
  )
})
