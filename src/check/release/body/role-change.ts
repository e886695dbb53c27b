import { matchesIn } from '../../../source/matches.ts'
import { contactsOf, knownPeople, namesIn, speakersIn } from '../people.ts'
import { defineReleaseRule, type CheckedRelease } from '../rule.ts'

/** The words that make a role; those of a line are one. */
const nouns = [
  'director|directora|directrice|directeur|مديرة?',
  'manager',
  'president|présidente?|presidenta?|رئيسة?',
  'chair|chairman|chairwoman|chairperson',
  'head|leader|responsable|jefa?|مس[ؤئ]ولة?',
  'chief|ceo|cfo|coo|cto',
  'officer',
  'secretary|secrétaire|secretari[ao]|أمينة?',
  'spokesperson|spokesman|spokeswoman|porte-parole|portavoz|متحدثة?|ناطقة?',
  'minister|ministre|ministra|ministro|وزيرة?',
  'founder|fondatrice|fondateur|fundador|fundadora|مؤسسة?',
  'engineer|ingénieure?|ingenier[ao]|مهندسة?',
  'professor|professeure?|profesora?|أستاذة?',
  'editor|rédactrice|rédacteur|محررة?',
  'coordinator|coordinatrice|coordinateur|coordinadora?|منسقة?',
  'curator|conservatrice|conservateur|conservadora?',
  'mayor|maire|alcalde|alcaldesa|عمدة',
  'lawyer|attorney|avocate?|abogad[ao]|محام(?:ي|ية)?',
  'treasurer|trésorière|trésorier|tesorer[ao]',
  'سفيرة?',
  'مستشارة?',
  'باحثة?',
  'طبيبة?',
]
const noun = new RegExp(`(?<![\\p{L}])(?:و?ال|لل)?(?:${nouns.map((one) => `(${one})`).join('|')})(?!\\p{L})`, 'giu')

/** What stands behind a name and a comma, as far as the next mark; in Arabic it has to begin with the role. */
const behindName =
  /^(,\s+(?:the |le |la |l[’']|el )?)([^,.;:!?()“”«»"—–\n]{3,80}(?=[.;:!?()“”«»"—–\n]|,(?!\s+\p{Lu})|$))/u
const behindArabicName = /^([،,]\s*)([^،,.؛;:!؟?()“”«»"—–\n]{3,80}(?=[،,.؛;:!؟?()“”«»"—–\n]|$))/u

export const roleChange = defineReleaseRule({
  code: 'role-change',
  severity: 'info',
  summary: 'Give a person one role',
  why: 'A journalist who finds two roles of one person has to call to ask which one to print. Only a role behind a name and a comma counts, and only two that have no word of a role in common. In Arabic, which has no capitals, only people are known whose names stand in contacts, `spokespeople` or a set quotation, and a role before the name is not looked at: وزير before a name may as well be the one whom the bearer met.',
  rate: '0; not measured in Arabic',
  languages: ['en', 'fr', 'es', 'ar'],
  examples: {
    good: [
      '=== templates/contacts.yaml\nana: { name: { en: Huda, ar: هدى القاسمي }, role: { en: Engineer, ar: مديرة المصنع } }\n=== releases/2026-01-02-x.ar.md\n---\nheadline: مصنع جديد\ndate: 2026-01-02\ncontacts: [ana]\n---\n\nقالت هدى القاسمي، المديرة، ذلك. استقبل الوزير هدى القاسمي، ورئيس البلدية أحمد الدرويش، أمس.\n',
      '---\nheadline: Acme opens a plant\n---\n\nSo said Jane Moss, executive director of Acme. Jane Moss, the director, who leads 12 people, left. Tom Lee, head of pumps, did not. With Jane Moss, the Minister of Pumps, Al Ito, and others.\n',
      '---\nheadline: Acme opens a plant\ndate: 2026-01-02\ncontacts: [ana]\n---\n\nSo said Ana Virta, press officer at Acme.\n',
      '---\nheadline: Acme ouvre une usine\nlanguage: fr\ndate: 2026-01-02\ncontacts: [ana]\n---\n\n« Elle est ouverte », a dit Ana Virta, responsable presse.\n',
    ],
    bad: {
      '=== templates/contacts.yaml\nana: { name: { en: Huda, ar: هدى القاسمي }, role: { en: Engineer, ar: مديرة المصنع } }\n=== releases/2026-01-02-x.ar.md\n---\nheadline: مصنع جديد\ndate: 2026-01-02\ncontacts: [ana]\n---\n\nقالت هدى القاسمي، رئيسة البلدية، ذلك.\n\n::: quote أحمد الدرويش، وزير الصحة\nنعم.\n:::\n\nوقال أحمد الدرويش، طبيب، ذلك.\n':
        'releases/2026-01-02-x.ar.md:7:19 هدى القاسمي is "رئيسة البلدية" here, and "مديرة المصنع" in templates/contacts.yaml\nreleases/2026-01-02-x.ar.md:13:20 أحمد الدرويش is "طبيب" here, and "وزير الصحة" before',
      '---\nheadline: Acme opens a plant\n---\n\nJane Moss, chief financial officer, said so. The bank agrees, said Jane Moss, head of accounts.\n':
        '5:79 Jane Moss is "head of accounts" here, and "chief financial officer" before',
      '---\nheadline: Acme opens a plant\ndate: 2026-01-02\ncontacts: [ana]\n---\n\nSo said Ana Virta, managing director of Acme.\n':
        '7:20 Ana Virta is "managing director of Acme" here, and "Press officer" in templates/contacts.yaml',
      '---\nheadline: Acme ouvre une usine\nlanguage: fr\n---\n\nJeanne Morel, directrice de l’usine, est venue. Jeanne Morel, maire de Turku, aussi.\n':
        '6:63 Jeanne Morel is "maire de Turku" here, and "directrice de l’usine" before',
    },
  },
  check(release, report) {
    const { prose, source, language } = release
    const known = knownRoles(release)
    const said = new Map<string, { role: string; start: number; end: number }>()
    const isArabic = language === 'ar'
    for (const { name, end } of isArabic ? arabicNamesIn(release) : namesIn(release)) {
      const [, gap = '', typed = ''] =
        (isArabic ? behindArabicName : behindName).exec(prose.text.slice(end, end + 100)) ?? []
      const [first] = matchesIn(typed, noun)
      if (!first || (isArabic && first.index > 0)) continue
      if (/^(?:who|whose|which|qui|dont|que|quien)\b|\d/i.test(typed)) continue
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

/** Where people stand whose names are known, in the order of the text. */
function arabicNamesIn(release: CheckedRelease): { readonly name: string; readonly end: number }[] {
  const { text, bodyStart } = release.prose
  const found = new Map<number, string>()
  for (const name of [...knownPeople(release).keys(), ...speakersIn(release)])
    for (let at = text.indexOf(name, bodyStart); at !== -1; at = text.indexOf(name, at + 1))
      if (!/[\p{L}\p{M}]/u.test(text.charAt(at + name.length))) found.set(at + name.length, name)
  return [...found].map(([end, name]) => ({ name, end })).sort((a, b) => a.end - b.end)
}

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
  matchesIn(role, noun).map((match) => match.slice(1).findIndex((one) => one !== undefined))

function differ(one: string, other: string): boolean {
  const [a, b] = [nounsOf(one), nounsOf(other)]
  return a.length > 0 && b.length > 0 && !a.some((kind) => b.includes(kind))
}
