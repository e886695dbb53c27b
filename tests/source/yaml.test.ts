import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stringify } from 'yaml'
import { sourceText } from '../../src/source/text.ts'
import { readYaml } from '../../src/source/yaml.ts'

const read = (text: string) => readYaml(sourceText('a.yaml', text))
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null))

test.each([
  ['no', 'no'],
  ['007', '007'],
  ['1.10', '1.10'],
  ['12:30', '12:30'],
  ['2020-04-09', '2020-04-09'],
  ['+31 70 311 1085', '+31 70 311 1085'],
  ['0x1F', '0x1F'],
  ['"quoted: yes"', 'quoted: yes'],
  ["'it''s'", "it's"],
  ['|\n  two\n  lines', 'two\nlines\n'],
])('keeps %s as it was typed', (typed, value) => {
  expect(plain(read(`a: ${typed}\n`).value?.value)).toEqual({ a: value })
})

test('says nothing of an empty value', () => {
  expect(plain(read('a:\nb: ~\nc: ""\n').value?.value)).toEqual({ c: '' })
})

test.each([
  ['a: { b: 1,250 }', ['yaml-cut 9-13']],
  ['a: { b: 12,000,000 }', ['yaml-cut 10-18']],
  ['a: [{ b: c, d, e: f, g }, { b: "c, d", e: c, d }]', ['yaml-cut 10-13', 'yaml-cut 19-22', 'yaml-cut 43-46']],
  ['a: { b: { c: d, e }, f: g, h }', ['yaml-cut 25-28', 'yaml-cut 14-17']],
  ['a: { b: not 5,\n  but 6 }', ['yaml-cut 13-22']],
  ['a: &x { b: c, d }\ne: *x', ['yaml-cut 12-15']],
  ['a: { b: "c", d }', ['yaml-syntax 13-14']],
  ['a: {b:c, d: e}', ['yaml-syntax 4-6']],
  ['a: {{ b }}', ['yaml-syntax 4-9']],
  ['a: { b: , c: "d, e", f: [g, h], i: }', []],
])('tells of what a comma cuts off, %j', (text, found) => {
  const shown = read(text).diagnostics.map(
    ({ code, position }) => `${code} ${position?.start.offset}-${position?.end.offset}`,
  )
  expect(shown).toEqual(found)
})

test('unfolds aliases, and takes the latest anchor of a name', () => {
  const text = 'a: &x [1]\nb: *x\nc: &x { d: 2 }\ne: *x\n'
  expect(plain(read(text).value?.value)).toEqual({ a: ['1'], b: ['1'], c: { d: '2' }, e: { d: '2' } })
})

test('knows where keys and values stand, also of what is not there', () => {
  const text = 'a:\n  - b: one\n    "c": two\n'
  const yaml = read(text).value
  const shown = (span: readonly [number, number] | undefined) => span && text.slice(...span).trim()
  expect(shown(yaml?.valueAt(['a', 0, 'b']))).toBe('one')
  expect(shown(yaml?.keyAt(['a', 0, 'c']))).toBe('"c"')
  expect(shown(yaml?.valueAt(['a', 0, 'missing']))).toBe('b: one\n    "c": two')
  expect(shown(yaml?.valueAt(['a', 7]))).toBe('- b: one\n    "c": two')
})

const scalar = fc.string({ unit: fc.constantFrom(...'ab1 :#-é"\'\\{}[],&*!|>%@`?~\n'), maxLength: 12 })
const data = fc.dictionary(
  fc.stringMatching(/^[a-z][a-z-]{0,8}$/),
  fc.oneof(scalar, fc.array(scalar, { maxLength: 3 })),
  {
    maxKeys: 5,
  },
)

test('reads whatever a YAML library writes', () => {
  fc.assert(
    fc.property(data, (value) => {
      const text = stringify(value, { schema: 'failsafe', defaultStringType: 'QUOTE_DOUBLE', lineWidth: 0 })
      expect(plain(read(text).value?.value)).toEqual(plain(value))
    }),
  )
})

test('never throws, and places every fault inside the file', () => {
  const marks = 'a: |b:|\n|  |\t|- |[|]|{|}|"|\'|#|&x|*x|!t|>|---\n|? |\r\n|%|@|<<: '.split('|')
  const fragment = fc.constantFrom(...marks, '|')
  fc.assert(
    fc.property(fc.array(fc.oneof(fragment, fc.string({ maxLength: 3 })), { maxLength: 30 }), (parts) => {
      const text = parts.join('')
      for (const { position } of read(text).diagnostics) {
        expect(position?.start.offset).toBeLessThanOrEqual(text.length)
        expect(position?.end.offset).toBeLessThanOrEqual(text.length)
      }
    }),
    { numRuns: 2000 },
  )
})

test('a bracket that is not closed above thousands of lines is told of', () => {
  const { diagnostics } = read(`a: [b\n${'  c: d\n'.repeat(6000)}`)
  expect(diagnostics).toMatchObject([{ code: 'yaml-bomb', position: { start: { line: 1, column: 4 } } }])
})

test('a bomb of aliases is found at once, however it is built', () => {
  const levels = Array.from({ length: 30 }, (_, i) => `a${i}: &a${i} [${i === 0 ? 'x' : `*a${i - 1}, *a${i - 1}`}]`)
  const started = performance.now()
  expect(read(levels.join('\n')).diagnostics.map(({ code }) => code)).toEqual(['yaml-bomb'])
  expect(performance.now() - started).toBeLessThan(2000)
})

test.each(['['.repeat(100_000), '{a: '.repeat(50_000), '- '.repeat(100_000), '? '.repeat(50_000)])(
  'nesting without end is a fault, not a crash (%#)',
  (text) => {
    expect(read(`a: 1\nb:\n ${text}`).diagnostics.map(({ code }) => code)).toEqual(['yaml-bomb'])
  },
)

test('a message has no full stop, whatever the text that it names ends with', () => {
  expect(read('!...\n').diagnostics.map(({ message }) => message)).toEqual([
    'YAML that cannot be read: Unresolved tag: !',
  ])
})
