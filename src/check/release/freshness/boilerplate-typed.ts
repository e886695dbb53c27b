import type { Boilerplate } from '../../../press-room/boilerplate.ts'
import type { PressRoom } from '../../../press-room/press-room.ts'
import { onceFor } from '../../../source/once.ts'
import { bareWords } from '../alike.ts'
import { defineReleaseRule } from '../rule.ts'

/** How many words in a row are compared. */
const run = 5
/** A shorter paragraph, in characters, is a sentence that anybody may take over. */
const shortest = 120
/** From which part of its words on a paragraph is that of the boilerplate. */
const enough = 0.6
/** A look at the middle of a paragraph, of so many characters, decides whether it is compared at all. */
const probe = 100

export const boilerplateTyped = defineReleaseRule({
  code: 'boilerplate-typed',
  severity: 'warning',
  summary: 'Name an About text, and do not type it',
  why: 'A typed one stays as it is when the text changes, has the figures of the day on which it was copied, and stands there twice where the release names it too. Paragraphs of which three fifths are in a boilerplate, five words at a time, count as typed.',
  rate: 'not measured: archives do not know boilerplate from text',
  examples: {
    good: [
      '=== templates/boilerplate/about.md\n---\ntitle: About Acme\n---\n\nAcme has made pumps, valves and pipes for ferries and for fishing boats in Turku since 1921, and sells them in eleven countries around the Baltic Sea and the North Sea.\n=== releases/2026-01-02-x.md\n---\nheadline: Acme opens a plant\nboilerplate: [about]\n---\n\nAcme has made pumps, valves and pipes for ferries and for fishing boats, and opens a plant that will also mend those of others, be they from the Baltic Sea or from elsewhere.\n',
    ],
    bad: {
      '=== templates/boilerplate/about.md\n---\ntitle: About Acme\n---\n\nAcme has made pumps, valves and pipes for ferries and for fishing boats in Turku since 1921, and sells them in eleven countries around the Baltic Sea and the North Sea.\n=== releases/2026-01-02-x.md\n---\nheadline: Acme opens a plant\n---\n\nIt opens.\n\nAcme has made pumps, valves and pipes for ferries and for fishing boats in Turku since 1921, and sells them in nine countries around the Baltic Sea and the North Sea.\n':
        'releases/2026-01-02-x.md:7:1 The text of "about", typed',
    },
  },
  check({ prose, room, date }, report) {
    const known = runsOf(room)
    const { runs } = known
    if (runs.size === 0) return
    for (const { kind, start, end } of prose.passages) {
      if (kind !== 'text' || end - start < shortest) continue
      if (!looksAlike(prose.text, Math.floor((start + end - probe) / 2), known)) continue
      const words = bareWords(prose.text.slice(start, end)).split(' ')
      const found = new Map<Boilerplate, number>()
      let looked = 0
      // In the boilerplate runs begin at every word: one word in five is enough here.
      for (let i = 0; i + run <= words.length; i += run, looked++) {
        const one = runs.get(words.slice(i, i + run).join(' '))
        if (one) found.set(one, (found.get(one) ?? 0) + 1)
      }
      const [most] = [...found].sort((a, b) => b[1] - a[1])
      if (!most || [...found.values()].reduce((sum, count) => sum + count, 0) < looked * enough) continue
      const { id, from } = most[0]
      const isOlder = room
        .boilerplate(id)
        .some((one) => (one.from ?? '') > (from ?? '') && (one.from ?? '') <= (date ?? ''))
      const message = isOlder ? `An older text of "${id}", typed` : `The text of "${id}", typed`
      const hint = `take it out and name it under \`boilerplate\`, or write {{> ${id}}} there`
      report({ message, hint, at: [start, end] })
    }
  },
})

/** Whether some words of a text, a few runs long, are in the boilerplate. */
function looksAlike(text: string, at: number, { second, runs }: Runs): boolean {
  const words = bareWords(text.slice(at, at + probe)).split(' ')
  return words.some(
    (word, i) => second.get(word)?.has(words[i + 1] ?? '') && runs.has(words.slice(i, i + run).join(' ')),
  )
}

interface Runs {
  /** So many words in a row, and the boilerplate that they are from. */
  readonly runs: ReadonlyMap<string, Boilerplate>
  /** Their second words, by their first. */
  readonly second: ReadonlyMap<string, ReadonlySet<string>>
}

/** All runs of words in the boilerplate of a press room; one that is in several versions is that of the newest. */
const runsOf = onceFor((room: PressRoom): Runs => {
  const runs = new Map<string, Boilerplate>()
  const second = new Map<string, Set<string>>()
  for (const id of room.names.boilerplate)
    for (const one of room.boilerplate(id).toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1))) {
      const words = bareWords(one.source.text.slice(one.bodyStart)).split(' ')
      for (let i = 0; i + run <= words.length; i++) {
        const [word = '', next = ''] = words.slice(i, i + 2)
        second.set(word, (second.get(word) ?? new Set()).add(next))
        runs.set(words.slice(i, i + run).join(' '), one)
      }
    }
  return { runs, second }
})
