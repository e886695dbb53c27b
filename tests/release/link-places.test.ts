import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blankOutCode, typedLinks } from '../../src/release/link-places.ts'

test.each([
  ['`[a](b)` [c](d)', ['[c](d)']],
  ['``[a](b)` `` [c](d)', ['[c](d)']],
  ['` [a](b)', ['[a](b)']],
  ['\\`[a](b)` [c](d)', ['[a](b)', '[c](d)']],
  ['\\[a](b) \\![c](d)', ['[c](d)']],
  ['[![a](b)](c) <https://d.org>', ['[![a](b)](c)', '![a](b)', '<https://d.org>']],
  ['[a](<https://b.org/c>) <https://b.org/c>', ['[a](<https://b.org/c>)', '<https://b.org/c>']],
  ['[a](<https://b.org/c> <https://b.org/d>', ['<https://b.org/c>', '<https://b.org/d>']],
  ['[a](<> "title") [b](c_(d))', ['[a](<> "title")', '[b](c_(d))']],
])('%j has the links %j', (text, expected) => {
  const links = [...typedLinks(blankOutCode(text))].map(({ start, end }) => text.slice(start, end))
  expect(links).toEqual(expected)
})

test('every character that is not blanked keeps its place', () => {
  const piece = fc.constantFrom('`', '``', '\\', '[', ']', '(', ')', '!', 'a', ' ', '\n')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('')
      const blanked = blankOutCode(text)
      expect(blanked).toHaveLength(text.length)
      expect([...blanked].every((char, i) => char === ' ' || char === text.charAt(i))).toBe(true)
    }),
  )
})

test('runs of backticks of every length take no longer than the text is long', () => {
  const text = Array.from({ length: 600 }, (_, i) => '`'.repeat(i + 1)).join(' ')
  const started = performance.now()
  blankOutCode(text)
  expect(performance.now() - started).toBeLessThan(1000)
})
