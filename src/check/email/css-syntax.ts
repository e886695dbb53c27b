import { defineEmailRule } from './rule.ts'

export const cssSyntax = defineEmailRule({
  code: 'css-syntax',
  severity: 'error',
  summary: 'Write CSS that can be parsed',
  why: 'Gmail drops the whole `<style>` element at the first thing in it that it cannot parse (Gmail developer pages, CSS support).',
  examples: {
    good: ['<style>a{color:#111}</style>', '<style>@media (max-width:480px){a{color:#111}}</style>'],
    bad: {
      '<style>a{color:#111</style>': '1:8 CSS that cannot be parsed, unclosed block',
      '<style>\na{color:#111}\n}</style>': '3:1 CSS that cannot be parsed, unexpected }',
      '<style>a{color}</style>': '1:10 CSS that cannot be parsed, unknown word color',
    },
  },
  check({ page }, report) {
    for (const { parsed } of page.sheets)
      if ('fault' in parsed)
        report({
          message: `CSS that cannot be parsed, ${parsed.fault.charAt(0).toLowerCase()}${parsed.fault.slice(1)}`,
          hint: 'Mend it, or Gmail drops the whole style sheet',
          at: [parsed.at, parsed.at + 1],
        })
  },
})
