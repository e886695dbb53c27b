import { number } from '../../options.ts'
import { defineReleaseRule, reportLong } from '../rule.ts'

export const headlineLength = defineReleaseRule({
  code: 'headline-length',
  severity: 'warning',
  summary: 'Keep the headline to 120 characters',
  why: 'Newsrooms read it in a list of subjects that shows 60 to 70 characters; past 120 it is a paragraph (measured on 11,571 releases of four government archives).',
  rate: '3–16',
  options: { max: number(120, 'The most characters') },
  examples: {
    good: ['---\nheadline: Acme opens a plant in Turku\n---\n\nText.\n'],
    bad: {
      [`---\nheadline: ${'Acme opens a plant '.repeat(7)}today\n---\n\nText.\n`]:
        '2:11 Too long headline, 138 characters, maximum 120',
    },
  },
  check(release, report, { max }) {
    reportLong(release, 'headline', max, 'say the news in it, and the rest in `subheadline`', report)
  },
})
