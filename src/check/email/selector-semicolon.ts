import { allRules, spanInSheet } from './email.ts'
import { defineEmailRule } from './rule.ts'

export const selectorSemicolon = defineEmailRule({
  code: 'selector-semicolon',
  severity: 'error',
  summary: 'Put no semicolon into an attribute selector',
  why: 'Yahoo ends the rule at a `;` inside `[…]` and loses the sheet from there on (known fault of Yahoo Mail).',
  examples: {
    good: ['<style>[style*="color:red"]{color:#111}</style>'],
    bad: {
      '<style>[style*="color:red;"]{color:#111}</style>': '1:8 Semicolon in a selector, "[style*="color:red;"]"',
      '<style>@media screen{[style*="color:red;"]{color:#111}}</style>':
        '1:22 Semicolon in a selector, "[style*="color:red;"]"',
    },
  },
  check({ page }, report) {
    for (const sheet of page.sheets)
      for (const rule of allRules(sheet)) {
        const found = /\[[^\]]*;[^\]]*\]/.exec(rule.selector)
        if (found)
          report({
            message: `Semicolon in a selector, "${found[0]}"`,
            hint: 'Select by a class',
            at: spanInSheet(sheet, rule, rule.selector.length),
          })
      }
  },
})
