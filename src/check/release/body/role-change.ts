import { contactsOf, namesIn } from '../people.ts'
import { defineReleaseRule, type CheckedRelease } from '../rule.ts'

/** The words that make a role; those of a line are one. */
const nouns = [
  'director|directora|directrice|directeur',
  'manager',
  'president|présidente?|presidenta?',
  'chair|chairman|chairwoman|chairperson',
  'head|leader|responsable|jefa?',
  'chief|ceo|cfo|coo|cto',
  'officer',
  'secretary|secrétaire|secretari[ao]',
  'spokesperson|spokesman|spokeswoman|porte-parole|portavoz',
  'minister|ministre|ministra|ministro',
  'founder|fondatrice|fondateur|fundador|fundadora',
  'engineer|ingénieure?|ingenier[ao]',
  'professor|professeure?|profesora?',
  'editor|rédactrice|rédacteur',
  'coordinator|coordinatrice|coordinateur|coordinadora?',
  'curator|conservatrice|conservateur|conservadora?',
  'mayor|maire|alcalde|alcaldesa',
  'lawyer|attorney|avocate?|abogad[ao]',
  'treasurer|trésorière|trésorier|tesorer[ao]',
]
const noun = new RegExp(`(?<![\\p{L}])(?:${nouns.map((one) => `(${one})`).join('|')})(?!\\p{L})`, 'giu')

export const roleChange = defineReleaseRule({
  code: 'role-change',
  severity: 'info',
  summary: 'Give a person one role',
  why: 'A journalist who finds two roles of one person has to call to ask which one to print. Only a role behind a name and a comma counts, and only two that have no word of a role in common.',
  rate: '0',
  languages: ['en', 'fr', 'es'],
  examples: {
    good: [
      '---\nheadline: Acme opens a plant\n---\n\nSo said Jane Moss, executive director of Acme. Jane Moss, the director, who leads 12 people, left. Tom Lee, head of pumps, did not. With Jane Moss, the Minister of Pumps, Al Ito, and others.\n',
      '---\nheadline: Acme opens a plant\ndate: 2026-01-02\ncontacts: [ana]\n---\n\nSo said Ana Virta, press officer at Acme.\n',
      '---\nheadline: Acme ouvre une usine\nlanguage: fr\ndate: 2026-01-02\ncontacts: [ana]\n---\n\n« Elle est ouverte », a dit Ana Virta, responsable presse.\n',
    ],
    bad: {
      '---\nheadline: Acme opens a plant\n---\n\nJane Moss, chief financial officer, said so. The bank agrees, said Jane Moss, head of accounts.\n':
        '5:79 Jane Moss is "head of accounts" here, and "chief financial officer" before',
      '---\nheadline: Acme opens a plant\ndate: 2026-01-02\ncontacts: [ana]\n---\n\nSo said Ana Virta, managing director of Acme.\n':
        '7:20 Ana Virta is "managing director of Acme" here, and "Press officer" in templates/contacts.yaml',
      '---\nheadline: Acme ouvre une usine\nlanguage: fr\n---\n\nJeanne Morel, directrice de l’usine, est venue. Jeanne Morel, maire de Turku, aussi.\n':
        '6:63 Jeanne Morel is "maire de Turku" here, and "directrice de l’usine" before',
    },
  },
  check(release, report) {
    const { prose, source } = release
    const known = knownRoles(release)
    const said = new Map<string, { role: string; start: number; end: number }>()
    for (const { name, end } of namesIn(release)) {
      const [, gap = '', typed = ''] =
        /^(,\s+(?:the |le |la |l[’']|el )?)([^,.;:!?()“”«»"—–\n]{3,80}(?=[.;:!?()“”«»"—–\n]|,(?!\s+\p{Lu})|$))/u.exec(
          prose.text.slice(end, end + 100),
        ) ?? []
      if (typed === '' || nounsOf(typed).length === 0 || /^(?:who|whose|which|qui|dont|que|quien)\b|\d/i.test(typed))
        continue
      const start = end + gap.length
      const role = typed.trim()
      const at = [start, start + role.length] as const
      const before = said.get(name)
      const elsewhere = known.get(name)
      const hint = 'give the person one role, the same in both places'
      if (before && differ(role, before.role))
        report({
          message: `${name} is "${role}" here, and "${before.role}" before`,
          hint,
          at,
          related: [{ message: 'before', file: source.file, position: source.between(before.start, before.end) }],
        })
      else if (!before && elsewhere && differ(role, elsewhere.role))
        report({ message: `${name} is "${role}" here, and "${elsewhere.role}" ${elsewhere.where}`, hint, at })
      if (!before) said.set(name, { role, start: at[0], end: at[1] })
    }
  },
})

function knownRoles(release: CheckedRelease): ReadonlyMap<string, { readonly role: string; readonly where: string }> {
  const known = new Map<string, { role: string; where: string }>()
  for (const { name, role } of contactsOf(release))
    if (role !== undefined) known.set(name, { role, where: 'in templates/contacts.yaml' })
  for (const { name, role } of release.fields.spokespeople ?? [])
    if (role !== undefined) known.set(name, { role, where: 'in `spokespeople`' })
  return known
}

/** The kinds of role that are in a role, as places in the list. */
const nounsOf = (role: string): number[] =>
  [...role.matchAll(noun)].map((match) => match.slice(1).findIndex((one) => one !== undefined))

function differ(one: string, other: string): boolean {
  const [a, b] = [nounsOf(one), nounsOf(other)]
  return a.length > 0 && b.length > 0 && !a.some((kind) => b.includes(kind))
}
