import { number } from '../../options.ts'
import { defineReleaseRule, reportLong } from '../rule.ts'

export const summaryLength = defineReleaseRule({
  code: 'summary-length',
  severity: 'warning',
  summary: 'Keep the summary to 160 characters',
  why: 'It is the preview line of the email, of which clients show 40 to 90 characters, and the description in search results, which are cut at about 160.',
  rate: 'not measured: archives have no such field',
  options: { max: number(160, 'The most characters') },
  examples: {
    good: ['---\nheadline: Acme opens a plant\nsummary: The plant in Turku makes pumps.\n---\n\nText.\n'],
    bad: {
      [`---\nheadline: Acme opens a plant\nsummary: ${'The plant makes pumps. '.repeat(8).trim()}\n---\n\nText.\n`]:
        '3:10 Too long summary, 183 characters, maximum 160',
    },
  },
  check(release, report, { max }) {
    reportLong(release, 'summary', max, 'say in one sentence why it matters', report)
  },
})
