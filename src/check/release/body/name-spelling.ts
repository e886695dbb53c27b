import { organizationName } from '../../../press-room/settings.ts'
import type { Span } from '../../rule.ts'
import { otherSpellings, titledNames } from '../arabic-names.ts'
import { longNameSlips } from '../long-names.ts'
import { isNameSlip } from '../name-slips.ts'
import { organizationSlips } from '../organization-slips.ts'
import { folded, knownPeople, namesIn, speakersIn, type TypedName } from '../people.ts'
import { defineReleaseRule } from '../rule.ts'
import { surnameMeant, surnamesIn } from '../surnames.ts'

/** Behind or before a name: somebody who speaks, or has a title. */
const speaks =
  /(?:\b(?:said|says|Dr|Mr|Mrs|Ms|Prof|Professor|dit|déclaré|explique|raconte|selon|Mme|M|dijo|dice|según|explica|cuenta)\.?\s|:::\s*quote\s+)$/u
const spokenOf = /^(?:,\s\p{Ll}|\s(?:said|says|told|added|explained|dit|déclare|explique|dijo|dice|explica))/u

export const nameSpelling = defineReleaseRule({
  code: 'name-spelling',
  severity: 'warning',
  summary: 'Spell a name in one way',
  why: 'One company, person or product named in different ways is among the ten errors that wire editors catch most, and a misspelt name is what its bearer remembers of a release. Arabic has no capitals that tell a name: there only those of contacts, `spokespeople`, set quotations, the organization and people with a title are looked for, with another hamza or a letter within the last word; first names a letter apart (سالم, سليم) and people without a title are not.',
  rate: '0–3; only names of people who speak or are contacts, and the organization’s own, one or two letters apart, and surnames with a title or a verb of saying; not measured in Arabic',
  languages: ['en', 'fr', 'es', 'ar'],
  examples: {
    good: [
      '---\nheadline: Acme opens a plant\n---\n\nJan Petersen, director, and Eva Peterson, engineer, came. Mr Petersen said so, and so did Ms Peterson. Jean Morel, director, and Jeanne Morel, engineer.\n',
      '=== press.yaml\norganization: { name: مكتبة الضفاف الجديدة }\nlanguage: ar\n=== templates/contacts.yaml\nana: { name: سالم الدرويش }\n=== releases/2026-01-02-x.md\n---\nheadline: مصنع جديد\ndate: 2026-01-02\ncontacts: [ana]\n---\n\nقال سالم الدرويش، وسَالِم الدرويش، ولسالم الدرويش، وسليم الدرويش. رأوا سالم درويش ومكتبات الضفاف الجديدة.\n',
      '---\nheadline: Acme opens a plant\n---\n\nJoan Perry, director, said so. North America and South America; Joan Perry’s plant. Jon Smith and Jane Smith.\n',
      '=== press.yaml\norganization: { name: Observatoire (de) la mer intérieure }\n=== releases/2026-01-02-x.md\n---\nheadline: Un bureau\nlanguage: fr\n---\n\nL’Observatoire (de) la mer intérieure ouvre.\n',
      '---\nheadline: Acme opens a plant\n---\n\nSouth Africa’s institute, said the South African Council. Maria Lopez, engineer, and Mario Lopez, driver, said it. Eastern Europe.\n',
      '=== templates/contacts.yaml\nana: { name: Lucía Ibáñez Peñalver }\n=== releases/2026-01-02-x.md\n---\nheadline: Acme abre una planta\ndate: 2026-01-02\nlanguage: es\ncontacts: [ana]\n---\n\nDijo Lucía Ibáñez Peñalver, jefa de prensa, con Lucía Ibáñez. Juan Ibáñez Peñalver y Rosa María Quintana, alcaldesa, con Rosa Marta Quintero y el Instituto Nacional Marítimo.\n',
    ],
    bad: {
      '---\nheadline: مصنع جديد\nlanguage: ar\n---\n\nقالت د. منال الشهري ذلك، وأضافت الشهرى أنه يعمل. وقال الدكتور سعد الزهراني ذلك، وسعد الزهرانى أيضا.\n':
        '6:33 "الشهرى" here, "منال الشهري" elsewhere\n6:82 "سعد الزهرانى" here, "سعد الزهراني" elsewhere',
      '---\nheadline: Acme names Catherine Oduya\n---\n\nKatherine Oduya joins Acme. “I do,” said Oduya.\n':
        '5:1 "Katherine Oduya" here, "Catherine Oduya" elsewhere',
      '---\nheadline: Acme opens a plant\n---\n\nSteve Mallinson said: “It runs.” Mr Malinson added that it runs well.\n':
        '5:37 "Malinson" here, "Steve Mallinson" elsewhere',
      '---\nheadline: Acme opens a plant\n---\n\nMohammed Haddad said: “It runs.” Mr Hadad said that it runs well.\n':
        '5:37 "Hadad" here, "Mohammed Haddad" elsewhere',
      '---\nheadline: Acme abre una planta\nlanguage: es\n---\n\nFernando Quirós, alcalde, vino. «Funciona», ha respondido Quiros. Con Pilar Santamaría, concejala, Santa María sonríe.\n':
        '6:59 "Quiros" here, "Fernando Quirós" elsewhere\n6:100 "Santa María" here, "Pilar Santamaría" elsewhere',
      '---\nheadline: Acme ouvre une usine\nlanguage: fr\n---\n\nMonique Lebrun, directrice, est venue. Mme Le Brun est contente.\n':
        '6:44 "Le Brun" here, "Monique Lebrun" elsewhere',
      '=== templates/contacts.yaml\nana: { name: { en: Ahmad Aldarwish, ar: أحمد الدرويش } }\n=== releases/2026-01-02-x.ar.md\n---\nheadline: مصنع جديد\ndate: 2026-01-02\ncontacts: [ana]\n---\n\nقال احمد الدرويش إنه يعمل. وقالت هدى القاسمي ذلك أيضا لأحمد الدرويش.\n\n::: quote هدى القاسيمي، مهندسة\nإنه يعمل.\n:::\n\n::: quote احمد الدرويش\nنعم.\n:::\n':
        'releases/2026-01-02-x.ar.md:7:5 "احمد الدرويش" here, "أحمد الدرويش" in templates/contacts.yaml\nreleases/2026-01-02-x.ar.md:7:34 "هدى القاسمي" here, "هدى القاسيمي" elsewhere\nreleases/2026-01-02-x.ar.md:13:11 "احمد الدرويش" here, "أحمد الدرويش" in templates/contacts.yaml',
      '---\nheadline: Acme opens a plant\n---\n\nSo said Joan Perry, director.\n\n::: quote Joan Pery, director\nIt runs.\n:::\n':
        '7:11 "Joan Pery" here, "Joan Perry" elsewhere',
      '---\nheadline: Acme opens a plant\n---\n\n“It runs,” said Joan Perry, director. “And how,” said Joan Pery.\n':
        '5:55 "Joan Pery" here, "Joan Perry" elsewhere',
      '=== templates/contacts.yaml\nana: { name: Lucía Ibáñez Peñalver }\n=== releases/2026-01-02-x.md\n---\nheadline: Acme abre una planta\ndate: 2026-01-02\nlanguage: es\ncontacts: [ana]\n---\n\nDijo Lucía Ibañez Peñalver, jefa de prensa. Vino Rosa María Quintanilla, alcaldesa. Con Rosa María Quintanila.\n':
        'releases/2026-01-02-x.md:8:6 "Lucía Ibañez Peñalver" here, "Lucía Ibáñez Peñalver" in templates/contacts.yaml\nreleases/2026-01-02-x.md:8:89 "Rosa María Quintanila" here, "Rosa María Quintanilla" elsewhere',
      '---\nheadline: Acme opens a plant\n---\n\nJosé Araya, director, came. So did Jose Araya’s dog.\n':
        '5:36 "Jose Araya" here, "José Araya" elsewhere',
      '---\nheadline: Acme opens a plant\ndate: 2026-01-02\ncontacts: [ana]\n---\n\n“It runs,” said Anna Virta.\n':
        '7:17 "Anna Virta" here, "Ana Virta" in templates/contacts.yaml',
      '=== press.yaml\norganization: { name: Institute of the Northern Waters }\n=== releases/2026-01-02-x.md\n---\nheadline: A count\n---\n\nThe Institut of the Northern Waters counted. So\ndid the Institute of the\nNorthern Water.\n':
        'releases/2026-01-02-x.md:5:5 "Institut of the Northern Waters" here, "Institute of the Northern Waters" in press.yaml',
      '=== press.yaml\norganization: { name: Northfell Rail Users }\n=== releases/2026-01-02-x.md\n---\nheadline: A count\n---\n\nThe Northfel Rail Users counted.\n':
        'releases/2026-01-02-x.md:5:5 "Northfel Rail Users" here, "Northfell Rail Users" in press.yaml',
      '=== press.yaml\norganization: { name: Northfell Rail Users }\n=== releases/2026-01-02-x.md\n---\nheadline: A count by NORTHFELL RAIL USERS\n---\n\nThe NorthFell Rail Users counted. NORTHFELL Rail Users.\n':
        'releases/2026-01-02-x.md:5:5 "NorthFell Rail Users" here, "Northfell Rail Users" in press.yaml',
    },
  },
  check(release, report) {
    const { prose, source, language, tag, room } = release
    const trusted = knownPeople(release)
    const organization = organizationName(room.settings, tag)
    const hint = 'spell it the same way in both places'
    if (language === 'ar') {
      const others = [...speakersIn(release), ...titledNames(prose.text, prose.bodyStart)]
      const known = [...trusted, ...others.map((name) => [name, 'elsewhere'] as const)].map(([name, where]) => ({
        name,
        where,
        isPerson: true,
      }))
      // A shorter name is made of words that stand in other forms as well.
      if (organization.split(' ').length > 2)
        known.push({ name: organization, where: 'in press.yaml', isPerson: false })
      for (const { name, where, typed, at } of otherSpellings(prose.text, prose.bodyStart, known))
        report({ message: `"${typed}" here, "${name}" ${where}`, hint, at })
      return
    }
    const say = (typed: string, meant: string, at: Span): void => {
      report({ message: `"${typed}" here, "${meant}" ${trusted.get(meant) ?? 'elsewhere'}`, hint, at })
    }
    const found = namesIn(release)
    const byName = new Map<string, TypedName[]>()
    for (const one of found) byName.set(one.name, [...(byName.get(one.name) ?? []), one])
    const alone = surnamesIn(release)
    const speakers = new Set(alone.map(({ name }) => name))
    const people = new Set(
      found.filter((one) => speakers.has(one.last) || isPerson(prose.text, one)).map(({ name }) => name),
    )
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
          isNameSlip(name, one.name),
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
    const slips = [...byName].flatMap(([name, all]) => (wrong.has(name) ? all : []))
    for (const [{ name, start, end }, meant] of longNameSlips(release, trusted.keys(), (one) =>
      isPerson(prose.text, one),
    )) {
      if (slips.some((one) => one.start < end && start < one.end)) continue
      slips.push({ name, first: '', last: '', start, end })
      say(name, meant, [start, end])
    }
    const whole = new Map(
      [...trusted.keys(), ...people].flatMap((name) => (wrong.has(name) ? [] : [[lastOf(name), name]])),
    )
    const surnames = new Set([...found.map(({ last }) => last), ...whole.keys()])
    for (const { name, at } of alone) {
      const meant = whole.get(surnameMeant(name, surnames) ?? '')
      if (meant !== undefined) say(name, meant, at)
    }
    // Santa María for Santamaría.
    const inOne = new Map([...whole].map(([surname, name]) => [folded(surname), name]))
    const lengths = new Set([...inOne.keys()].map(({ length }) => length))
    for (const { name, first, last, start, end } of found) {
      if (!lengths.has(first.length + last.length)) continue
      const meant = inOne.get(folded(first + last))
      if (meant !== undefined) say(name, meant, [start, end])
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

const lastOf = (name: string): string => name.slice(name.lastIndexOf(' ') + 1)

const isPerson = (text: string, { start, end }: TypedName): boolean =>
  speaks.test(text.slice(Math.max(0, start - 12), start)) || spokenOf.test(text.slice(end, end + 14))
