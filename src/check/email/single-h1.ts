import { named, tagSpan } from './email.ts'
import { defineEmailRule } from './rule.ts'

export const singleH1 = defineEmailRule({
  code: 'single-h1',
  severity: 'warning',
  reads: 'whole',
  summary: 'Give the email exactly one h1: the headline',
  why: 'Screen-reader users jump by headings, and the first says what the email is (WCAG 2.2, 1.3.1 and 2.4.6; Email Markup Consortium, accessibility report 2025).',
  examples: {
    good: ['<body><h1>Acme opens a plant</h1><h2>About Acme</h2></body>'],
    bad: {
      '<body><p>Acme opens a plant</p></body>': '1:1 Missing h1',
      '<body><h1>Acme</h1>\n<h1>Acme opens a plant</h1></body>': '2:1 Too many h1, 2, maximum 1',
    },
  },
  check({ page }, report) {
    const found = named(page, 'h1')
    const [body] = named(page, 'body')
    if (found.length === 0 && body)
      report({ message: 'Missing h1', hint: 'Set the headline in `<h1>`', at: tagSpan(body) })
    if (found[1])
      report({ message: `Too many h1, ${found.length}, maximum 1`, hint: 'Make it an `<h2>`', at: tagSpan(found[1]) })
  },
})
