import { organizationName } from '../../../press-room/settings.ts'
import { editDistance } from '../../../source/nearest.ts'
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
  rate: '0–3; only names of people who speak or are contacts, and the organization’s own, one or two letters apart',
  languages: ['en', 'fr', 'es'],
  examples: {
    good: [
      '---\nheadline: Acme opens a plant\n---\n\nJoan Perry, director, said so. North America and South America; Joan Perry’s plant. Jon Smith and Jane Smith.\n',
      '=== press.yaml\norganization: { name: Observatoire (de) la mer intérieure }\n=== releases/2026-01-02-x.md\n---\nheadline: Un bureau\nlanguage: fr\n---\n\nL’Observatoire (de) la mer intérieure ouvre.\n',
      '---\nheadline: Acme opens a plant\n---\n\nSouth Africa’s institute, said the South African Council. Maria Lopez, engineer, and Mario Lopez, driver, said it. Eastern Europe.\n',
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
  if (Math.abs(one.length - other.length) > 2) return false
  if (folded(one) === folded(other)) return true
  const [a, b] = [one.split(' '), other.split(' ')]
  if (a.length !== b.length) return false
  const differing = a.flatMap((word, i) => (word === b[i] ? [] : ([[word, b[i] ?? '']] as const)))
  const [pair] = differing
  if (!pair || differing.length !== 1) return false
  const [x, y] = [folded(pair[0]), folded(pair[1])]
  // South Africa and South African, Austria and Austrian: the place and who is from there.
  if (`${x}n` === y || `${y}n` === x || `${x}an` === y || `${y}an` === x) return false
  const isFirst = a[0] === pair[0]
  if (Math.min(x.length, y.length) < (isFirst ? 3 : 4) || `${x}s` === y || `${y}s` === x) return false
  // Maria and Mario, Jon and Jan are two people; a letter more or less, within the name, is a slip.
  return isFirst
    ? x.length !== y.length && x.at(-1) === y.at(-1) && editDistance(x, y) === 1
    : editDistance(x, y) <= (x.length > 6 ? 2 : 1)
}

/** Where the organization's name, of two words or more, stands with a letter or two of one word wrong. */
function* organizationSlips({ prose }: CheckedRelease, name: string): Generator<readonly [number, number, string]> {
  const words = name.split(/\s+/)
  if (words.length < 2) return
  const like = words.map((word) =>
    /^\p{Lu}/u.test(word) ? "\\p{Lu}[\\p{L}\\p{M}’'-]*" : word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'),
  )
  const whole = new RegExp(`${like.join('\\s+')}(?!\\p{L})`, 'uy')
  for (const start of placesOf(prose.text, words)) {
    whole.lastIndex = start
    const typed = start < prose.bodyStart ? undefined : whole.exec(prose.text)?.[0]
    if (typed === undefined || typed === name) continue
    // Without the elision of French and the genitive of English: L’Observatoire, the Trust’s.
    const parts = typed.replace(/^(?:[ldLD]|[Qq]u)[’']|[’']s?$/gu, '').split(/\s+/)
    const differing = parts.flatMap((word, i) => (word === words[i] ? [] : ([[word, words[i] ?? '']] as const)))
    const [pair] = differing
    if (pair && differing.length === 1 && isSlipOfWord(...pair)) yield [start, start + typed.length, typed]
  }
}

/** Where a name may begin: only one of its words is wrong, so that the first or the second is right. */
function placesOf(text: string, [first = '', second = '']: readonly string[]): Set<number> {
  const places = new Set<number>()
  for (let at = text.indexOf(first); at !== -1; at = text.indexOf(first, at + 1)) places.add(at)
  for (let at = text.indexOf(second); at !== -1; at = text.indexOf(second, at + 1)) {
    const before = /(?<!\S)\S{1,40}\s{1,4}$/.exec(text.slice(Math.max(0, at - 50), at))
    if (before) places.add(at - before[0].length)
  }
  return places
}

/** North and South, Eastern and Western are no slips, nor is a plural. */
function isSlipOfWord(typed: string, right: string): boolean {
  const [x, y] = [folded(typed), folded(right)]
  if (x === y) return typed.toLowerCase() !== right.toLowerCase()
  if (x.charAt(0) !== y.charAt(0) || `${x}s` === y || `${y}s` === x || Math.min(x.length, y.length) < 4) return false
  return editDistance(x, y) <= (x.length > 7 ? 2 : 1)
}
