import type { Localized } from '../../../press-room/language.ts'
import type { PressRoom } from '../../../press-room/press-room.ts'
import { matchesIn } from '../../../source/matches.ts'
import { onceFor } from '../../../source/once.ts'
import { number, words } from '../../options.ts'
import { bodyOf, capital } from '../prose.ts'
import { defineReleaseRule, type CheckedRelease } from '../rule.ts'

/** What every reader of a newspaper knows, codes of currencies and zones, titles, and what the rule placeholder-text finds. */
const everyday = new Set(
  `UN EU US USA UK UAE NATO WHO UNICEF UNESCO UNHCR ICRC IAEA OSCE ASEAN FBI CIA NSA FDA NYPD NASA ESA CERN BBC CNN NBC CBS AFP HIV AIDS SARS
  DNA RNA COVID MRI ICU PTSD ADHD CEO CFO COO CTO CIO CMO NGO NGOS GDP VAT TV PDF GPS SMS USB LED OLED DVD HTML URL FAQ PIN VIP MBA PHD MIT
  LGBT LGBTQ LGBTQI IMF OECD WTO WEF OPEC FIFA UEFA IOC NFL NBA SUV ATV SOS RSVP FYI ASAP DIY HR PR AM PM CCTV ATM LNG PET ISO ICT WWF
  TODO TBD TBC TBA FIXME EUR USD GBP CHF CAD AUD JPY EST EDT CST CDT MST MDT PST PDT GMT UTC BST CET CEST TNT DHL IBM BMW UBS IKEA ISBN DOI ISIN SME SMES
  EFTA AELE ETH EPFL UCLA LSE NYU HSBC RBS BNP AXA ING SAP BASF ABB RWE CVS ITT ADT HCL USDA
  ONU OTAN UE VIH SIDA ADN ARN TVA PIB PME ONG PDG SNCF EDF CNRS TGV CHU SMIC INSEE OIT AIEA CICR
  IVA PYME DNI RAE EEUU OMS FMI OCDE OMC OEA TIC ACNUR`.split(/\s+/),
)

