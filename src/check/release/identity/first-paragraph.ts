import { number } from '../../options.ts'
import { defineReleaseRule, excess } from '../rule.ts'
import { countWords } from '../word-count.ts'

export const firstParagraph = defineReleaseRule({
  code: 'first-paragraph',
  severity: 'warning',
  summary: 'Say the news in a first paragraph of no more than 80 words',
  why: 'It is what agencies take over, often alone. Half of the releases in four government archives begin with 32 to 48 words, and 25 to 35 are advised.',
  rate: '0–5; past 80 words, on 0–23, it is only mentioned',
  languages: ['en', 'fr', 'es', 'ar'],
  kinds: ['press-release', 'joint'],
  options: {
    long: number(80, 'The most words that nothing is said of'),
    max: number(120, 'The most words'),
  },
  examples: {
    good: [
      `---\nheadline: Acme opens a plant\n---\n\n${'It makes pumps. '.repeat(20).trim()}\n\n${'It makes pumps. '.repeat(40).trim()}\n`,
      `---\nheadline: Acme opens a plant\nkind: statement\n---\n\n${'It makes pumps. '.repeat(40).trim()}\n`,
    ],
    bad: {
      [`---\nheadline: Acme opens a plant\n---\n\n## A plant\n\n${'It makes pumps. '.repeat(28).trim()}\n`]:
        '7:1 Long first paragraph, 84 words',
      [`---\nheadline: Acme abre una planta\nlanguage: es\n---\n\n${'Hace bombas. '.repeat(61).trim()}\n`]:
        '6:1 Very long first paragraph, 122 words',
    },
  },
  check({ prose }, report, { long, max }) {
    const first = prose.passages.find(({ kind }) => kind === 'text')
    if (!first) return
    const at = [first.start, first.end] as const
    const count = countWords(prose.text, ...at)
    const severity = excess(count, long, max)
    if (!severity) return
    const message = `${severity === 'warning' ? 'Very long' : 'Long'} first paragraph, ${count} words`
    const hint = 'say who does what, where and when; what explains it goes into the second'
    report({ message, hint, at, severity })
  },
})
