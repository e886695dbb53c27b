import { faultOf } from '../../source/css.ts'
import { spanInSheet, type Span } from './email.ts'
import { defineEmailRule } from './rule.ts'

export const cssSyntax = defineEmailRule({
  code: 'css-syntax',
  severity: 'error',
  summary: 'Write CSS that can be parsed',
  why: 'Gmail drops the whole `<style>` element at the first thing in it that it cannot parse (Gmail developer pages, CSS support).',
  examples: {
    good: [
      '<style>a{color:#111}</style>',
      '<style>@media (max-width:480px){a{color:#111}}</style>',
      '<style>#outlook a,u + .body > td:not(.x) ~ p,[style*="a,b"],.\\31 st,a:hover{color:#111}</style>',
      '<style>@keyframes fade{0%{opacity:1}62.5%{opacity:0.5}}</style>',
    ],
    bad: {
      '<style>a{color:#111</style>': '1:8 CSS that cannot be parsed, unclosed block',
      '<style>\na{color:#111}\n}</style>': '3:1 CSS that cannot be parsed, unexpected }',
      '<style>a{color}</style>': '1:10 CSS that cannot be parsed, unknown word color',
      '<style>a{font-family:"Arial}</style>': '1:22 CSS that cannot be parsed, unclosed string',
      '<style>a{color:}</style>': '1:10 CSS that cannot be parsed, color without a value',
      '<style>p,,a{color:#111}</style>': '1:8 CSS that cannot be parsed, the selector p,,a',
      '<style>.a..b{color:#111}</style>': '1:8 CSS that cannot be parsed, the selector .a..b',
      '<style>{color:#111}</style>': '1:8 CSS that cannot be parsed, no selector',
    },
  },
  check({ page }, report) {
    const tell = (fault: string, at: Span): void =>
      report({
        message: `CSS that cannot be parsed, ${fault.charAt(0).toLowerCase()}${fault.slice(1)}`,
        hint: 'Mend it, or Gmail drops the whole style sheet',
        at,
      })
    for (const sheet of page.sheets) {
      const { parsed } = sheet
      if ('fault' in parsed) tell(parsed.fault, [sheet.start + parsed.at, sheet.start + parsed.at + 1])
      else
        parsed.root.walk((node) => {
          const fault = faultOf(node)
          if (fault) tell(fault, spanInSheet(sheet, node))
        })
    }
  },
})