const capitals = new RegExp(`${capital}\\p{Lu}{2,5}(?=s?(?![\\p{L}\\p{N}&/]|-\\d|\\*{0,2}\\s?:))`, 'gu')
const partOfMore = /[\p{L}\p{N}.&/@#*_-]/u
const numeral = /^[IVXLCDM]+$/

export const acronym = defineReleaseRule({
  code: 'acronym',
  severity: 'info',
  summary: 'Spell an acronym out where it comes first',
  why: 'The journalist who gets the release may write about another field tomorrow. One that stands there three times carries the text, and is told of; one on the way is not, unless `times` is lower. Those that everybody knows, those of the organizations that send the release, and those in About texts are left alone. In Arabic those in Latin letters are looked for; Arabic letters have no capitals that would tell an acronym.',
  rate: '2–10; with `times: 2` 5–16, with `times: 1` 13–33, and 13–19 where the acronyms of the house are in `known`; not measured in Arabic',
  languages: ['en', 'fr', 'es', 'ar'],
  kinds: ['press-release', 'statement', 'joint'],
  options: {
    times: number(3, 'How often it stands in the body before it is told of'),
    known: words([], 'Acronyms that the readers of the house know'),
  },
  examples: {
    good: [
      '---\nheadline: Acme opens a plant\n---\n\nThe International Pump Union (IPU) and the UN opened it; the IPU and the GPA (Global Pump Alliance) will run it, with the UN, the UN and the UN. The DCPZ asked for a study. World War III.\n',
      '=== press.yaml\norganization: { name: Acme }\ncheck: { acronym: { times: 1 } }\n=== releases/2026-01-02-x.md\n---\nheadline: Acme opens a plant\n---\n\nThe Court for International Pumps decided. The CIP is in Turku, the DCPZ, the Court of Pumps, in Oulu. THE PLANT IS OPEN. **WHEN:** now.\n',
      '=== press.yaml\norganization: { name: Acme Pump Works, short-name: APW }\ncheck: { acronym: { known: [DCPZ] } }\n=== releases/2026-01-02-x.md\n---\nheadline: APW opens a plant\n---\n\nAPW asked the DCPZ. The DCPZ says that the DCPZ waits. APW waits for APW.\n',
    ],
    bad: {
      '---\nheadline: أكمي تفتح مصنعا\nlanguage: ar\n---\n\nطلبت DCPZ دراسة. وتنتظر DCPZ، وتنتظر معها IPU، أي الاتحاد، ومعهد المضخات (GPA). لا أحد يسأل DCPZ.\n':
        '6:6 "DCPZ" is not spelt out, and stands 3 times',
      '---\nheadline: Acme opens a plant\n---\n\nThe DCPZ asked for a study. The DCPZ waits, and so do the IPUs. Nobody asked the DCPZ.\n':
        '5:5 "DCPZ" is not spelt out, and stands 3 times',
      '=== press.yaml\norganization: { name: Acme }\ncheck: { acronym: { times: 1 } }\n=== releases/2026-01-02-x.md\n---\nheadline: Acme ouvre une usine\nlanguage: fr\n---\n\nLa DREAL a donné son accord à l’ONU.\n':
        'releases/2026-01-02-x.md:6:4 "DREAL" is not spelt out',
    },
  },
  check(release, report, { known, times }) {
    const { prose } = release
    const silent = new Set([...known, ...ownNames(release)])
    const found = new Map<string, { readonly at: number; count: number }>()
    for (const { kind, start, end } of bodyOf(prose)) {
      if (kind !== 'text' && kind !== 'quotation') continue
      const passage = prose.text.slice(start, end)
      for (const { 0: typed, index } of matchesIn(passage, capitals)) {
        if (partOfMore.test(passage.charAt(index - 1)) || silent.has(typed) || everyday.has(typed)) continue
        const before = found.get(typed)
        if (before) before.count++
        else if (saysNothing(prose.text, passage, index, typed)) silent.add(typed)
        else found.set(typed, { at: start + index, count: 1 })
      }
    }
    let initials: string | undefined
    for (const [typed, { at, count }] of found) {
      if (count < times) continue
      initials ??= initialsOf(prose.text)
      if (initials.includes(typed)) continue
      const message = `"${typed}" is not spelt out, and stands ${count} times`
      const hint = `write what it stands for, and \`(${typed})\` behind it`
      report({ message: count === 1 ? `"${typed}" is not spelt out` : message, hint, at: [at, at + typed.length] })
    }
  },
})

/** Whether what is in capitals is a number, a code, part of a sentence in capitals, or explained where it first stands or elsewhere. */
function saysNothing(text: string, passage: string, at: number, typed: string): boolean {
  const behind = passage.slice(at + typed.length)
  return (
    numeral.test(typed) ||
    /^\d .* \d$/s.test(passage.slice(Math.max(0, at - 2), at + typed.length + 2)) ||
    isShouted(passage, at, typed.length) ||
    isExplained(text, typed) ||
    /^, (?:the |la |el |le |l[’']|les |los |las )?\p{Lu}\p{Ll}|^[،,] (?:وهي|وهو|أي|أو)(?!\p{L})/u.test(behind)
  )
}

/** The acronyms of those who send the release. */
function ownNames({ room, fields, original, contacts }: CheckedRelease): string[] {
  const partners = [...(fields.organizations ?? []), ...(original?.fields.organizations ?? [])].map((one) => one.name)
  const people = contacts.flatMap((id) => room.contact(id).map(({ organization }) => organization))
  return [...namesOfHouse(room), ...[...partners, ...people].flatMap(acronymsIn)]
}

/** Those in the names of the organization, and in what it says about itself and others. */
const namesOfHouse = onceFor((room: PressRoom): readonly string[] => {
  const { name, shortName } = room.settings.organization
  const about = room.names.boilerplate.flatMap((id) => room.boilerplate(id).map(({ source }) => source.text))
  return [name, shortName, ...about].flatMap(acronymsIn)
})

const acronymsIn = (text: Localized | undefined): string[] =>
  (typeof text === 'object' ? Object.values(text).join(' ') : (text ?? '')).match(/\p{Lu}{3,}/gu) ?? []

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
