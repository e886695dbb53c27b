import { allRules, spanInSheet } from './email.ts'
import { defineEmailRule } from './rule.ts'

export const chainedClasses = defineEmailRule({
  code: 'chained-classes',
  severity: 'error',
  summary: 'Select by one class at a time',
  why: 'Outlook.com puts `x_` before the first class of `.a.b` and not before the second, so the rule never matches (caniemail.com, "chaining selectors").',
  examples: {
    good: ['<style>.a .b,.a > .b,td.b{color:#111}</style>'],
    bad: {
      '<style>.a.b{color:#111}</style>': '1:8 Chained classes, ".a.b"',
      '<style>@media (max-width:480px){td.a.b p{color:#111}}</style>': '1:33 Chained classes, ".a.b"',
    },
  },
  check({ page }, report) {
    for (const sheet of page.sheets)
      for (const rule of allRules(sheet)) {
        const chain = /(?:\.[\w-]+){2,}/.exec(rule.selector.replace(/\[[^\]]*\]/g, ''))
        if (chain)
          report({
            message: `Chained classes, "${chain[0]}"`,
            hint: 'Give the element a class of its own for it',
            at: spanInSheet(sheet, rule, rule.selector.length),
          })
      }
  },
})
