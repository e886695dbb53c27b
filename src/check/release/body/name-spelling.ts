import { organizationName } from '../../../press-room/settings.ts'
import { contactsOf, folded, namesIn, type TypedName } from '../people.ts'
import { defineReleaseRule, type CheckedRelease } from '../rule.ts'

/** Behind or before a name: somebody who speaks, or has a title. */
const speaks =
  /(?:\b(?:said|says|Dr|Mr|Mrs|Ms|Prof|Professor|dit|déclaré|explique|raconte|selon|Mme|M|dijo|dice|según|explica|cuenta)\.?\s)$/u
const spokenOf = /^(?:,\s\p{Ll}|\s(?:said|says|told|added|explained|dit|déclare|explique|dijo|dice|explica))/u

export const nameSpelling = defineReleaseRule({
  code: 'name-spelling',
  severity: 'warning',
  summary: 'Spell a name in one way',
  why: 'One company, person or product named in different ways is among the ten errors that wire editors catch most, and a misspelt name is what its bearer remembers of a release.',
  rate: 'not measured: only names of people who speak or are contacts, and the organization’s own, one or two letters apart',
  languages: ['en', 'fr', 'es'],
  examples: {
    good: [
      '---\nheadline: Acme opens a plant\n---\n\nJoan Perry, director, said so. North America and South America; Joan Perry’s plant. Jon Smith and Jane Smith.\n',
      '=== press.yaml\norganization: { name: Observatoire (de) la mer intérieure }\n=== releases/2026-01-02-x.md\n---\nheadline: Un bureau\nlanguage: fr\n---\n\nL’Observatoire (de) la mer intérieure ouvre.\n',
      '---\nheadline: Acme opens a plant\n---\n\nMaria Lopez, engineer, and Mario Lopez, driver, said it. Eastern Europe.\n',
    ],
    bad: {
      '---\nheadline: Acme opens a plant\n---\n\n“It runs,” said Joan Perry, director. “And how,” said Joan Pery.\n':
        '5:55 "Joan Pery" here, "Joan Perry" elsewhere',
      '---\nheadline: Acme opens a plant\n---\n\nJosé Araya, director, came. So did Jose Araya’s dog.\n':
        '5:36 "Jose Araya" here, "José Araya" elsewhere',
      '---\nheadline: Acme opens a plant\ndate: 2026-01-02\ncontacts: [ana]\n---\n\n“It runs,” said Anna Virta.\n':
        '7:17 "Anna Virta" here, "Ana Virta" in templates/contacts.yaml',
      '=== press.yaml\norganization: { name: Northfell Rail Users }\n=== releases/2026-01-02-x.md\n---\nheadline: A count\n---\n\nThe Northfel Rail Users counted.\n':
        'releases/2026-01-02-x.md:5:5 "Northfel Rail Users" here, "Northfell Rail Users" in press.yaml',
    },
  },
  check(release, report) {
    const { prose, source, fields } = release
    const found = namesIn(release)
    const trusted = new Map<string, string>()
    for (const { name } of contactsOf(release)) trusted.set(name, 'in templates/contacts.yaml')
    for (const { name } of fields.spokespeople ?? []) trusted.set(name, 'in `spokespeople`')
    const byName = new Map<string, TypedName[]>()
    for (const one of found) byName.set(one.name, [...(byName.get(one.name) ?? []), one])
    const people = new Set(found.filter((one) => isPerson(prose.text, one)).map(({ name }) => name))
    const spellings: Spelling[] = [
      ...[...trusted].map(([name, where]) => ({ name, where, count: Infinity, first: 0 })),
      ...[...byName].flatMap(([name, all]) =>
        trusted.has(name) ? [] : [{ name, where: 'elsewhere', count: all.length, first: all[0]?.start ?? 0 }],
      ),
    ]
    const wrong = new Set<string>()
    for (const [name, all] of byName) {
      if (trusted.has(name) || wrong.has(name)) continue
      const other = spellings.find(
        (one) =>
          one.name !== name &&
          !wrong.has(one.name) &&
          (one.count > all.length || (one.count === all.length && one.first < (all[0]?.start ?? 0))) &&
          (one.count === Infinity || people.has(name) || people.has(one.name)) &&
          isSlip(name, one.name),
      )
      if (!other) continue
      wrong.add(name)
      const first = byName.get(other.name)?.[0]
      for (const { start, end } of all)
        report({
          message: `"${name}" here, "${other.name}" ${other.where}`,
          hint: 'spell it the same way in both places',
          at: [start, end],
          ...(first && {
            related: [
              { message: 'spelt otherwise here', file: source.file, position: source.between(first.start, first.end) },
            ],
          }),
        })
    }
    const organization = organizationName(release.room.settings, release.tag)
    for (const [start, end, typed] of organizationSlips(release, organization))
      report({
        message: `"${typed}" here, "${organization}" in press.yaml`,
        hint: 'spell the organization as it is called',
        at: [start, end],
      })
  },
})

