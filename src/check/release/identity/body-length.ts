import { number } from '../../options.ts'
import { bodyOf } from '../prose.ts'
import { defineReleaseRule, excess } from '../rule.ts'
import { countWords } from '../word-count.ts'

export const bodyLength = defineReleaseRule({
  code: 'body-length',
  severity: 'warning',
  summary: 'Keep the release to 1,500 words',
  why: 'Journalists read the beginning; half of the releases in four government archives have 211 to 630 words, and 300 to 500 are advised. What is longer is a background paper, to be attached; what is much shorter leaves out what they would ask.',
  rate: '1–3; past 1,000 words, and below 125, on 6–11, it is only mentioned',
  languages: ['en', 'fr', 'es', 'ar'],
  kinds: ['press-release', 'joint'],
  options: {
    short: number(125, 'The fewest words that nothing is said of'),
    long: number(1000, 'The most words that nothing is said of'),
    max: number(1500, 'The most words'),
  },
  examples: {
    good: [
      `---\nheadline: Acme opens a plant\n---\n\n${'It makes pumps. '.repeat(42)}\n`,
      '---\nheadline: Acme opens a plant\nkind: statement\n---\n\nIt makes pumps.\n',
      '---\nheadline: Acme opens a plant\nwithdrawn: { date: 2026-01-03, reason: It does not. }\n---\n\nText.\n',
    ],
    bad: {
      [`---\nheadline: Acme opens a plant\n---\n\n${'It makes pumps. '.repeat(501)}\n`]:
        '5:1 Very long release, 1503 words',
      [`---\nheadline: Acme opens a plant\n---\n\n${'It makes pumps. '.repeat(334)}\n`]: '5:1 Long release, 1002 words',
      '---\nheadline: Acme ouvre une usine\nlanguage: fr\n---\n\nElle fait des pompes.\n': '6:1 Short release, 4 words',
    },
  },
  check({ prose, fields, language, original }, report, { short, long, max }) {
    const [first] = bodyOf(prose)
    const count = countWords(prose.text, prose.bodyStart)
    if (!first || fields.withdrawn) return
    const at = [first.start, first.end] as const
    // Arabic joins article and prepositions to their word: as many words say more. A translation is as long as its original.
    if (count < short && !original && language !== 'ar') {
      const hint = 'say who, what, where, when and why, and let somebody speak'
      report({ message: `Short release, ${count} ${count === 1 ? 'word' : 'words'}`, hint, at, severity: 'info' })
    }
    const severity = excess(count, long, max)
    if (!severity) return
    const message = `${severity === 'warning' ? 'Very long' : 'Long'} release, ${count} words`
    const hint = '300 to 500 are read; put the rest into `notes` or an attachment'
    report({ message, hint, at, severity })
  },
})
