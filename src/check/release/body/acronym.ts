import { words } from '../../options.ts'
import { bodyOf, capital } from '../prose.ts'
import { defineReleaseRule, type CheckedRelease } from '../rule.ts'

/** What every reader of a newspaper knows, codes of currencies and zones, titles, and what the rule placeholder-text finds. */
const everyday = new Set(
  `UN EU US USA UK UAE NATO WHO UNICEF UNESCO FBI CIA NASA BBC CNN HIV AIDS DNA RNA COVID MRI CEO CFO COO CTO CIO CMO NGO NGOS GDP VAT
  TV PDF GPS SMS USB LED DVD HTML URL FAQ PIN VIP MBA PHD LGBT LGBTQ IMF OECD WTO OPEC FIFA UEFA IOC SUV RSVP FYI ASAP DIY HR PR AM PM
  TODO TBD TBC TBA FIXME EUR USD GBP CHF CAD AUD JPY EST EDT CST CDT MST MDT PST PDT GMT UTC BST CET CEST TNT DHL IBM ISBN DOI
  ONU OTAN UE VIH SIDA ADN ARN TVA PIB PME ONG PDG SNCF CNRS TGV CHU SMIC INSEE IVA PYME DNI RAE EEUU OMS FMI OCDE OMC`.split(
    /\s+/,
  ),
)

const capitals = new RegExp(`${capital}\\p{Lu}{2,5}(?=s?(?![\\p{L}\\p{N}&/]|-\\d|\\*{0,2}\\s?:))`, 'gu')
const partOfMore = /[\p{L}\p{N}.&/@#*_-]/u
const numeral = /^[IVXLCDM]+$/

export const acronym = defineReleaseRule({
  code: 'acronym',
  severity: 'info',
  summary: 'Spell an acronym out where it comes first',
  why: 'The journalist who gets the release may write about another field tomorrow. Those that everybody knows, and those of the organizations that send the release, are left alone.',
  rate: '23–81',
  languages: ['en', 'fr', 'es'],
  kinds: ['press-release', 'statement', 'joint'],
  options: { known: words([], 'Acronyms that the readers of the house know') },
  examples: {
    good: [
      '---\nheadline: Acme opens a plant\n---\n\nThe International Pump Union (IPU) and the UN opened it; the IPU and the GPA (Global Pump Alliance) will run it. World War III. **WHEN:** now.\n',
      '---\nheadline: Acme opens a plant\n---\n\nThe Court for International Pumps decided. The CIP is in Turku, the DCPZ, the Court of Pumps, in Oulu. THE PLANT IS OPEN.\n',
      '=== press.yaml\norganization: { name: Acme Pump Works, short-name: APW }\ncheck: { acronym: { known: [DCPZ] } }\n=== releases/2026-01-02-x.md\n---\nheadline: APW opens a plant\n---\n\nAPW asked the DCPZ.\n',
    ],
    bad: {
      '---\nheadline: Acme opens a plant\n---\n\nThe DCPZ asked for a study. The DCPZ waits, and so do the IPUs.\n':
        '5:5 "DCPZ" is not spelt out\n5:59 "IPU" is not spelt out',
      '---\nheadline: Acme ouvre une usine\nlanguage: fr\n---\n\nLa DREAL a donné son accord à l’ONU.\n':
        '6:4 "DREAL" is not spelt out',
    },
  },
  check(release, report, { known }) {
    const { prose } = release
    const silent = new Set([...known, ...ownNames(release)])
    let initials: string | undefined
    for (const { kind, start, end } of bodyOf(prose)) {
      if (kind !== 'text' && kind !== 'quotation') continue
      const passage = prose.text.slice(start, end)
      for (const { 0: typed, index } of passage.matchAll(capitals)) {
        if (partOfMore.test(passage.charAt(index - 1))) continue
        const around = passage.slice(Math.max(0, index - 2), index + typed.length + 2)
        if (/^\d .* \d$/s.test(around) || silent.has(typed) || everyday.has(typed) || numeral.test(typed)) continue
        silent.add(typed)
        const at = start + index
        if (isShouted(passage, index, typed.length) || isExplained(prose.text, typed)) continue
        if (/^, (?:the |la |el |le |l[’']|les |los |las )?\p{Lu}\p{Ll}/u.test(passage.slice(index + typed.length)))
          continue
        initials ??= initialsOf(prose.text)
        if (initials.includes(typed)) continue
        const message = `"${typed}" is not spelt out`
        report({ message, hint: `write what it stands for, and \`(${typed})\` behind it`, at: [at, at + typed.length] })
      }
    }
  },
})

/** The capitals in the names of those who send the release. */
function ownNames({ room, fields, original, contacts }: CheckedRelease): string[] {
  const { name, shortName } = room.settings.organization
  const partners = [...(fields.organizations ?? []), ...(original?.fields.organizations ?? [])].map((one) => one.name)
  const people = contacts.flatMap((id) => room.contact(id).map(({ organization }) => organization))
  return [name, shortName, ...partners, ...people].flatMap((one) => String(one ?? '').match(/\p{Lu}{3,}/gu) ?? [])
}

/** Beside another word in capitals it is part of a sentence in capitals. */
const isShouted = (passage: string, at: number, length: number): boolean =>
  /\p{Lu}{2,}\s+$/u.test(passage.slice(Math.max(0, at - 12), at)) ||
  /^s?\s+\p{Lu}{2,}(?!\p{L})/u.test(passage.slice(at + length, at + length + 12))

/** `… (ICC)` and `ICC (…)`, wherever in the text. */
const isExplained = (text: string, typed: string): boolean =>
  text.includes(`(${typed}`) || text.includes(`${typed} (`) || text.includes(`“${typed}”)`)

/** The first letters of the words with capitals, a space wherever another word stands between; small words are passed over. */
const initialsOf = (text: string): string =>
  (text.match(/\p{L}[\p{L}\p{M}’'-]*|[.;:!?]/gu) ?? [])
    .map((word) =>
      /^(?:of|for|the|and|in|on|de|des|du|la|le|les|et|pour|y|del|los|las|en|para)$/.test(word)
        ? ''
        : /^\p{Lu}\p{Ll}/u.test(word)
          ? word.charAt(0)
          : ' ',
    )
    .join('')
