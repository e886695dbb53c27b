import { graphemes } from '../../../markdown/width.ts'
import { number } from '../../options.ts'
import { defineReleaseRule, excess, inside } from '../rule.ts'

export const summaryLength = defineReleaseRule({
  code: 'summary-length',
  severity: 'warning',
  summary: 'Write a summary of 40 to 160 characters, and the news into the first 90',
  why: 'It is the preview line of the email, of which clients show 40 to 90 characters, and the description in search results, which are cut at about 160. Build cuts the preview line at a word, so that one of 91 to 160 is fine as long as the news comes first; who wants all of it to fit sets `long: 90`. A shorter one leaves half of the line empty; that, and one past `long`, is only mentioned.',
  rate: 'not measured: archives have no such field; of 54 summaries that were written beside this kit 31 have 91 characters or more, so that `long` is 160',
  options: {
    min: number(40, 'The fewest characters that nothing is said of'),
    long: number(160, 'The most characters that nothing is said of'),
    max: number(160, 'The most characters that are no more than mentioned'),
  },
  examples: {
    good: [
      '---\nheadline: Acme opens a plant\nsummary: The plant in Turku makes pumps for ferries.\n---\n\nText.\n',
      '---\nheadline: アクメが工場を開く\nlanguage: ja\nsummary: トゥルクの工場はフェリー用のポンプを作る。\n---\n\n本文。\n',
    ],
    bad: {
      [`---\nheadline: Acme opens a plant\nsummary: ${'The plant makes pumps. '.repeat(8).trim()}\n---\n\nText.\n`]:
        '3:10 Too long summary, 183 characters, maximum 160',
      '---\nheadline: Acme opens a plant\nsummary: Acme opens a plant.\n---\n\nText.\n':
        '3:10 Short summary, 19 characters, minimum 40',
      [`=== press.yaml\norganization: { name: Acme }\ncheck: { summary-length: { long: 90 } }\n=== releases/2026-01-02-x.md\n---\nheadline: Acme opens a plant\nsummary: ${'The plant makes pumps. '.repeat(5).trim()}\n---\n\nText.\n`]:
        'releases/2026-01-02-x.md:3:10 Long summary, 114 characters',
    },
  },
  check(release, report, { min, long, max }) {
    const { summary = '' } = release.fields
    if (summary === '' || (summary.length >= min && summary.length <= Math.min(long, max))) return
    const length = graphemes(summary)
    const at = inside(release, ['summary'])
    const severity = excess(length, long, max)
    if (severity) {
      const message =
        severity === 'info'
          ? `Long summary, ${length} characters`
          : `Too long summary, ${length} characters, maximum ${max}`
      report({ message, hint: 'say in one sentence why it matters', at, severity })
    }
    // Scripts in which a character is a syllable or a word need fewer.
    if (summary.length >= min || /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}]/u.test(summary)) return
    const message = `Short summary, ${length} characters, minimum ${min}`
    report({ message, hint: 'say who it concerns, or what changes for them', at, severity: 'info' })
  },
})
