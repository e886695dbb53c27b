import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runRule } from '../../src/check/rule.ts'
import { lintText, readText, rules, type PlainTextRule } from '../../src/check/text/index.ts'

const findings = (rule: PlainTextRule, text: string): string =>
  runRule(rule, readText('release.txt', text, rule.context))
    .map(({ position, message }) => `${position?.start.line}:${position?.start.column} ${message}`)
    .join('\n')

describe.each<PlainTextRule>(rules)('$code', (rule) => {
  test.each(Object.entries(rule.examples.bad).map(([text, expected]) => [expected, text] as const))(
    'reports %j',
    (expected, text) => expect(findings(rule, text)).toBe(expected),
  )
  test.each(rule.examples.good.map((text, i) => [i + 1, text] as const))('accepts good example %i', (_, text) =>
    expect(findings(rule, text)).toBe(''),
  )
})

test('the rules bear any text', () => {
  const scraps = fc.constantFrom('\n', '---', '===', '> ', '--  --', '<br', '&', '{{', 'https://example.org/a', ' ')
  fc.assert(
    fc.property(fc.array(fc.oneof(scraps, fc.string())), (parts) => {
      const text = parts.join('')
      const context = { wrap: 20, addresses: ['https://example.org/a'] }
      for (const { position } of lintText('release.txt', text, context))
        expect(position?.end.offset).toBeLessThanOrEqual(text.length)
    }),
  )
})
