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
      '---\nheadline: Acme opens\n---\n\nAcme opens. It makes pumps.\n',
    ],
    bad: {
      '---\nheadline: Acme opens a plant\n---\n\n# **Acme Opens a Plant**\n\nIt makes pumps.\n':
        '5:1 The headline again, in the body',
      '---\nheadline: Acme opens a plant\n---\n\nFOR IMMEDIATE RELEASE\n\nAcme opens a plant\n\nIt makes pumps.\n':
        '7:1 The headline again, in the body',
      '---\nheadline: Acme Opens a Plant in the U.S.\n---\n\nAcme opens a plant in the U.S. It makes pumps, and gives work to forty people in three shifts.\n':
        '5:1 The headline again, as the first sentence',
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
      const passage = prose.text.slice(start, end)
      // A few marks more, but no paragraph.
      if (end - start > longest * 2) {
        const first = firstSentence(passage, fields.headline.length)
        const isSame = first !== '' && bareWords(first) === lines[0]?.words && /\S\s+\S+\s+\S/.test(fields.headline)
        const hint = 'begin with what the headline does not say yet'
        const at = [start, start + first.length] as const
        if (isSame) report({ message: 'The headline again, as the first sentence', hint, at })
        return
      }
      const typed = bareWords(passage)
      const same = lines.find(({ words }) => words !== '' && words === typed)
      if (!same) return
      const hint = 'take it out; it stands above the text in every format'
      report({ message: `The ${same.name} again, in the body`, hint, at: [start, end] })
    }
  },
})

/** How much shorter than the headline its words may be in a sentence, where their marks are others. In characters. */
const marks = 5

/** The first sentence of a passage that is about as long as the headline. */
function firstSentence(passage: string, length: number): string {
  const from = Math.max(0, length - marks)
  const end = passage.slice(from, length + 2 * marks).search(/[.!?؟](?=\s)/)
  return end === -1 ? '' : passage.slice(0, from + end + 1)
}
