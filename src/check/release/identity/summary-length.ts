import { graphemes } from '../../../markdown/width.ts'
import { number } from '../../options.ts'
import { defineReleaseRule, inside, reportLong } from '../rule.ts'

export const summaryLength = defineReleaseRule({
  code: 'summary-length',
  severity: 'warning',
  summary: 'Write a summary of 40 to 160 characters, and the news into the first 90',
  why: 'It is the preview line of the email, of which clients show 40 to 90 characters, and the description in search results, which are cut at about 160. A shorter one leaves half of the line empty; that is only mentioned.',
  rate: 'not measured: archives have no such field',
  options: {
    min: number(40, 'The fewest characters that nothing is said of'),
    max: number(160, 'The most characters'),
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
    },
  },
  check(release, report, { min, max }) {
    reportLong(release, 'summary', max, 'say in one sentence why it matters', report)
    const { summary = '' } = release.fields
    // Scripts in which a character is a syllable or a word need fewer.
    if (
      summary === '' ||
      summary.length >= min ||
      /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}]/u.test(summary)
    )
      return
    const message = `Short summary, ${graphemes(summary)} characters, minimum ${min}`
    const hint = 'say who it concerns, or what changes for them'
    report({ message, hint, at: inside(release, ['summary']), severity: 'info' })
  },
})
