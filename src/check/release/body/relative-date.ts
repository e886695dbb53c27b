import { defineTextRule, isSpoken } from '../rule.ts'

const words: Readonly<Record<string, RegExp>> = {
  en: /(?<![\p{L}-])(?:yesterday|tomorrow|(?:next|last) (?:week|month))(?![\p{L}'’-])/giu,
  fr: /(?<![\p{L}-])(?:hier|demain|(?:la semaine|le mois) (?:prochaine?|dernière|dernier|passée?))(?![\p{L}-])/giu,
  es: /(?<![\p{L}-])(?:ayer|(?<!la )mañana(?! por la mañana)|(?:la semana|el mes) (?:próxim[ao]|pasad[ao]|que viene))(?![\p{L}-])/giu,
}

export const relativeDate = defineTextRule({
  code: 'relative-date',
  severity: 'info',
  summary: 'Name the day instead of saying how far away it is',
  why: 'A release is read on other days than that on which it was written, above all one under embargo.',
  rate: '0–14',
  languages: Object.keys(words),
  examples: {
    good: ['---\nheadline: Acme opens a plant\n---\n\nIt opened today. “It opens tomorrow,” she said.\n'],
    bad: {
      '---\nheadline: Acme opens a plant\n---\n\nIt opens tomorrow.\n': '5:10 "tomorrow" depends on the day of reading',
    },
  },
  check(release, report) {
    const pattern = words[release.language]
    if (!pattern) return
    for (const { 0: typed, index } of release.prose.text.matchAll(pattern))
      if (!isSpoken(release, index))
        report({
          message: `"${typed}" depends on the day of reading`,
          hint: 'write the date',
          at: [index, index + typed.length],
        })
  },
})
