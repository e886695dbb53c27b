import { classesOf } from '../../clients/markup.ts'
import { attributeSpan, plainRules } from './email.ts'
import { defineEmailRule } from './rule.ts'

export const secondClass = defineEmailRule({
  code: 'second-class',
  severity: 'warning',
  summary: 'Let Outlook need only the first class of an element',
  why: 'Word reads the first name in a class attribute and none after it (caniemail.com, "class selector").',
  examples: {
    good: [
      '<!--[if mso]><style>.wide{width:600px}</style><![endif]--><table class="wide card"></table>',
      '<style>@media (max-width:480px){.card{padding:0}}</style><table class="wide card"></table>',
    ],
    bad: {
      '<!--[if mso]><style>.wide{width:600px}</style><![endif]--><table class="card wide"></table>':
        '1:66 Outlook ignores class "wide", the second',
    },
  },
  check(email, report) {
    const used = new Set(
      email.outlook.sheets.flatMap((sheet) =>
        plainRules(sheet).flatMap(({ selector }) =>
          selector.includes('[') ? [] : (selector.match(/\.[\w-]+/g) ?? []).map((name) => name.slice(1)),
        ),
      ),
    )
    if (used.size === 0) return
    for (const element of email.shownInWord) {
      const ignored = classesOf(element)
        .slice(1)
        .find((name) => used.has(name))
      if (ignored)
        report({
          message: `Outlook ignores class "${ignored}", the second`,
          hint: 'Put it first, or say the style in the style attribute',
          at: attributeSpan(element, 'class'),
        })
    }
  },
})
