import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readBraces } from '../../src/source/braces.ts'

/** The part of a text that cannot be read, or nothing where all of it can. */
function fault(text: string): string | undefined {
  const read = readBraces(text, { verbatim: true })
  return 'message' in read ? `${read.message}: ${text.slice(read.start, read.end)}` : undefined
}

test.each([
  'plain { text } and }} more',
  '{{name}} {{{html}}} {{#if a}}b{{else}}c{{/if}} {{^a}}b{{/a}}',
  '{{> part}} {{!-- a {{comment}} --}} {{! another }} \\{{ braces',
])('reads %j', (text) => {
  expect(fault(text)).toBeUndefined()
})

test.each([
  ['a {{ b', 'Braces that cannot be read: {{'],
  ['a{color:{{light.accent}}}', 'A brace too many: {{light.accent}}}'],
  ['{{ok}} {{> }} {{ok}}', 'Braces that cannot be read: {{> }}'],
  ['{{fact "a"}} and {{fact "b"} c', 'Braces that cannot be read: {{'],
  ['{{#if a}} {{#each b}} {{/each}}', 'Unclosed block "if": {{#if a}}'],
  ['{{#if a}} {{/unless}}', 'Unclosed block "if", closed as "unless": {{#if a}}'],
  ['text {{/if}}', 'Unopened block "if": {{/if}}'],
])('%j: %s', (text, expected) => {
  expect(fault(text)).toBe(expected)
})

test.each([
  ['blocks', '{{#if x}}'.repeat(20_000)],
  ['blocks that end', '{{#if x}}'.repeat(20_000) + '{{/if}}'.repeat(20_000)],
  ['blocks that go on', `{{#if x}}${'{{else if x}}'.repeat(20_000)}{{/if}}`],
  ['brackets', `{{a ${'(a '.repeat(20_000)}${')'.repeat(20_000)}}}`],
])('%s inside each other without end are refused at once', (_, text) => {
  const started = performance.now()
  expect(readBraces(text, { verbatim: true })).toMatchObject({ message: 'Too deep nesting' })
  expect(performance.now() - started).toBeLessThan(1000)
})

test('blocks after each other are no blocks inside each other', () => {
  expect(fault('{{#if x}}{{else if (y z)}}{{/if}} ((('.repeat(500))).toBeUndefined()
})

test('never throws, and never blames what is not there', () => {
  const part = fc.constantFrom(
    '{{',
    '}}',
    '{',
    '}',
    '{{{',
    '}}}',
    '#if',
    '/if',
    'else',
    '^',
    '> a',
    '"',
    ' a ',
    '\\',
    '!--',
    '--',
    '|',
    '\n',
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
      const text = parts.join('')
      const read = readBraces(text, { verbatim: true })
      if ('message' in read) expect(read.start).toBeLessThanOrEqual(text.length)
    }),
    { numRuns: 2000 },
  )
})
