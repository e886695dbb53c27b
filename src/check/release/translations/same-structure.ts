import { bodyOf, type Passage } from '../prose.ts'
import { defineReleaseRule, inside, type CheckedRelease } from '../rule.ts'

const names: Readonly<Record<Exclude<Passage['kind'], 'field'>, string>> = {
  text: 'paragraphs',
  heading: 'headings',
  quotation: 'set quotations',
  table: 'tables',
}
/** Translators join and split paragraphs: a third more or less, and not for one or two. */
const mostParagraphs = 1.5
const leastDifference = 3

export const sameStructure = defineReleaseRule({
  code: 'same-structure',
  severity: 'warning',
  summary: 'Let a translation have the parts of its original',
  why: 'A paragraph, a quotation or a table that was added to the original late is missing in the translation, and nobody who reads only one of the languages sees it.',
  rate: 'not measured: the archives are in one language',
  examples: {
    good: [
      '=== releases/2026-05-04-x.md\n---\nheadline: Acme opens a plant\ndate: 2026-05-04\n---\n\nOne.\n\nTwo.\n\nThree.\n\n## A heading\n\nFour.\n=== releases/2026-05-04-x.fr.md\n---\nheadline: Acme ouvre une usine\n---\n\nUn. Deux.\n\nTrois.\n\n## Un titre\n\nQuatre.\n',
    ],
    bad: {
      '=== releases/2026-05-04-x.md\n---\nheadline: Acme opens a plant\ndate: 2026-05-04\n---\n\nOne.\n\nTwo.\n\nThree.\n\nFour.\n\n> Five.\n\nSix.\n=== releases/2026-05-04-x.fr.md\n---\nheadline: Acme ouvre une usine\n---\n\nUn.\n\nDeux.\n':
        'releases/2026-05-04-x.fr.md:2:11 Other parts than the original: 2 paragraphs, not 5; 0 set quotations, not 1',
    },
  },
  check(release, report) {
    const { original } = release
    if (!original) return
    const [own, theirs] = [countsOf(release), countsOf(original)]
    const said = (Object.keys(names) as (keyof typeof names)[]).flatMap((kind) => {
      const [here, there] = [own[kind], theirs[kind]]
      const name = here === 1 ? names[kind].slice(0, -1) : names[kind]
      return differs(kind, here, there) ? [`${here} ${name}, not ${there}`] : []
    })
    if (said.length === 0) return
    report({
      message: `Other parts than the original: ${said.join('; ')}`,
      hint: 'look what was added to one of the two and not to the other',
      at: inside(release, ['headline']),
      related: [{ message: 'the original', file: original.source.file }],
    })
  },
})

function differs(kind: keyof typeof names, here: number, there: number): boolean {
  if (kind !== 'text') return (here === 0) !== (there === 0) || Math.abs(here - there) > 1
  const [less, more] = [Math.min(here, there), Math.max(here, there)]
  return more - less >= leastDifference && more >= less * mostParagraphs
}

/** How many of each there are; the lines of one table are one. */
const countsOf = ({ prose }: CheckedRelease): Readonly<Record<keyof typeof names, number>> => {
  const counts = { text: 0, heading: 0, quotation: 0, table: 0 }
  for (const { kind } of bodyOf(prose)) if (kind !== 'field') counts[kind]++
  return counts
}
