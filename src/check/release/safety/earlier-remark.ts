import { defineReleaseRule } from '../rule.ts'
import { remarksIn } from './remarks.ts'

export const earlierRemark = defineReleaseRule({
  code: 'earlier-remark',
  severity: 'warning',
  summary: 'Look at the dates and figures that came with an earlier release',
  why: 'A release that is begun from an earlier one has its dates, weekdays and figures, and wire editors list those left over among the errors they catch most. Each paragraph that has some is marked by a comment, which you take away when you have looked.',
  rate: 'never but on releases that were begun from another one',
  examples: {
    good: ['---\nheadline: Acme opens a plant\n---\n\nText. <!-- as earlier: 52 -->\n\n# earlier: a heading\n'],
    bad: {
      '---\nheadline: Acme opens a plant\n# earlier: 2025\nsummary: The plant of 2025.\n---\n\n<!-- earlier: May 4; 52 -->\nOn May 4 it had 52 pumps.\n':
        '3:1 Of an earlier day, "2025"?\n7:1 Of an earlier day, "May 4; 52"?',
    },
  },
  check({ source }, report) {
    for (const { words, at } of remarksIn(source, 'earlier'))
      report({
        message: `Of an earlier day, "${words}"?`,
        hint: 'correct it or leave it, and take the comment away',
        at,
      })
  },
})
