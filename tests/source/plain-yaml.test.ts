import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isMap, isScalar, isSeq, parseDocument, type Node } from 'yaml'
import { readPlainYaml } from '../../src/source/plain-yaml.ts'
import { readYaml, type Yaml } from '../../src/source/yaml.ts'
import { sourceText } from '../../src/source/text.ts'

const value = fc.oneof(
  fc.stringMatching(/^[A-Za-z0-9ª«é\u00AD\u1680ن日\u3000\uD7FF ,;.()/%'’–:#&*!|>@`"{}[\]~\t\\-]{0,24}$/),
  fc.stringMatching(/^[A-Za-z0-9 ,.()'-]{1,30}$/),
  fc.stringMatching(/^"[^"\n]{0,20}"$/),
  fc.array(fc.stringMatching(/^[a-z0-9_ -]{0,8}$/), { maxLength: 4 }).map((items) => `[${items.join(', ')}]`),
  fc.constantFrom(
    'e\u0301',
    '\u0301',
    'null',
    'Null',
    '~',
    'true',
    'no',
    '007',
    '1.10',
    '12:30',
    '2020-04-09',
    '[null]',
    '[]',
    '""',
  ),
)
const line = fc
  .tuple(
    fc.constantFrom('headline', 'date', 'dateline', 'contacts', 'a-b', 'A', ' x'),
    fc.constantFrom(': ', ':', ':  '),
    value,
  )
  .map((parts) => parts.join(''))
const blank = fc.constantFrom('', '', '\n', '\n\n')
const yaml = fc
  .tuple(blank, fc.array(line, { minLength: 1, maxLength: 5 }), blank)
  .map(([above, lines, below]) => `${above}${lines.join(`\n${below}`)}\n${below}`)

type Spans = (readonly [start: number, end: number])[]

/** All places as the parser has them: of the whole, and of each key, value and item. */
function placesIn(contents: unknown): Spans {
  const spanOf = (node: unknown): Spans => {
    const [start = -1, end = -1] = (node as Node).range ?? []
    return [[start, end]]
  }
  if (!isMap(contents)) throw new Error('no map')
  const inPairs = contents.items.flatMap(({ key, value }) => [
    ...(isScalar(key) ? spanOf(key) : []),
    ...spanOf(value),
    ...(isSeq(value) ? value.items.flatMap(spanOf) : []),
  ])
  return [...spanOf(contents), ...inPairs]
}

/** The same places, asked for by their paths. */
function placesBy(yaml: Yaml | undefined, plain: Readonly<Record<string, unknown>>): Spans {
  if (!yaml) throw new Error('not read')
  const inPairs = Object.entries(plain).flatMap(([key, one]): Spans => [
    yaml.keyAt([key]),
    yaml.valueAt([key]),
    ...(Array.isArray(one) ? one.map((_, i) => yaml.valueAt([key, i])) : []),
  ])
  return [yaml.valueAt([]), ...inPairs]
}

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
      expect(placesBy(readYaml(sourceText('x.md', text)).value, plain)).toEqual(placesIn(document.contents))
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
  // A comment leaves the same to the parser.
  const commented = sourceText('x.md', source.text.replace('opens', 'opens # at last'))
  const { value: parsed } = readYaml(commented, 4, commented.text.lastIndexOf('---'))
  const paths = [
    ['headline', 0],
    ['contacts', 0],
    ['contacts', 7],
    ['contacts', 'name'],
    ['contacts', 1, 2],
    ['nobody'],
    ['nobody', 0],
  ]
  for (const path of paths)
    for (const way of ['keyAt', 'valueAt'] as const)
      expect(read && source.text.slice(...read[way](path))).toBe(
        parsed && commented.text.slice(...parsed[way](path)).replace(' # at last', ''),
      )
})

test.each([
  'a: null',
  'a: b # c',
  'a: b: c',
  'a: "b\\n"',
  'a: [b, {c}]',
  'a: { b: c, d }',
  'a:',
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
