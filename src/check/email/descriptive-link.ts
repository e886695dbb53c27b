import { saysNothing } from '../empty-link.ts'
import { named, tagSpan } from './email.ts'
import { wordsOf } from './nameless-link.ts'
import { defineEmailRule } from './rule.ts'

export const descriptiveLink = defineEmailRule({
  code: 'descriptive-link',
  severity: 'warning',
  summary: 'Say in the link where it leads',
  why: 'Screen-reader users go through a list of the links alone, in which "here" says nothing (WCAG 2.2, 2.4.4 and 2.4.9).',
  examples: {
    good: ['<a href="https://example.org">Read the full release</a>'],
    bad: {
      '<a href="https://example.org">Click here</a>': '1:1 Link that says nothing, "Click here"',
      '<a href="https://example.org">cliquez ici</a>': '1:1 Link that says nothing, "cliquez ici"',
      '<a href="https://example.org">aquí.</a>': '1:1 Link that says nothing, "aquí."',
      '<a href="https://example.org">المزيد</a>': '1:1 Link that says nothing, "المزيد"',
      '<a href="https://example.org"><b>Read more …</b></a>': '1:1 Link that says nothing, "Read more …"',
    },
  },
  check({ page }, report) {
    for (const link of named(page, 'a')) {
      const words = wordsOf(link)
      if (saysNothing(words))
        report({
          message: `Link that says nothing, "${words}"`,
          hint: 'Name the page that it opens',
          at: tagSpan(link),
        })
    }
  },
})
