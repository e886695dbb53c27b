import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { beginsQuoted, quotePairsIn } from '../../../src/check/release/quote-pairs.ts'

/** Each quotation with its marks and its depth; `-` for a mark that is missing. */
const read = (text: string, language = 'en'): string[] =>
  quotePairsIn(text, 0, text.length, language).map(({ open, close, depth }) => {
    const words = text.slice(open ?? 0, close === undefined ? undefined : close + 1)
    return `${depth}${open === undefined ? ' -' : ''} ${words}${close === undefined ? ' -' : ''}`
  })

describe('quotations in a passage', () => {
  test.each([
    ['“It runs,” she said.', ['0 “It runs,”']],
    ['"It runs," she said, "today."', ['0 "It runs,"', '0 "today."']],
    ['“She said “yes” to it.”', ['1 “yes”', '0 “She said “yes” to it.”']],
    ['A 6" pipe.', []],
    ['“It runs.', ['0 “It runs. -']],
    ['It runs.”', ['0 - It runs.”']],
    ['"It runs,” she said.', ['0 "It runs,”']],
    ['“It runs," she said.', ['0 “It runs,"']],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected))

  test('in Arabic may have curly marks in either direction', () => {
    expect(read('قال ”نعم“ و“لا”', 'ar')).toEqual(['0 ”نعم“', '0 “لا”'])
  })

  test('have every mark once, in any text', () => {
    const scraps = fc.array(fc.constantFrom('"', '“', '”', '«', '»', 'a', ' ', '.', '7'))
    fc.assert(
      fc.property(scraps, fc.constantFrom('en', 'fr', 'ar'), (parts, language) => {
        const text = parts.join('')
        const marks = quotePairsIn(text, 0, text.length, language).flatMap(({ open, close }) => [open, close])
        const at = marks.filter((mark) => mark !== undefined)
        expect(new Set(at).size).toBe(at.length)
        for (const mark of at) expect('"“”«»').toContain(text.charAt(mark))
      }),
    )
  })
})

test('a paragraph that begins with a mark', () => {
  expect(['“A', '  *"A', '»A', 'A “b”'].map(beginsQuoted)).toEqual([true, true, true, false])
})
