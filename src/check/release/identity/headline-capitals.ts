import { defineReleaseRule, inside } from '../rule.ts'

export const headlineCapitals = defineReleaseRule({
  code: 'headline-capitals',
  severity: 'warning',
  summary: 'Write the headline as a sentence, not in capitals',
  why: 'Capitals read as shouting, screen readers may spell them out, and whoever takes the headline over has to type it again.',
  rate: '0–0.5',
  examples: {
    good: ['---\nheadline: UN and WHO open a plant\n---\n\nText.\n', '---\nheadline: COP30\n---\n\nText.\n'],
    bad: { '---\nheadline: "ACME OPENS A PLANT"\n---\n\nText.\n': '2:12 Headline in capitals' },
  },
  check(release, report) {
    const words = release.fields.headline.match(/\p{L}[\p{L}\p{M}]+/gu) ?? []
    const shouted = words.filter((word) => word === word.toUpperCase() && word !== word.toLowerCase())
    if (words.length >= 3 && shouted.length === words.length)
      report({ message: 'Headline in capitals', hint: 'write it as a sentence', at: inside(release, ['headline']) })
  },
})
