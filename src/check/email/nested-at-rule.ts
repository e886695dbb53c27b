import type { AtRule, ChildNode, Rule } from 'postcss'
import { spanInSheet } from './email.ts'
import { defineEmailRule } from './rule.ts'

export const nestedAtRule = defineEmailRule({
  code: 'nested-at-rule',
  severity: 'error',
  summary: 'Put no @-rule inside another, and no rule inside a rule',
  why: 'Gmail drops the whole `<style>` element when an @-rule stands inside another one, and no mail client for Windows or the web knows rules inside rules (caniemail.com, "@media", note on nesting; "CSS nesting").',
  examples: {
    good: ['<style>@media (max-width:480px){a{color:#111}}</style>'],
    bad: {
      '<style>@supports (color:red){@media print{a{color:#111}}}</style>': '1:30 Nested @-rule, @media in @supports',
      '<style>.lead{@media print{color:#111111}}</style>': '1:14 Nested @-rule, @media in .lead',
      '<style>.lead{color:#111111;& a{color:#222222}}</style>': '1:28 Nested rule, & a in .lead',
    },
  },
  check({ page }, report) {
    for (const sheet of page.sheets) {
      if (!('root' in sheet.parsed)) continue
      sheet.parsed.root.walk((node) => {
        if (node.type !== 'atrule' && node.type !== 'rule') return
        const around = aroundOf(node)
        // A rule in an @-rule is what @-rules are for.
        if (around === undefined || (node.type === 'rule' && around.startsWith('@'))) return
        const [kind, name] = node.type === 'rule' ? ['rule', node.selector] : ['@-rule', `@${node.name}`]
        report({
          message: `Nested ${kind}, ${name} in ${around}`,
          hint: 'Write the two conditions as one, or leave one out',
          at: spanInSheet(sheet, node, name.length),
        })
      })
    }
  },
})

/** What a node of a style sheet stands in, as it is written; nothing where it stands by itself. */
function aroundOf({ parent }: ChildNode): string | undefined {
  if (parent?.type === 'atrule') return `@${(parent as AtRule).name}`
  return parent?.type === 'rule' ? (parent as Rule).selector : undefined
}
