import { matchesIn } from '../../../source/matches.ts'
import { defineTextRule } from '../rule.ts'

/** The fields that mail shows as they are typed. */
const lines = new Set(['headline', 'subheadline', 'summary', 'subject'])

export const doubleSpace = defineTextRule({
  code: 'double-space',
  severity: 'info',
  summary: 'Put one space between words',
  why: 'Web pages show one, the plain-text mail shows both, and whoever pastes it has to clean it up.',
  rate: '1–2, and 41 of an archive that has lost its line ends',
  examples: {
    good: ['---\nheadline: Acme opens a plant\n---\n\nOne space.  \nA break. `a  b`\n\n    code  here\n'],
    bad: {
      '---\nheadline: Acme opens a plant\n---\n\nTwo  spaces.\n': '5:4 Two spaces',
      '---\nheadline: "Acme opens  a plant"\n---\n\nText.\n': '2:22 Two spaces',
    },
  },
  check({ source, prose }, report) {
    if (!source.text.includes('  ')) return
    for (const { kind, field, start, end } of prose.passages) {
      if (kind === 'table' || (kind === 'field' && !lines.has(field ?? ''))) continue
      for (const { 0: spaces, index } of matchesIn(source.text.slice(start, end), /(?<=[^\s>|]) {2,}(?=[^\s|])/g)) {
        const at = [start + index, start + index + spaces.length] as const
        const around = prose.text.slice(at[0] - 1, at[1] + 1)
        if (around.startsWith(' ') || around.endsWith(' ')) continue
        const message = spaces.length === 2 ? 'Two spaces' : `${spaces.length} spaces`
        report({ message, hint: 'one is enough', at, fix: { start: at[0], end: at[1], text: ' ' } })
      }
    }
  },
})
