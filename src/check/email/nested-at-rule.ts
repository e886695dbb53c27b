import { spanInSheet } from './email.ts'
import { defineEmailRule } from './rule.ts'

export const nestedAtRule = defineEmailRule({
  code: 'nested-at-rule',
  severity: 'error',
  summary: 'Put no @-rule inside another',
  why: 'Gmail drops the whole `<style>` element when an @-rule stands inside another one (caniemail.com, "@media", note on nesting).',
  examples: {
    good: ['<style>@media (max-width:480px){a{color:#111}}</style>'],
    bad: {
      '<style>@supports (color:red){@media print{a{color:#111}}}</style>': '1:30 Nested @-rule, @media in @supports',
    },
  },
  check({ page }, report) {
    for (const sheet of page.sheets) {
      if (!('root' in sheet.parsed)) continue
      sheet.parsed.root.walkAtRules((rule) => {
        const outer = rule.parent?.type === 'atrule' && 'name' in rule.parent ? String(rule.parent.name) : undefined
        if (outer)
          report({
            message: `Nested @-rule, @${rule.name} in @${outer}`,
            hint: 'Write the two conditions as one, or leave one out',
            at: spanInSheet(sheet, rule, rule.name.length + 1),
          })
      })
    }
  },
})
