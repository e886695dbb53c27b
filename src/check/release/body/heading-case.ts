import { wordsIn } from '../prose.ts'
import { defineTextRule } from '../rule.ts'

/** Words that title case keeps small. */
const small = new Set(
  'a an and as at but by for from in into nor of off on onto or over per so the to up via vs with yet'.split(' '),
)

export const headingCase = defineTextRule({
  code: 'heading-case',
  severity: 'info',
  summary: 'Write all headings of a text in Title Case, or none',
  why: 'Two forms beside each other look like two hands. Only headings of three words that begin all with capitals, or all but the first with small letters, count: names make the others unsure. Where there are as many of one form as of the other, the first heading decides.',
  rate: '0–2.5',
  languages: ['en'],
  examples: {
    good: [
      '---\nheadline: Acme opens a plant\n---\n\n## What the plant makes\n\nText.\n\n## Who pays for it\n\nText.\n\n## United Nations\n\nText.\n',
      '---\nheadline: Acme opens a plant\n---\n\n## What the Plant Makes\n\nText.\n\n## About Ana Virta\n\nText.\n',
      '---\nheadline: Acme opens a plant\n---\n\n## What the plant makes\n\nText.\n\n## About Acme Pump Works\n\nText.\n',
    ],
    bad: {
      '---\nheadline: Acme opens a plant\n---\n\n## What the plant makes\n\nText.\n\n## Who Pays for the Pumps\n\nText.\n\n## How to get there\n\nText.\n':
        '9:4 Heading in title case, others are sentences',
      '---\nheadline: Acme opens a plant\n---\n\n## What the Plant Makes\n\nText.\n\n## Who Pays for the Pumps\n\nText.\n\n## How to get there\n\nText.\n':
        '13:4 Heading as a sentence, others are in title case',
      '---\nheadline: Acme opens a plant\n---\n\n## What the plant makes\n\nText.\n\n## Who Pays for the Pumps\n\nText.\n':
        '9:4 Heading in title case, others are sentences',
      '---\nheadline: Acme opens a plant\n---\n\n## What the Plant Makes\n\nText.\n\n## Who pays for the pumps\n\nText.\n':
        '9:4 Heading as a sentence, others are in title case',
    },
  },
  check({ source, prose }, report) {
    const headings = prose.passages.flatMap(({ kind, start, end }) => {
      if (kind !== 'heading') return []
      const signs = /^ {0,3}#{1,6}\s+/.exec(source.text.slice(start, end))?.[0].length ?? 0
      const form = formOf(prose.text.slice(start + signs, end))
      return form ? [{ form, at: [start + signs, end] as const }] : []
    })
    const titles = headings.filter(({ form }) => form === 'title')
    const sentences = headings.filter(({ form }) => form === 'sentence')
    if (titles.length === 0 || sentences.length === 0) return
    const isTie = titles.length === sentences.length
    const areTitlesOdd = isTie ? headings[0]?.form === 'sentence' : titles.length < sentences.length
    const fewer = areTitlesOdd ? titles : sentences
    const message =
      fewer === titles
        ? 'Heading in title case, others are sentences'
        : 'Heading as a sentence, others are in title case'
    for (const { at } of fewer) report({ message, hint: 'write all headings in the same way', at })
  },
})

function formOf(heading: string): 'title' | 'sentence' | undefined {
  const rest = wordsIn(heading)
    .slice(1)
    .filter((word) => /^\p{L}{2,}/u.test(word) && !small.has(word.toLowerCase()))
  if (rest.length < 2) return undefined
  const capitals = rest.filter((word) => /^\p{Lu}/u.test(word)).length
  // What stands behind About is a name.
  if (/^\s*about\s/i.test(heading) && capitals === rest.length) return undefined
  return capitals === rest.length ? 'title' : capitals === 0 ? 'sentence' : undefined
}
