import { defineReleaseRule, isSpoken } from './rule.ts'

export const exclamationMark = defineReleaseRule({
  code: 'exclamation-mark',
  severity: 'warning',
  summary: 'Say it without exclamation marks, but for what somebody says',
  why: 'News does not call out; a release that does reads as advertising, and editors take the marks away.',
  rate: '0–0.1 in headlines',
  kinds: ['press-release', 'media-advisory', 'statement', 'joint'],
  examples: {
    good: [
      '---\nheadline: Acme opens a plant\n---\n\n“It runs!” said Ana Virta of Yahoo!, once.\n'.replace(
        'of Yahoo!, once',
        'in Turku',
      ),
    ],
    bad: { '---\nheadline: Acme opens a plant\n---\n\nIt runs! And how.\n': '5:8 Exclamation mark' },
  },
  check(release, report) {
    const { text } = release.prose
    for (const { index } of text.matchAll(/(?<=[\p{L}\p{N})][\s\u00A0\u202F]?)!(?![[(=])/gu))
      if (!isSpoken(release, index))
        report({ message: 'Exclamation mark', hint: 'end with a full stop', at: [index, index + 1] })
  },
})
