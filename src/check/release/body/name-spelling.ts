import { organizationName } from '../../../press-room/settings.ts'
import { editDistance } from '../../../source/nearest.ts'
import { otherSpellings } from '../arabic-names.ts'
import { organizationSlips } from '../organization-slips.ts'
import { folded, knownPeople, namesIn, speakersIn, type TypedName } from '../people.ts'
import { defineReleaseRule } from '../rule.ts'

/** Behind or before a name: somebody who speaks, or has a title. */
const speaks =
  /(?:\b(?:said|says|Dr|Mr|Mrs|Ms|Prof|Professor|dit|déclaré|explique|raconte|selon|Mme|M|dijo|dice|según|explica|cuenta)\.?\s|:::\s*quote\s+)$/u
const spokenOf = /^(?:,\s\p{Ll}|\s(?:said|says|told|added|explained|dit|déclare|explique|dijo|dice|explica))/u

export const nameSpelling = defineReleaseRule({
  code: 'name-spelling',
  severity: 'warning',
  summary: 'Spell a name in one way',
  why: 'One company, person or product named in different ways is among the ten errors that wire editors catch most, and a misspelt name is what its bearer remembers of a release. Arabic has no capitals that tell a name: there only those of contacts, `spokespeople`, set quotations and the organization are looked for, with another hamza or a letter within the last word; foreign names, first names a letter apart (سالم, سليم) and people named only in the text are not.',
  rate: '0–3; only names of people who speak or are contacts, and the organization’s own, one or two letters apart; not measured in Arabic',
  languages: ['en', 'fr', 'es', 'ar'],
  examples: {
    good: [
      '=== press.yaml\norganization: { name: مكتبة الضفاف الجديدة }\nlanguage: ar\n=== templates/contacts.yaml\nana: { name: سالم الدرويش }\n=== releases/2026-01-02-x.md\n---\nheadline: مصنع جديد\ndate: 2026-01-02\ncontacts: [ana]\n---\n\nقال سالم الدرويش، وسَالِم الدرويش، ولسالم الدرويش، وسليم الدرويش. رأوا سالم درويش ومكتبات الضفاف الجديدة.\n',
      '---\nheadline: Acme opens a plant\n---\n\nJoan Perry, director, said so. North America and South America; Joan Perry’s plant. Jon Smith and Jane Smith.\n',
      '=== press.yaml\norganization: { name: Observatoire (de) la mer intérieure }\n=== releases/2026-01-02-x.md\n---\nheadline: Un bureau\nlanguage: fr\n---\n\nL’Observatoire (de) la mer intérieure ouvre.\n',
      '---\nheadline: Acme opens a plant\n---\n\nSouth Africa’s institute, said the South African Council. Maria Lopez, engineer, and Mario Lopez, driver, said it. Eastern Europe.\n',
    ],
    bad: {
      '=== templates/contacts.yaml\nana: { name: { en: Ahmad Aldarwish, ar: أحمد الدرويش } }\n=== releases/2026-01-02-x.ar.md\n---\nheadline: مصنع جديد\ndate: 2026-01-02\ncontacts: [ana]\n---\n\nقال احمد الدرويش إنه يعمل. وقالت هدى القاسمي ذلك أيضا لأحمد الدرويش.\n\n::: quote هدى القاسيمي، مهندسة\nإنه يعمل.\n:::\n\n::: quote احمد الدرويش\nنعم.\n:::\n':
        'releases/2026-01-02-x.ar.md:7:5 "احمد الدرويش" here, "أحمد الدرويش" in templates/contacts.yaml\nreleases/2026-01-02-x.ar.md:7:34 "هدى القاسمي" here, "هدى القاسيمي" elsewhere\nreleases/2026-01-02-x.ar.md:13:11 "احمد الدرويش" here, "أحمد الدرويش" in templates/contacts.yaml',
      '---\nheadline: Acme opens a plant\n---\n\nSo said Joan Perry, director.\n\n::: quote Joan Pery, director\nIt runs.\n:::\n':
        '7:11 "Joan Pery" here, "Joan Perry" elsewhere',
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
    const { prose, source, language, tag, room } = release
    const trusted = knownPeople(release)
    const organization = organizationName(room.settings, tag)
    const hint = 'spell it the same way in both places'
    if (language === 'ar') {
      const known = [...trusted].map(([name, where]) => ({ name, where }))
      for (const { name, where, typed, at } of otherSpellings(prose.text, prose.bodyStart, [
        ...known,
        ...speakersIn(release).map((name) => ({ name, where: 'elsewhere' })),
        // A shorter one is made of words that stand in other forms as well.
        ...(organization.split(' ').length > 2 ? [{ name: organization, where: 'in press.yaml' }] : []),
      ]))
        report({ message: `"${typed}" here, "${name}" ${where}`, hint, at })
      return
    }
    const found = namesIn(release)
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
          hint,
          at: [start, end],
          ...(first && {
            related: [
              { message: 'spelt otherwise here', file: source.file, position: source.between(first.start, first.end) },
            ],
          }),
        })
    }
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
