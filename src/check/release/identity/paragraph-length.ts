import { number } from '../../options.ts'
import { defineReleaseRule, excess } from '../rule.ts'
import { countWords } from '../word-count.ts'

export const paragraphLength = defineReleaseRule({
  code: 'paragraph-length',
  severity: 'warning',
  summary: 'Keep a paragraph to 150 words',
  why: 'On a phone 150 words fill more than the screen, and a journalist who looks for a sentence to take over goes on to the next release.',
  rate: '0–5; past 150 words, on 2–14, it is only mentioned',
  languages: ['en', 'fr', 'es', 'ar'],
  kinds: ['press-release', 'joint', 'statement'],
  options: {
    long: number(150, 'The most words that nothing is said of'),
    max: number(200, 'The most words'),
  },
  examples: {
    good: [
      `---\nheadline: Acme opens a plant\n---\n\nAcme opens.\n\n${'It makes pumps. '.repeat(40).trim()}\n`,
      `---\nheadline: Acme opens a plant\n---\n\nAcme opens.\n\n${'- It makes pumps and valves.\n'.repeat(40).trim()}\n`,
      `---\nheadline: Acme opens a plant\nkind: media-advisory\n---\n\n${'It makes pumps. '.repeat(60).trim()}\n`,
    ],
    bad: {
      [`---\nheadline: Acme opens a plant\n---\n\nAcme opens.\n\n${'It makes pumps. '.repeat(51).trim()}\n`]:
        '7:1 Long paragraph, 153 words',
      [`---\nheadline: Acme ouvre une usine\nlanguage: fr\n---\n\nAcme ouvre.\n\n${'Elle fait des pompes. '.repeat(51).trim()}\n`]:
        '8:1 Very long paragraph, 204 words',
    },
  },
  check({ prose, kind: own }, report, { long, max }) {
    const paragraphs = prose.passages.filter(({ kind }) => kind === 'text')
    // Of the first one the rule first-paragraph speaks, but for statements.
    for (const { start, end } of paragraphs.slice(own === 'statement' ? 0 : 1)) {
      // Words of fewer than three letters on the average are none.
      if (end - start < Math.min(long, max) * 4) continue
      const count = countWords(prose.text, start, end)
      const severity = excess(count, long, max)
      if (!severity) continue
      const message = `${severity === 'warning' ? 'Very long' : 'Long'} paragraph, ${count} words`
      report({ message, hint: 'begin a new one where a new thought begins', at: [start, end], severity })
    }
  },
})
