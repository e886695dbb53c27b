import { matchesIn } from '../../source/matches.ts'
import { onceFor } from '../../source/once.ts'
import { isNameSlip } from './name-slips.ts'
import { namePattern, type TypedName } from './people.ts'
import type { CheckedText } from './rule.ts'

/** Names of as many words: `Lucía Ibáñez Peñalver`, and `Ana María Ruiz Peña`. They begin at each word: a verb may stand before a name. */
const patterns = [3, 4].map((words) => new RegExp(`(?=${namePattern(words)})\\p{Lu}`, 'gu'))

/** The runs of three and of four words with capitals in a text; they are looked for once, however many rules ask. */
const longNamesIn = onceFor(({ prose: { text, passages } }: CheckedText): readonly TypedName[] => {
  const found: TypedName[] = []
  for (const { kind, start, end } of passages) {
    if (kind === 'heading' || kind === 'table') continue
    const passage = text.slice(start, end)
    for (const { 1: typed = '', 2: first = '', 3: last = '', index } of patterns.flatMap((one) =>
      matchesIn(passage, one),
    )) {
      if (/[\p{L}\p{N}’'.-]/u.test(passage.charAt(index - 1))) continue
      const plain = typed.replace(/[’']s?$/u, '')
      const at = start + index
      found.push({ name: plain.replace(/\s+/g, ' '), first, last, start: at, end: at + plain.length })
    }
  }
  return found
})

/** Names of three words or four that are slips of one that somebody has looked at, or of one that speaks and stands before them or more often. */
export function longNameSlips(
  text: CheckedText,
  trusted: Iterable<string>,
  isPerson: (one: TypedName) => boolean,
): (readonly [slip: TypedName, meant: string])[] {
  const known = [...trusted].filter((name) => name.split(' ').length > 2)
  const byName = new Map<string, TypedName[]>()
  for (const one of longNamesIn(text)) byName.set(one.name, [...(byName.get(one.name) ?? []), one])
  const people = [...byName].flatMap(([name, all]) => (all.some(isPerson) ? [name] : [])).slice(0, mostPeople)
  const slips: (readonly [TypedName, string])[] = []
  for (const [name, all] of byName) {
    if (known.includes(name)) continue
    const meant =
      known.find((one) => isNameSlip(name, one)) ??
      people.find((one) => one !== name && isNameSlip(name, one) && isOlder(byName.get(one) ?? [], all))
    if (meant !== undefined) slips.push(...all.map((one) => [one, meant] as const))
  }
  return slips
}

/** No release lets more people with long names speak than this. */
const mostPeople = 100

const isOlder = (one: readonly TypedName[], other: readonly TypedName[]): boolean =>
  one.length > other.length || (one.length === other.length && (one[0]?.start ?? 0) < (other[0]?.start ?? 0))
