import { pixels, type Declaration } from '../../clients/inline-style.ts'
import { attribute, isElement, textOf, type Element } from '../../clients/markup.ts'
import { attributeSpan, styleValue, type Email } from './email.ts'
import { defineEmailRule } from './rule.ts'

const inline = new Set(['body', 'span', 'a', 'strong', 'b', 'em', 'i', 'small', 'font'])
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
      '<td style="mso-padding-alt:10px 25px"><a href="https://example.org" style="padding:10px 25px;mso-padding-alt:0">Read it</a></td>',
      '<div style="display:none;mso-hide:all;height:1px">Preheader</div>',
      '<!--[if mso]><table><tr><td width="300"><![endif]--><div style="width:300px">Text</div><!--[if mso]></td></tr></table><![endif]-->',
    ],
    bad: {
      '<p style="padding:16px">Text</p>': '1:4 Outlook ignores padding on <p>',
      '<div style="width:300px">Text</div>': '1:6 Outlook ignores width on <div>',
      '<div style="height:40px">Text</div>': '1:6 Outlook ignores height on <div>',
      '<p><span style="margin-left:8px">Text</span></p>': '1:10 Outlook ignores margin-left on <span>',
      '<body style="padding:24px"><p>Text</p></body>': '1:7 Outlook ignores padding on <body>',
    },
  },
  check(email, report) {
    for (const element of email.shownInWord) {
      const style = email.styleOf(element)
      const ignored = inline.has(element.tagName)
        ? inlineIgnores
        : blocks.has(element.tagName)
          ? blockIgnores
          : undefined
      if (!ignored || styleValue(style, 'mso-padding-alt') !== undefined) continue
      for (const { property, value } of style)
        if (ignored.test(property) && hasEffect(property, value, style) && !cellHas(email, element, property))
          report({
            message: `Outlook ignores ${property} on <${element.tagName}>`,
            hint: 'Put it on a table cell',
            at: attributeSpan(element, 'style'),
          })
    }
  },
})

const blockIgnores = /^(?:padding(?:-\w+)?|width|height)$/
const inlineIgnores = /^(?:padding(?:-\w+)?|width|height|margin(?:-\w+)?|border(?:-(?:top|right|bottom|left))?)$/

/** A cell made for Outlook around the element has the property in its place; and of nothing, there is nothing to lay out. */
function cellHas(email: Email, element: Element, property: string): boolean {
  if (property === 'width' && element.childNodes.length < 2 && textOf(element).trim() === '') return true
  const cell = element.parentNode
  if (!cell || !isElement(cell) || cell.tagName !== 'td') return false
  const [name = property] = property.split('-')
  return attribute(cell, name) !== undefined || styleValue(email.styleOf(cell), name) !== undefined
}

function hasEffect(property: string, value: string, style: readonly Declaration[]): boolean {
  if (/^(?:0(?:px|pt|%)?\s*)+$/.test(value) || /^(?:auto|100%|none|inherit|initial)$/.test(value)) return false
  if (property.startsWith('border') && /\bnone\b|^0/.test(value)) return false
  return property !== 'height' || pixels(value) !== pixels(styleValue(style, 'line-height'))
}
