import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runRule } from '../../src/check/email/index.ts'
import { lintMessage, parseMessage, rules, type MessageRule } from '../../src/check/message/index.ts'

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

const findings = (rule: MessageRule, text: string): string =>
  runRule(rule, parseMessage('release.eml', encode(text)))
    .map(({ position, message }) => `${position?.start.line}:${position?.start.column} ${message}`)
    .join('\n')

describe.each<MessageRule>(rules)('$code', (rule) => {
  test.each(Object.entries(rule.examples.bad).map(([text, expected]) => [expected, text] as const))(
    'reports %j',
    (expected, text) => expect(findings(rule, text)).toBe(expected),
  )
  test.each(rule.examples.good.map((text, i) => [i + 1, text] as const))('accepts good example %i', (_, text) =>
    expect(findings(rule, text)).toBe(''),
  )
})

describe('every rule', () => {
  test('has a name of its own, an example that fails and one that is mended', () => {
    expect(new Set(rules.map(({ code }) => code)).size).toBe(rules.length)
    for (const { code, examples } of rules) {
      expect(Object.keys(examples.bad).length, code).toBeGreaterThan(0)
      expect(examples.good.length, code).toBeGreaterThan(0)
      expect(
        Object.values(examples.bad).every((expected) => /^\d+:\d+ \S/.test(expected)),
        code,
      ).toBe(true)
    }
  })

  test('bears any text', () => {
    const scraps = fc.constantFrom(
      '\r\n',
      '\n',
      '--x',
      '--x--',
      'Content-Type: multipart/mixed; boundary=x',
      'Subject: =?utf-8?q?',
      '=',
      '\0',
    )
    fc.assert(
      fc.property(
        fc.array(fc.oneof(scraps, fc.string())),
        (parts) => void lintMessage('a.eml', encode(parts.join(''))),
      ),
    )
  })
})

test('a message is read with its encodings', () => {
  const { subject, text, html, parts } = parseMessage('release.eml', encode(message))
  expect(subject).toBe('Société ouvre à Turku')
  expect(text).toBe('Société\r\n')
  expect(html).toBe('<p>Société</p>')
  expect(parts.map(({ type }) => type)).toEqual([
    'multipart/mixed',
    'multipart/alternative',
    'text/plain',
    'text/html',
    'application/pdf',
  ])
  expect(parts.at(-1)?.attachment).toBe('a.pdf')
})

const message = `Subject: =?utf-8?q?Soci=C3=A9t=C3=A9_ouvre?=
 =?utf-8?b?IMOgIFR1cmt1?=
Content-Type: multipart/mixed;
 boundary="outer"

This is a message in several parts.
--outer
Content-Type: multipart/alternative; boundary=inner

--inner
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

Soci=
=C3=A9t=C3=A9

--inner
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: base64

PHA+U29jacOpdMOpPC9wPg==
--inner--
--outer
Content-Type: application/pdf
Content-Disposition: attachment; filename="a.pdf"

JVBERi0=
--outer--
`.replaceAll('\n', '\r\n')

test('parts within parts without end are no fault of ours', () => {
  const deep = Array.from(
    { length: 6000 },
    (_, i) => `Content-Type: multipart/mixed; boundary="b${i}"\r\n\r\n--b${i}\r\n`,
  ).join('')
  expect(parseMessage('release.eml', encode(deep)).parts.length).toBeLessThan(100)
})
