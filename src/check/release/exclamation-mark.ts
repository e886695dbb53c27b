import { defineReleaseRule, inside, isSpoken } from './rule.ts'

export const exclamationMark = defineReleaseRule({
  code: 'exclamation-mark',
  severity: 'warning',
  summary: 'Say it without exclamation marks, but for what somebody says',
  why: 'News does not call out; a release that does reads as advertising, and editors take the marks away.',
  rate: '0–0.1 in headlines; in the text not measured',
  examples: {
    good: ['---\nheadline: Acme opens a plant\n---\n\n“It runs!” said Ana Virta in Turku.\n'],
    bad: {
      '---\nheadline: Acme opens a plant!\n---\n\nIt runs! And how.\n': '2:29 Exclamation mark\n5:8 Exclamation mark',
    },
  },
  check(release, report) {
    const { source, fields, prose } = release
    const pattern = /(?<=[\p{L}\p{N})][\s\u00A0\u202F]?)!(?![[(=])/gu
    const say = (at: number): void =>
      report({ message: 'Exclamation mark', hint: 'end with a full stop', at: [at, at + 1] })
    for (const key of ['headline', 'subheadline'] as const) {
      if (fields[key] === undefined) continue
      const [start, end] = inside(release, [key])
      for (const { index } of source.text.slice(start, end).matchAll(pattern)) say(start + index)
    }
    for (const { index } of prose.text.matchAll(pattern)) if (!isSpoken(release, index)) say(index)
  },
})
