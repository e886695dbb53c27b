import { pixels } from '../../clients/inline-style.ts'
import { defineEmailRule } from './rule.ts'
import { styleInWord } from './word-style.ts'

/** In px: 6 pt, the thickest line that Word draws around a paragraph or a cell. */
const maximum = 8

export const thickBorder = defineEmailRule({
  code: 'thick-border',
  severity: 'warning',
  summary: 'Draw no border thicker than 8 px',
  why: 'Word draws borders of up to 6 pt, which is 8 px, and cuts thicker ones down (Microsoft, Word borders).',
  examples: {
    good: [
      '<table><tr><td style="border-top:8px solid #111111">Text</td></tr></table>',
      '<p style="border:1px solid #111111">Text</p>',
    ],
    bad: {
      '<p style="border-left:12px solid #111111">Text</p>': '1:4 Too thick border, 12 px, maximum 8',
      '<table><tr><td style="border-width:1px 9pt">Text</td></tr></table>': '1:16 Too thick border, 12 px, maximum 8',
      '<style>.bar{border-top:10px solid #111111}</style><p class="bar">Text</p><p class="bar">Text</p>':
        '1:13 Too thick border, 10 px, maximum 8',
    },
  },
  check(email, report) {
    const styleOf = styleInWord(email)
    const said = new Set<number>()
    for (const element of email.shownInWord)
      for (const { property, value, at } of styleOf(element)) {
        if (!/^border(?:-(?:top|right|bottom|left))?(?:-width)?$/.test(property)) continue
        const thickest = Math.max(0, ...(value.match(/[\d.]+(?:px|pt)/g) ?? []).map((one) => pixels(one) ?? 0))
        if (thickest <= maximum || said.has(at[0])) continue
        said.add(at[0])
        report({
          message: `Too thick border, ${thickest} px, maximum ${maximum}`,
          hint: 'Use a table cell with a background instead',
          at,
        })
      }
  },
})
