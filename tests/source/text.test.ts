import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decode, maxTextBytes } from '../../src/source/decode.ts'
import { sourceText } from '../../src/source/text.ts'

test('a position is what an editor shows, whatever ends the lines', () => {
  const text = 'one\ntwo\r\nthree\rfour'
  const source = sourceText('a.md', text)
  const place = (word: string) => {
    const { line, column } = source.at(text.indexOf(word))
    return `${line}:${column}`
  }
  expect(['one', 'wo', 'three', 'our'].map(place)).toEqual(['1:1', '2:2', '3:1', '4:2'])
})

test('every offset has one place, and places grow with offsets', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '\n', '\r', 'é', '😀') }), (text) => {
      const source = sourceText('a.md', text)
      const places = Array.from({ length: text.length + 1 }, (_, i) => source.at(i))
      for (const [i, { line, column, offset }] of places.entries()) {
        const before = places[i - 1]
        expect(offset).toBe(i)
        if (before) expect(line > before.line ? column === 1 : column === before.column + 1).toBe(true)
      }
    }),
  )
})

test('an offset outside the text is its nearest end', () => {
  const source = sourceText('a.md', 'ab')
  expect([source.at(-5).offset, source.at(99).offset]).toEqual([0, 2])
})

test('bytes that are text come back as they are, a byte order mark too', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      const text = `\uFEFF${typed}`
      expect(decode('a.md', new TextEncoder().encode(text)).value?.text).toBe(text)
    }),
  )
})

test('bytes that are none are a fault with a place', () => {
  const { value, diagnostics } = decode('a.md', Uint8Array.of(65, 10, 66, 0xe9, 67))
  expect(value).toBeUndefined()
  expect(diagnostics.map(({ code, position }) => [code, position?.start.line, position?.start.column])).toEqual([
    ['invalid-utf-8', 2, 2],
  ])
})

test('a file is too large by one byte', () => {
  expect(decode('a.md', new Uint8Array(maxTextBytes).fill(65)).diagnostics).toEqual([])
  expect(decode('a.md', new Uint8Array(maxTextBytes + 1).fill(65)).diagnostics.map(({ code }) => code)).toEqual([
    'too-large-file',
  ])
})
