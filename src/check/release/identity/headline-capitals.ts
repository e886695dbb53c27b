import { defineReleaseRule, inside } from '../rule.ts'

const lines = ['headline', 'subheadline', 'subject'] as const

export const headlineCapitals = defineReleaseRule({
  code: 'headline-capitals',
  severity: 'warning',
  summary: 'Write headline, subheadline and subject as sentences, not in capitals',
  why: 'Capitals read as shouting, screen readers may spell them out, mail filters count them against a subject, and whoever takes the headline over has to type it again.',
  rate: '0–0.5',
  examples: {
    good: ['---\nheadline: UN and WHO open a plant\n---\n\nText.\n', '---\nheadline: COP30\n---\n\nText.\n'],
    bad: {
      '---\nheadline: "ACME OPENS A PLANT"\n---\n\nText.\n': '2:12 Headline in capitals',
      '---\nheadline: Acme ouvre une usine\nlanguage: fr\nsubject: ACME OUVRE UNE USINE À TURKU\n---\n\nTexte.\n':
        '4:10 Subject in capitals',
    },
  },
  check(release, report) {
    for (const name of lines) {
      const words = release.fields[name]?.match(/\p{L}[\p{L}\p{M}]+/gu) ?? []
      const shouted = words.filter((word) => word === word.toUpperCase() && word !== word.toLowerCase())
      if (words.length < 3 || shouted.length < words.length) continue
      const message = `${name.charAt(0).toUpperCase()}${name.slice(1)} in capitals`
      report({ message, hint: 'write it as a sentence', at: inside(release, [name]) })
    }
  },
})
