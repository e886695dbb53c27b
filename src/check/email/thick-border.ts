import { attributeSpan } from './email.ts'
import { defineEmailRule } from './rule.ts'

/** In px: 6 pt, the thickest line that Word draws around a paragraph or a cell. */
const maximum = 8

export const thickBorder = defineEmailRule({
  code: 'thick-border',
  severity: 'warning',
  summary: 'Draw no border thicker than 8 px',
  why: 'Word draws borders of up to 6 pt, which is 8 px, and cuts thicker ones down (Microsoft, Word borders).',
  examples: {
    good: ['<td style="border-top:8px solid #111111">Text</td>', '<p style="border:1px solid #111111">Text</p>'],
    bad: { '<p style="border-left:12px solid #111111">Text</p>': '1:4 Too thick border, 12 px, maximum 8' },
  },
  check(email, report) {
    for (const element of email.shownInWord)
      for (const { property, value } of email.styleOf(element)) {
        if (!/^border(?:-(?:top|right|bottom|left))?(?:-width)?$/.test(property)) continue
        const thickest = Math.max(0, ...[...value.matchAll(/(\d+(?:\.\d+)?)px/g)].map(([, width]) => Number(width)))
        if (thickest > maximum)
          report({
            message: `Too thick border, ${thickest} px, maximum ${maximum}`,
            hint: 'Use a table cell with a background instead',
            at: attributeSpan(element, 'style'),
          })
      }
  },
})
