import { defineEmailRule } from './rule.ts'
import { styleInWord, winning } from './word-style.ts'

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
      '<style>.lead{line-height:28px}</style><p class="lead">Text</p>':
        '1:14 Missing mso-line-height-rule:exactly, on 1 elements',
    },
  },
  check(email, report) {
    const styleOf = styleInWord(email)
    const loose = email.shownInWord.flatMap((element) => {
      const style = styleOf(element)
      const height = winning(style, 'line-height')
      // An image has no lines; MJML says a height of them all the same.
      if (!height || height.value === 'normal' || element.tagName === 'img') return []
      return style.some(({ property, value }) => property === 'mso-line-height-rule' && value === 'exactly')
        ? []
        : [height]
    })
    if (loose[0])
      report({
        message: `Missing mso-line-height-rule:exactly, on ${loose.length} elements`,
        hint: 'Say it once: `<!--[if mso]><style>td,th,div,p,a,li,h1,h2,h3{mso-line-height-rule:exactly}</style><![endif]-->`',
        at: loose[0].at,
      })
  },
})
