import { number } from '../../options.ts'
import { graphemes } from '../../../markdown/width.ts'
import { defineReleaseRule, excess, inside } from '../rule.ts'

export const headlineLength = defineReleaseRule({
  code: 'headline-length',
  severity: 'warning',
  summary: 'Keep the headline to 120 characters',
  why: 'Newsrooms read it in a list of subjects that shows 60 to 70 characters; past 120 it is a paragraph. Half of the archives measured go beyond that on more than 10 of 100 releases, so that only past 150 it is a warning.',
  rate: '1–6; past 120, on 3–16, it is only mentioned',
  options: {
    long: number(120, 'The most characters that nothing is said of'),
    max: number(150, 'The most characters'),
  },
  examples: {
    good: ['---\nheadline: Acme opens a plant in Turku\n---\n\nText.\n'],
    bad: {
      [`---\nheadline: ${'Acme opens a plant '.repeat(7)}today\n---\n\nText.\n`]: '2:11 Long headline, 138 characters',
      [`---\nheadline: ${'Acme opens a plant '.repeat(8)}today\n---\n\nText.\n`]:
        '2:11 Too long headline, 157 characters, maximum 150',
    },
  },
  check(release, report, { long, max }) {
    const length = graphemes(release.fields.headline)
    const severity = excess(length, long, max)
    if (!severity) return
    const message =
      severity === 'warning'
        ? `Too long headline, ${length} characters, maximum ${max}`
        : `Long headline, ${length} characters`
    const hint = 'say the news in it, and the rest in `subheadline`'
    report({ message, hint, at: inside(release, ['headline']), severity })
  },
})