interface Spelling {
  readonly name: string
  readonly where: string
  readonly count: number
  /** Where it stands first. */
  readonly first: number
}

const isPerson = (text: string, { start, end }: TypedName): boolean =>
  speaks.test(text.slice(Math.max(0, start - 12), start)) || spokenOf.test(text.slice(end, end + 14))

/** One word the same, and the other a letter or two apart; or the same but for the marks on letters. */
function isSlip(one: string, other: string): boolean {
  if (folded(one) === folded(other)) return true
  const [a, b] = [one.split(' '), other.split(' ')]
  if (a.length !== b.length) return false
  const differing = a.flatMap((word, i) => (word === b[i] ? [] : ([[word, b[i] ?? '']] as const)))
  const [pair] = differing
  if (!pair || differing.length !== 1) return false
  const [x, y] = [folded(pair[0]), folded(pair[1])]
  const isFirst = a[0] === pair[0]
  if (Math.min(x.length, y.length) < (isFirst ? 3 : 4) || `${x}s` === y || `${y}s` === x) return false
  // Maria and Mario, Jon and Jan are two people; a letter more or less, within the name, is a slip.
  return isFirst
    ? x.length !== y.length && x.at(-1) === y.at(-1) && distance(x, y) === 1
    : distance(x, y) <= (x.length > 6 ? 2 : 1)
}

/** How many letters must be put in, taken out or changed, or stand the wrong way round; past 3 it does not matter how many. */
function distance(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > 2) return 3
  let before: number[] = []
  let row = Array.from({ length: other.length + 1 }, (_, i) => i)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1]
      let least = Math.min((row[j] ?? 9) + 1, (next[j - 1] ?? 9) + 1, (row[j - 1] ?? 9) + (same ? 0 : 1))
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        least = Math.min(least, (before[j - 2] ?? 9) + 1)
      next.push(least)
    }
    before = row
    row = next
  }
  return row[other.length] ?? 3
}

/** Where the organization's name, of two words or more, stands with a letter or two wrong. */
function* organizationSlips({ prose }: CheckedRelease, name: string): Generator<readonly [number, number, string]> {
  const words = name.split(/\s+/)
  const longest = words.reduce((a, b) => (b.length > a.length ? b : a), '')
  if (words.length < 2 || longest.length < 4) return
  const like = words.map((word) =>
    /^\p{Lu}/u.test(word) ? "\\p{Lu}[\\p{L}\\p{M}’'-]*" : word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'),
  )
  for (const { 1: typed = '', index } of prose.text
    .slice(prose.bodyStart)
    .matchAll(new RegExp(`(?<![\\p{L}’'-])(?=(${like.join('\\s+')})(?!\\p{L}))`, 'gu'))) {
    // Without the elision of French and the genitive of English: L’Observatoire, the Trust’s.
    const parts = typed.replace(/^(?:[ldLD]|[Qq]u)[’']|[’']s?$/gu, '').split(/\s+/)
    const other = parts.filter((word, i) => word !== words[i])
    const apart = parts.reduce(
      (sum, word, i) => sum + (word === words[i] ? 0 : distance(folded(word), folded(words[i] ?? ''))),
      0,
    )
    const isOne = other.length === 1 && apart > 0 && apart <= 2
    const plural = parts.some((word, i) => `${words[i]}s` === word || `${word}s` === words[i])
    if (isOne && !plural) yield [prose.bodyStart + index, prose.bodyStart + index + typed.length, typed]
  }
}
