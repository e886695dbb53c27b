import { ancestorsOf, attribute } from '../../clients/markup.ts'
import { attributeSpan, styleValue } from './email.ts'
import { defineEmailRule } from './rule.ts'

export const cellDirection = defineEmailRule({
  code: 'cell-direction',
  severity: 'error',
  summary: 'Let the layout run in the direction of its language',
  why: 'A `direction` in a style attribute wins over the `dir` around it: MJML writes `direction:ltr` into the cells of an Arabic or Hebrew email unless it is told otherwise, and its sentences end at the wrong side (CSS Writing Modes 4, 2.1).',
  examples: {
    good: [
      '<div lang="ar" dir="rtl"><table role="presentation"><tr><td style="direction:rtl">نص</td></tr></table></div>',
      '<div lang="ar" dir="rtl"><p dir="ltr" style="direction:ltr">Text</p></div>',
      '<div lang="ar" dir="rtl"><span style="direction:ltr">+31 70 555 0100</span></div>',
      '<div style="direction:ltr">Text</div>',
    ],
    bad: {
      '<div lang="ar" dir="rtl"><table role="presentation"><tr><td style="direction:ltr">نص</td></tr></table></div>':
        '1:61 Wrong direction, ltr within rtl',
      '<div lang="en" dir="ltr"><p style="direction:rtl">Text</p></div>': '1:29 Wrong direction, rtl within ltr',
    },
  },
  check(email, report) {
    for (const element of email.page.elements) {
      const said = styleValue(email.styleOf(element), 'direction')
      if (said === undefined || !blocks.has(element.tagName)) continue
      const around = [element, ...ancestorsOf(element)].map((one) => attribute(one, 'dir')).find((dir) => dir)
      if (around && around !== said)
        report({
          message: `Wrong direction, ${said} within ${around}`,
          hint: 'Set direction and alignment from the language, or give the element a `dir` and `lang` of its own',
          at: attributeSpan(element, 'style'),
        })
    }
  },
})

/** What lays out; a phone number inside of a line runs its own way by right. */
const blocks = new Set(['div', 'p', 'table', 'tr', 'td', 'th', 'ul', 'ol', 'li', 'h1', 'h2', 'h3'])
