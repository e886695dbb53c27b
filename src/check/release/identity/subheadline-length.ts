import { number } from '../../options.ts'
import { defineReleaseRule, reportLong } from '../rule.ts'

export const subheadlineLength = defineReleaseRule({
  code: 'subheadline-length',
  severity: 'info',
  summary: 'Keep the subheadline to 200 characters',
  why: 'It is read at a glance, in large letters below the headline; past 200 characters it takes five lines on a phone and stands in the place of the first paragraph.',
  rate: 'not measured: archives do not keep it apart from the text',
  options: { max: number(200, 'The most characters') },
  examples: {
    good: ['---\nheadline: Acme opens a plant\nsubheadline: It makes twenty pumps a day, for ferries\n---\n\nText.\n'],
    bad: {
      [`---\nheadline: Acme opens a plant\nsubheadline: ${'It makes pumps '.repeat(14).trim()}\n---\n\nText.\n`]:
        '3:14 Too long subheadline, 209 characters, maximum 200',
    },
  },
  check(release, report, { max }) {
    reportLong(release, 'subheadline', max, 'say one thing in it, and the rest in the first paragraph', report)
  },
})
