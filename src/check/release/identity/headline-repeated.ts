import { bareWords } from '../alike.ts'
import { bodyOf } from '../prose.ts'
import { defineReleaseRule } from '../rule.ts'
import { isReleaseLine } from './release-line.ts'

export const headlineRepeated = defineReleaseRule({
  code: 'headline-repeated',
  severity: 'warning',
  summary: 'Leave headline and subheadline out of the body',
  why: 'Every format puts them above the text. A release that was pasted as a whole brings them along, and readers see the headline twice.',
  rate: 'not measured: archives keep headlines apart; import meets it often in what others wrote',
  examples: {
    good: [
      '---\nheadline: Acme opens a plant\n---\n\nAcme opens a plant in Turku.\n',
      '---\nheadline: Acme opens a plant\n---\n\nIt makes pumps.\n\n## Acme opens a plant\n\nText.\n',
    ],
    bad: {
      '---\nheadline: Acme opens a plant\n---\n\n# **Acme Opens a Plant**\n\nIt makes pumps.\n':
        '5:1 The headline again, in the body',
      '---\nheadline: Acme opens a plant\n---\n\nFOR IMMEDIATE RELEASE\n\nAcme opens a plant\n\nIt makes pumps.\n':
        '7:1 The headline again, in the body',
      '---\nheadline: Acme ouvre une usine\nsubheadline: "Elle fera des pompes : 20 par jour"\nlanguage: fr\n---\n\nAcme ouvre une usine\n\nElle fera des pompes : 20 par jour\n\nTexte.\n':
        '7:1 The headline again, in the body\n9:1 The subheadline again, in the body',
    },
  },
  check({ prose, fields }, report) {
    const lines = (['headline', 'subheadline'] as const).map((name) => ({ name, words: bareWords(fields[name] ?? '') }))
    const longest = Math.max(fields.headline.length, fields.subheadline?.length ?? 0)
    const passages = bodyOf(prose).slice(0, 4)
    while (passages[0] && isReleaseLine(prose.text.slice(passages[0].start, passages[0].end))) passages.shift()
    for (const { start, end } of passages.slice(0, 2)) {
      // A few marks more, but no paragraph.
      if (end - start > longest * 2) return
      const typed = bareWords(prose.text.slice(start, end))
      const same = lines.find(({ words }) => words !== '' && words === typed)
      if (!same) return
      const hint = 'take it out; it stands above the text in every format'
      report({ message: `The ${same.name} again, in the body`, hint, at: [start, end] })
    }
  },
})
