import fc from 'fast-check'
import { expect, test } from 'vitest'
import { didYouMean, nearest } from '../../src/source/nearest.ts'

test.each([
  ['headlin', ['headline', 'subheadline'], 'headline'],
  ['haedline', ['headline', 'deadline'], 'headline'],
  ['HEADLINE', ['headline'], 'headline'],
  ['contcats', ['contacts', 'contrasts'], 'contacts'],
  ['b', ['a'], 'a'],
  ['layout', ['headline', 'date'], undefined],
  ['', ['date'], undefined],
])('%j of %j is %j', (word, names, expected) => {
  expect(nearest(word, names)).toBe(expected)
})

const word = fc.stringMatching(/^[a-z]{3,12}$/)

test('a word that is there is its own nearest', () => {
  fc.assert(
    fc.property(word, fc.array(word), (own, others) => {
      expect(nearest(own, [...others, own])).toBe(own)
    }),
  )
})

test('two letters changed over are found again', () => {
  fc.assert(
    fc.property(word, fc.nat(), (name, at) => {
      const i = at % (name.length - 1)
      const slip = name.slice(0, i) + name.charAt(i + 1) + name.charAt(i) + name.slice(i + 2)
      expect(nearest(slip, [name])).toBe(name)
    }),
  )
})

test('a hint names the nearest, or all of a few, or nothing', () => {
  expect(didYouMean('tex', ['html', 'text'])).toBe('did you mean "text"?')
  expect(didYouMean('docx', ['html', 'text'])).toBe('known: html, text')
  expect(didYouMean('x', [])).toBeUndefined()
  expect(
    didYouMean(
      'zzzzzz',
      Array.from({ length: 13 }, (_, i) => `name-${i}`),
    ),
  ).toBeUndefined()
})
