import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseDocument } from 'yaml'
import { readPlainYaml } from '../../src/source/plain-yaml.ts'
import { readYaml } from '../../src/source/yaml.ts'
import { sourceText } from '../../src/source/text.ts'

const value = fc.oneof(
  fc.stringMatching(/^[A-Za-z0-9éن日 ,;.()/%'’–:#&*!|>@`"{}[\]~\t\\-]{0,24}$/),
  fc.stringMatching(/^[A-Za-z0-9 ,.()'-]{1,30}$/),
  fc.stringMatching(/^"[^"\n]{0,20}"$/),
  fc.array(fc.stringMatching(/^[a-z0-9_ -]{0,8}$/), { maxLength: 4 }).map((items) => `[${items.join(', ')}]`),
  fc.constantFrom('null', 'Null', '~', 'true', 'no', '007', '1.10', '12:30', '2020-04-09', '[null]', '[]', '""'),
)
const line = fc
  .tuple(
    fc.constantFrom('headline', 'date', 'dateline', 'contacts', 'a-b', 'A', ' x'),
    fc.constantFrom(': ', ':', ':  '),
    value,
  )
  .map((parts) => parts.join(''))
const yaml = fc.array(line, { minLength: 1, maxLength: 5 }).map((lines) => `${lines.join('\n')}\n`)

test('what is read without the parser is what the parser reads', () => {
  let met = 0
  fc.assert(
    fc.property(yaml, (text) => {
      const plain = readPlainYaml(text)
      if (plain === undefined) return
      met++
      const document = parseDocument(text, { schema: 'failsafe' })
      expect(document.errors).toEqual([])
      expect({ ...plain }).toEqual(document.toJS())
    }),
    { numRuns: 20_000, seed: 7 },
  )
  expect(met).toBeGreaterThan(300)
})

test('places are those of the parser', () => {
  const source = sourceText('x.md', '---\nheadline: Acme opens\ncontacts: [ana, bo]\n---\n')
  const { value: read } = readYaml(source, 4, source.text.lastIndexOf('---'))
  expect(read?.value).toEqual({ headline: 'Acme opens', contacts: ['ana', 'bo'] })
  expect(read && source.text.slice(...read.valueAt(['contacts', 1]))).toBe('bo')
  expect(read && source.text.slice(...read.keyAt(['headline']))).toBe('headline')
})

test.each([
  'a: null',
  'a: b # c',
  'a: b: c',
  'a: "b\\n"',
  'a: [b, {c}]',
  'a: |',
  ' a: b',
  'a:\n  - b',
  'a: b\r',
  'a: b\na: c',
  '- a',
  'a: @b',
  '"a": b',
])('%j is left to the parser', (text) => {
  expect(readPlainYaml(text)).toBeUndefined()
})
