import { matchesIn } from '../../../source/matches.ts'
import { defineTextRule, isSpoken } from '../rule.ts'

export const exclamationMark = defineTextRule({
  code: 'exclamation-mark',
  severity: 'warning',
  summary: 'Say it without exclamation marks, but for what somebody says',
  why: 'News does not call out; a release that does reads as advertising, and editors take the marks away.',
  rate: '0–1.2; 0–0.1 in headlines',
  examples: {
    good: ['---\nheadline: Acme opens a plant\n---\n\n“It runs!” said Ana Virta in Turku. Yahoo! paid.\n'],
    bad: {
      '---\nheadline: Acme opens a plant!\n---\n\nIt runs! And how.\n': '2:29 Exclamation mark\n5:8 Exclamation mark',
    },
  },
  check(text, report) {
    if (!text.prose.text.includes('!')) return
    for (const { index } of matchesIn(
      text.prose.text,
      /(?<=[\p{L}\p{N})][\s\u00A0\u202F]?)(?<!\p{Lu}\p{L}+)!(?![[(=])|(?<=\p{Lu}\p{L}+)!(?![[(=]|,? \p{Ll})/gu,
    ))
      if (!isSpoken(text, index))
        report({ message: 'Exclamation mark', hint: 'end with a full stop', at: [index, index + 1] })
  },
})
