import type { ChildNode } from 'postcss'
import { spanInSheet } from './email.ts'
import { defineEmailRule } from './rule.ts'

export const darkModeBlock = defineEmailRule({
  code: 'dark-mode-block',
  severity: 'error',
  summary: 'Keep the dark-mode CSS in a style element of its own',
  why: 'Some of the CSS that dark mode needs makes clients drop the whole `<style>` it stands in; what else is there goes with it (Email Markup Consortium; caniemail.com, "prefers-color-scheme").',
  examples: {
    good: [
      '<style>a{color:#111}</style><style>:root{color-scheme:light dark}@media (prefers-color-scheme:dark){a{color:#eee}}</style>',
    ],
    bad: {
      '<style>a{color:#111}\n@media (prefers-color-scheme:dark){a{color:#eee}}</style>':
        '2:1 Dark-mode CSS among other rules',
      '<style>a{color:#111}\n[data-ogsc] a{color:#eee}</style>': '2:1 Dark-mode CSS among other rules',
    },
  },
  check({ page }, report) {
    for (const sheet of page.sheets) {
      const nodes = 'root' in sheet.parsed ? sheet.parsed.root.nodes.filter(({ type }) => type !== 'comment') : []
      const dark = nodes.find(isDark)
      if (dark && !nodes.every((node) => isDark(node) || isScheme(node)))
        report({
          message: 'Dark-mode CSS among other rules',
          hint: 'Give it a `<style>` of its own',
          at: spanInSheet(sheet, dark),
        })
    }
  },
})

const isDark = (node: ChildNode): boolean =>
  (node.type === 'atrule' && /prefers-color-scheme/i.test(node.params)) ||
  (node.type === 'rule' && /\[data-ogs[cb]/i.test(node.selector))

const isScheme = (node: ChildNode): boolean => node.type === 'rule' && node.selector.trim() === ':root'
