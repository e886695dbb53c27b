import { ancestorsOf } from '../../clients/markup.ts'
import { tagSpan } from './email.ts'
import { defineEmailRule } from './rule.ts'

export const styleInBody = defineEmailRule({
  code: 'style-in-body',
  severity: 'error',
  summary: 'Keep style sheets in the head',
  why: 'Gmail and others drop a `<style>` that stands in the body, and some show its text (caniemail.com, "<style> element").',
  examples: {
    good: [
      '<head><style>a{color:#111}</style></head><body><p>Text</p></body>',
      '<body><!--[if mso]><style>a{}</style><![endif]--></body>',
    ],
    bad: { '<body><p>Text</p><style>a{color:#111}</style></body>': '1:18 Style sheet in the body' },
  },
  check({ page }, report) {
    for (const { element } of page.sheets)
      if (ancestorsOf(element).some(({ tagName }) => tagName === 'body'))
        report({ message: 'Style sheet in the body', hint: 'Move it into `<head>`', at: tagSpan(element) })
  },
})
