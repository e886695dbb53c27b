import { attributeSpan, declarationsOf, plainRules, styleValue } from './email.ts'
import { defineEmailRule } from './rule.ts'
import { matches, selectorsOf } from './selector.ts'

export const lineHeightRule = defineEmailRule({
  code: 'line-height-rule',
  severity: 'warning',
  summary: 'Make Outlook keep to the line heights',
  why: 'Word takes `line-height` for the least height of a line and adds to it unless `mso-line-height-rule:exactly` stands with it (Microsoft, Office HTML reference).',
  examples: {
    good: [
      '<p style="line-height:24px;mso-line-height-rule:exactly">Text</p>',
      '<!--[if mso]><style>p{mso-line-height-rule:exactly}</style><![endif]--><p style="line-height:24px">Text</p>',
      '<p style="line-height:normal">Text</p>',
    ],
    bad: {
      '<p style="line-height:24px">Text</p><p style="line-height:1.5">Text</p>':
        '1:4 Missing mso-line-height-rule:exactly, on 2 elements',
    },
  },
  check(email, report) {
    const exact = email.outlook.sheets.flatMap((sheet) =>
      plainRules(sheet)
        .filter((rule) => declarationsOf(sheet, rule).some(({ property, value }) => isExact(property, value)))
        .flatMap((rule) => selectorsOf(rule.selector)),
    )
    const loose = email.shownInWord.filter((element) => {
      const style = email.styleOf(element)
      const height = styleValue(style, 'line-height')
      if (height === undefined || height === 'normal') return false
      return (
        !style.some(({ property, value }) => isExact(property, value)) && !exact.some((one) => matches(element, one))
      )
    })
    if (loose[0])
      report({
        message: `Missing mso-line-height-rule:exactly, on ${loose.length} elements`,
        hint: 'Say it once: `<!--[if mso]><style>td,th,div,p,a,li,h1,h2,h3{mso-line-height-rule:exactly}</style><![endif]-->`',
        at: attributeSpan(loose[0], 'style'),
      })
  },
})

const isExact = (property: string, value: string): boolean => property === 'mso-line-height-rule' && value === 'exactly'
