import { describe, expect, test } from 'vitest'
import { outlookBox } from '../../../src/check/email/outlook-box.ts'
import { parseEmail, runRule } from '../../../src/check/email/index.ts'

const text = ['color', 'font-size', 'font-weight', 'line-height', 'text-align', 'text-decoration', 'background-color']
const margins = ['margin', 'margin-top', 'margin-right', 'margin-bottom', 'margin-left']
const borders = ['border', 'border-top', 'border-left']
const boxes = ['width', 'height', 'padding', 'padding-top', 'padding-right', 'padding-bottom', 'padding-left']

/** What Word knows on which elements (Microsoft, Word HTML and CSS rendering capabilities in Outlook). */
const knowledge = [
  {
    elements: ['body', 'span', 'a', 'strong', 'em', 'u', 'sup'],
    knows: text,
    ignores: [...margins, ...borders, ...boxes],
  },
  { elements: ['div', 'p'], knows: [...text, ...margins, ...borders], ignores: boxes },
  {
    elements: ['table', 'td', 'th', 'h1', 'h2', 'li', 'ul', 'blockquote'],
    knows: [...text, ...margins, ...borders, ...boxes],
    ignores: [],
  },
] as const

const values: Readonly<Record<string, string>> = {
  color: '#111111',
  'font-weight': 'bold',
  'text-align': 'left',
  'text-decoration': 'underline',
  'background-color': '#ffffff',
}

/** An element with a style attribute, where HTML allows it. */
function set(element: string, property: string): string {
  const value = values[property] ?? (property.startsWith('border') ? '1px solid #111111' : '16px')
  const tag = `<${element} style="${property}:${value}">Text</${element}>`
  return element === 'td' || element === 'th' ? `<table><tr>${tag}</tr></table>` : tag
}

const saidOf = (html: string): string[] =>
  runRule(outlookBox, parseEmail('email.html', new TextEncoder().encode(html))).map(({ message }) => message)

describe.each(knowledge.flatMap(({ elements, ...rest }) => elements.map((element) => ({ element, ...rest }))))(
  'on <$element>',
  ({ element, knows, ignores }) => {
    test('what Outlook knows is fine', () => {
      for (const property of knows) expect(saidOf(set(element, property)), property).toEqual([])
    })

    test('what Outlook ignores is found', () => {
      for (const property of ignores)
        expect(saidOf(set(element, property)), property).toEqual([`Outlook ignores ${property} on <${element}>`])
    })
  },
)

test('what stands in a style sheet is found at its place, once', () =>
  expect(saidOf('<style>.card{padding:16px}</style><p class="card">Text</p><p class="card">Text</p>')).toEqual([
    'Outlook ignores padding on <p>',
  ]))

test.each([
  '<style>@media (min-width:480px){.card{padding:16px}}</style><p class="card">Text</p>',
  '<style>.card{padding:16px}</style><table><tr><td class="card">Text</td></tr></table>',
  '<style>.card{padding:16px}</style><p class="card" style="mso-padding-alt:0">Text</p>',
])('accepts %j', (html) => expect(saidOf(html)).toEqual([]))
