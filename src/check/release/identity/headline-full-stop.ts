import { defineReleaseRule, inside } from '../rule.ts'

export const headlineFullStop = defineReleaseRule({
  code: 'headline-full-stop',
  severity: 'warning',
  summary: 'End the headline without a full stop',
  why: 'A headline is a title; a full stop ends what the reader should go on from.',
  rate: '0–1.6',
  examples: {
    good: [
      '---\nheadline: Acme opens a plant\n---\n\nText.\n',
      '---\nheadline: Acme opens a plant in the U.S.\n---\n\nText.\n',
      '---\nheadline: And then …\n---\n\nText.\n',
    ],
    bad: { '---\nheadline: Acme opens a plant.\n---\n\nText.\n': '2:29 Full stop at the end of the headline' },
  },
  check(release, report) {
    const [start, end] = inside(release, ['headline'])
    if (!/[^.\s]{2}[.。]$/u.test(release.source.text.slice(start, end))) return
    if (/(?:^|[\s.])\p{Lu}(?:\.\p{Lu})*\.$|\b(?:Inc|Ltd|Co|Corp|Jr|Sr|No|St)\.$/u.test(release.fields.headline)) return
    const fix = { start: end - 1, end, text: '' }
    report({ message: 'Full stop at the end of the headline', hint: 'take it away', at: [end - 1, end], fix })
  },
})
