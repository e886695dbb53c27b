import * as fc from 'fast-check'
import mjml2html from 'mjml'
import { describe, expect, test } from 'vitest'
import { lintEmail, parseEmail, rules, runRule, type EmailRule } from '../../src/check/email/index.ts'

const encode = (html: string): Uint8Array => new TextEncoder().encode(html)

const findings = (rule: EmailRule, html: string): string =>
  runRule(rule, parseEmail('email.html', encode(html), rule.subject))
    .map(({ position, message }) => `${position?.start.line}:${position?.start.column} ${message}`)
    .join('\n')

const shorten = (html: string): string => (html.length > 120 ? `${html.slice(0, 120)}…` : html)

describe.each<EmailRule>(rules)('$code', (rule) => {
  test.each(Object.entries(rule.examples.bad).map(([html, expected]) => [shorten(html), html, expected] as const))(
    'reports %j',
    (_, html, expected) => expect(findings(rule, html)).toBe(expected),
  )
  test.each(rule.examples.good.map((html) => [shorten(html), html] as const))('accepts %j', (_, html) =>
    expect(findings(rule, html)).toBe(''),
  )
})

describe('every rule', () => {
  test('has an example that fails and one that is mended', () => {
    for (const { code, examples } of rules) {
      expect(Object.keys(examples.bad).length, code).toBeGreaterThan(0)
      expect(examples.good.length, code).toBeGreaterThan(0)
      expect(
        Object.values(examples.bad).every((expected) => /^\d+:\d+ \S/.test(expected)),
        code,
      ).toBe(true)
    }
  })

  test('has a name of its own, a summary and a reason', () => {
    expect(new Set(rules.map(({ code }) => code)).size).toBe(rules.length)
    for (const { code, summary, why } of rules) {
      expect(code).toMatch(/^[a-z][a-z0-9-]*$/)
      expect(summary, code).toMatch(/[^.]$/)
      expect(why, code).toMatch(/\)|\.$/)
    }
  })

  test('says what is wrong without a full stop, and how to mend it', () => {
    for (const rule of rules as readonly EmailRule[])
      for (const html of Object.keys(rule.examples.bad))
        for (const { message, hint } of runRule(rule, parseEmail('email.html', encode(html)))) {
          expect(message).toMatch(/^[A-Z].*[^.]$/s)
          expect(hint, rule.code).toMatch(/^[A-Z]/)
        }
  })

  test('bears any text', () => {
    const scraps = fc.constantFrom(
      '<table>',
      '</td>',
      '<!--[if mso]>',
      '<![endif]-->',
      '<style>',
      '@media',
      '{',
      '}',
      '<a href="',
      '"',
      '\0',
      'é',
    )
    fc.assert(
      fc.property(
        fc.array(fc.oneof(scraps, fc.string())),
        (parts) => void lintEmail('email.html', encode(parts.join(''))),
      ),
    )
  })
})

test('bytes that are not UTF-8 are an error at their place', () => {
  const bytes = Uint8Array.from([...encode('<p>Soci'), 0xe9, ...encode('t</p>')])
  const found = lintEmail('email.html', bytes).filter(({ code }) => code === 'utf-8')
  expect(found.map(({ message, position }) => [message, position?.start.column])).toEqual([
    ['Bytes that are not UTF-8', 8],
  ])
})

test('the title is held to the subject where it is known', () => {
  const html = encode('<head><title>Acme opens a plant</title></head>')
  const said = (subject: string): string[] =>
    lintEmail('email.html', html, subject).flatMap(({ code, message }) => (code === 'title' ? [message] : []))
  expect(said('Acme opens a plant')).toEqual([])
  expect(said('A new plant')).toEqual(['Title "Acme opens a plant" is not the subject "A new plant"'])
})

describe('the output of MJML', () => {
  const compile = async (head: string, body: string): Promise<string> => {
    const { html, errors } = await mjml2html(
      `<mjml lang="en" dir="ltr"><mj-head><mj-title>Acme opens a plant</mj-title>${head}</mj-head><mj-body width="600px" background-color="#ffffff">${body}</mj-body></mjml>`,
      { validationLevel: 'soft', keepComments: true, ignoreIncludes: true },
    )
    expect(errors).toEqual([])
    return html
  }
  const codesOf = (html: string): string[] =>
    [...new Set(lintEmail('email.html', encode(html)).map(({ code }) => code))].sort()
  const section = (content: string): string => `<mj-section><mj-column>${content}</mj-column></mj-section>`
  const headline = section(
    '<mj-text font-size="16px"><h1>Acme opens a plant</h1><p>Some words of the release</p></mj-text>',
  )

  test('as it comes lacks what the layout has to add, and nothing else', async () => {
    const image = section('<mj-image width="120px" src="https://example.org/a.png" alt="Acme" />')
    const button = section('<mj-button font-size="16px" href="https://example.org/">Read the full release</mj-button>')
    const columns = `<mj-section background-color="#eeeeee">${'<mj-column><mj-text font-size="16px">Some words</mj-text></mj-column>'.repeat(2)}</mj-section>`
    const rest = `<mj-wrapper padding="10px">${section('<mj-divider border-width="1px" /><mj-spacer height="16px" />')}</mj-wrapper>`
    const html = await compile('<mj-preview>Some words</mj-preview>', headline + image + button + columns + rest)
    expect(codesOf(html)).toEqual(['body-language', 'dark-mode', 'image-width', 'line-height-rule', 'preheader'])
  })

  test('is clean with it', async () => {
    const head = `<mj-raw><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
      <!--[if mso]><style>td,div,p,a{mso-line-height-rule:exactly}</style><![endif]--></mj-raw>
      <mj-style>:root{color-scheme:light dark}@media (prefers-color-scheme:dark){.ground,.ground table{background:#16181c !important}.ink,.ink div{color:#eceef0 !important}}[data-ogsc] .ink div{color:#eceef0 !important}[data-ogsb] .ground{background:#16181c !important}</mj-style>`
    const preheader = `<mj-raw><div style="display:none;mso-hide:all">The plant opens on Thursday and gives work to four hundred${'&#8199;&#847;'.repeat(20)}</div></mj-raw>`
    const text =
      '<mj-text css-class="ink" font-size="16px" line-height="25px"><h1>Acme opens a plant</h1><p>Some words of the release</p></mj-text>'
    const image = '<mj-image width="120px" height="40px" src="https://example.org/a.png" alt="Acme" />'
    const body = `${preheader}<mj-section css-class="ground" background-color="#ffffff"><mj-column>${image}${text}</mj-column></mj-section>`
    expect(lintEmail('email.html', encode(await compile(head, body)))).toEqual([])
  })
})
