import { pixels } from '../../clients/inline-style.ts'
import { attribute, isElement, textOf, type Element } from '../../clients/markup.ts'
import type { Placed } from './email.ts'
import { defineEmailRule } from './rule.ts'
import { styleInWord, winning } from './word-style.ts'

const inline = new Set(
  'body span a strong b em i u s del ins mark small big sup sub code cite q abbr time font label'.split(' '),
)
const blocks = new Set(['div', 'p'])

export const outlookBox = defineEmailRule({
  code: 'outlook-box',
  severity: 'error',
  summary: 'Put padding, width and height on table cells',
  why: "Word, which is Outlook for Windows, knows only the text's own properties on body and span, those and margins on div and p; width, height and padding work on tables, cells, headings and list items (Microsoft, Word HTML and CSS rendering capabilities in Outlook).",
  examples: {
    good: [
      '<table><tr><td style="padding:16px;width:300px">Text</td></tr></table>',
      '<p style="margin:0 0 16px;padding:0">Text</p>',
      '<div style="width:100%;height:20px;line-height:20px">&nbsp;</div>',
      '<table><tr><td style="mso-padding-alt:10px 25px"><a href="https://example.org" style="padding:10px 25px;mso-padding-alt:0">Read it</a></td></tr></table>',
      '<div style="display:none;mso-hide:all;height:1px">Preheader</div>',
      '<!--[if mso]><table><tr><td width="300"><![endif]--><div style="width:300px">Text</div><!--[if mso]></td></tr></table><![endif]-->',
    ],
    bad: {
      '<p style="padding:16px">Text</p>': '1:4 Outlook ignores padding on <p>',
      '<div style="width:300px">Text</div>': '1:6 Outlook ignores width on <div>',
      '<div style="height:40px">Text</div>': '1:6 Outlook ignores height on <div>',
      '<p><span style="margin-left:8px">Text</span></p>': '1:10 Outlook ignores margin-left on <span>',
      '<body style="padding:24px"><p>Text</p></body>': '1:7 Outlook ignores padding on <body>',
      '<style>.card{padding:16px}</style><p class="card">Text</p>': '1:14 Outlook ignores padding on <p>',
    },
  },
  check(email, report) {
    const styleOf = styleInWord(email)
    const said = new Set<string>()
    for (const element of email.shownInWord) {
      const ignored = inline.has(element.tagName)
        ? inlineIgnores
        : blocks.has(element.tagName)
          ? blockIgnores
          : undefined
      const style = ignored ? styleOf(element) : []
      if (!ignored || winning(style, 'mso-padding-alt')) continue
      for (const { property, value, at } of style) {
        const message = `Outlook ignores ${property} on <${element.tagName}>`
        if (!ignored.test(property) || !hasEffect(property, value, style) || said.has(`${at[0]} ${message}`)) continue
        if (cellHas(element, property, styleOf)) continue
        said.add(`${at[0]} ${message}`)
        report({ message, hint: 'Put it on a table cell', at })
      }
    }
  },
})

const blockIgnores = /^(?:padding(?:-\w+)?|width|height)$/
const inlineIgnores = /^(?:padding(?:-\w+)?|width|height|margin(?:-\w+)?|border(?:-(?:top|right|bottom|left))?)$/

/** A cell made for Outlook around the element has the property in its place; and of nothing, there is nothing to lay out. */
function cellHas(element: Element, property: string, styleOf: ReturnType<typeof styleInWord>): boolean {
  if (property === 'width' && element.childNodes.length < 2 && textOf(element).trim() === '') return true
  const cell = element.parentNode
  if (!cell || !isElement(cell) || cell.tagName !== 'td') return false
  const [name = property] = property.split('-')
  return attribute(cell, name) !== undefined || winning(styleOf(cell), name) !== undefined
}

function hasEffect(property: string, value: string, style: readonly Placed[]): boolean {
  if (/^(?:0(?:px|pt|%)?\s*)+$/.test(value) || /^(?:auto|100%|none|inherit|initial)$/.test(value)) return false
  if (property.startsWith('border') && /\bnone\b|^0/.test(value)) return false
  return property !== 'height' || pixels(value) !== pixels(winning(style, 'line-height')?.value)
}
