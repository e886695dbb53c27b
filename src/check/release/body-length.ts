import { defineReleaseRule } from './rule.ts'

const [long, longest] = [800, 1500]

export const bodyLength = defineReleaseRule({
  code: 'body-length',
  severity: 'warning',
  summary: 'Keep the release to 1,500 words',
  why: 'Journalists read the beginning; half of the releases in four government archives have 211 to 630 words, and 300 to 500 are advised. What is longer is a background paper, to be attached.',
  rate: '6–26 from 1,000 words on; past 800 it is only mentioned',
  languages: ['en', 'fr', 'es', 'ar'],
  kinds: ['press-release', 'joint'],
  examples: {
    good: ['---\nheadline: Acme opens a plant\n---\n\nIt makes pumps.\n'],
    bad: {
      [`---\nheadline: Acme opens a plant\n---\n\n${'It makes pumps. '.repeat(501)}\n`]:
        '5:1 Very long release, 1503 words',
      [`---\nheadline: Acme opens a plant\n---\n\n${'It makes pumps. '.repeat(267)}\n`]: '5:1 Long release, 801 words',
    },
  },
  check({ prose }, report) {
    const [first] = prose.passages
    const count = prose.text.match(/[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}'’.,-]*[\p{L}\p{M}\p{N}])?/gu)?.length ?? 0
    if (!first || count <= long) return
    const message = `${count > longest ? 'Very long' : 'Long'} release, ${count} words`
    const hint = '300 to 500 are read; put the rest into `notes` or an attachment'
    const at = [first.start, first.end] as const
    report({ message, hint, at, severity: count > longest ? 'warning' : 'info' })
  },
})
