import { matchesIn } from '../../../source/matches.ts'
import type { SourceText } from '../../../source/text.ts'
import { flag, words } from '../../options.ts'
import { plainWords } from '../alike.ts'
import { defineReleaseRule, inside, type CheckedRelease } from '../rule.ts'
import { isKnownPlace, placeMeant } from './places.ts'

export const datelinePlace = defineReleaseRule({
  code: 'dateline-place',
  severity: 'warning',
  summary: 'Spell the place of the dateline as everybody does',
  why: 'The dateline is the first word of the text, and is copied as it stands. Known are the places of the contacts and of the releases before, the capitals of the members of the United Nations, the seats of its bodies, and the cities of the time zone database (IANA); a place that is a letter off one of them is told of. Others are only told of where press.yaml asks for it with `unknown`, for the world has more towns than any list; what stands behind a comma says where the place lies, and is not looked up.',
  rate: '0–0.4, all of them slips; 10–15 with `unknown`, whose towns a house names in `known`',
  kinds: ['press-release', 'statement', 'joint'],
  options: {
    unknown: flag(false, 'Whether every place is told of that is not known'),
    known: words([], 'Places that the house knows, beside those of its contacts'),
  },
  examples: {
    good: [
      '---\nheadline: Acme opens a plant\ndateline: Turku\n---\n\nText.\n',
      '---\nheadline: Acme abre una planta\nlanguage: es\ndateline: Vitoria\n---\n\nTexto.\n',
      '---\nheadline: Acme ouvre une usine\nlanguage: fr\ndateline: Genève et Lomé\n---\n\nTexte.\n',
      '---\nheadline: Acme opens a plant\ndateline: WASHINGTON, D.C.\n---\n\nText.\n',
      '---\nheadline: Acme opens a plant\ndateline: Orivesi\n---\n\nText.\n',
      '=== press.yaml\norganization: { name: Acme }\ncheck: { dateline-place: { unknown: true, known: [Orivesi] } }\n=== releases/2026-01-02-x.md\n---\nheadline: Acme opens a plant\ndateline: ORIVESI, Finland, and Oslo\n---\n\nText.\n=== releases/2026-01-03-y.ar.md\n---\nheadline: أكمي تفتح مصنعا\ndateline: الرباط ولاهاي\n---\n\nنص.\n',
    ],
    bad: {
      '---\nheadline: Acme opens a plant\ndateline: The Hauge\n---\n\nText.\n': '3:11 Unknown place "The Hauge"',
      '---\nheadline: Acme ouvre une usine\nlanguage: fr\ndateline: Bruxeles\n---\n\nTexte.\n':
        '4:11 Unknown place "Bruxeles"',
      '---\nheadline: Acme abre una planta\nlanguage: es\ndateline: Bogóta, Madird\n---\n\nTexto.\n':
        '4:19 Unknown place "Madird"',
      '=== templates/contacts.yaml\nana: { name: Ana Virta, location: Naantali }\n=== releases/2026-01-02-x.md\n---\nheadline: Acme opens a plant\ndateline: Naantalli\n---\n\nText.\n':
        'releases/2026-01-02-x.md:3:11 Unknown place "Naantalli"',
      '=== releases/2026-01-02-x.es.md\n---\nheadline: Acme abre una planta\ndateline: "Logroño"\n---\n\nTexto.\n=== releases/2026-01-03-y.es.md\n---\nheadline: Acme abre otra planta\ndateline: Lorgoño\n---\n\nTexto.\n':
        'releases/2026-01-03-y.es.md:3:11 Unknown place "Lorgoño"',
      '=== press.yaml\norganization: { name: Acme }\ncheck: { dateline-place: { unknown: true } }\n=== releases/2026-01-02-x.md\n---\nheadline: Acme opens a plant\ndateline: Paris and Orivesi (Finland)\n---\n\nText.\n':
        'releases/2026-01-02-x.md:3:21 Unknown place "Orivesi"',
    },
  },
  check(release, report, { unknown, known }) {
    const { dateline } = release.fields
    if (dateline === undefined) return
    const { room, source } = release
    const before = (): string[] => release.before(source.file).flatMap(placesBefore)
    const say = (name: string, index: number, hint: string): void => {
      const [start, end] = inside(release, ['dateline'])
      const asTyped = source.text.slice(start, end) === dateline
      const at = asTyped ? ([start + index, start + index + name.length] as const) : ([start, end] as const)
      report({ message: `Unknown place "${name}"`, hint, at })
    }
    const told = new Set<number>()
    for (const { name, index } of partsOf(dateline, /[^,،;/()&]+/g)) {
      const meant = known.includes(name) ? undefined : placeMeant(name, room, before)
      if (meant === undefined) continue
      say(name, index, `did you mean "${meant}"?`)
      told.add(index)
    }
    if (!unknown) return
    const listed = new Set([...known, ...before()].map(plainWords))
    const isListed = (place: string): boolean => listed.has(plainWords(place)) || isKnownPlace(place, room)
    for (const { name, index } of placesOf(release, dateline))
      if (!told.has(index) && !isListed(name)) say(name, index, 'name it in `known`, if it is spelt so')
  },
})

interface Part {
  readonly name: string
  readonly index: number
}

const partsOf = (text: string, pattern: RegExp): Part[] =>
  Array.from(matchesIn(text, pattern), ({ 0: part, index }) => {
    const name = part.trim()
    return { name, index: index + part.indexOf(name) }
  })

/** The places of a dateline: one, or several with a word or a mark between; not what says where they lie. */
function placesOf({ language }: CheckedRelease, dateline: string): Part[] {
  const between = language === 'ar' ? /\s+و(?=\p{L}{3})|[;/&]/gu : /,?\s(?:and|et|y|e|und|en)\s|[;/&]/gi
  let from = 0
  return [...matchesIn(dateline, between), undefined].flatMap((found) => {
    const start = from
    from = found ? found.index + found[0].length : dateline.length
    const whole = dateline.slice(start, found?.index)
    const [lead = ''] = /^[^,،(]*/.exec(whole) ?? []
    const name = lead.trim()
    return name === '' ? [] : [{ name, index: start + lead.indexOf(name) }]
  })
}

/** The places of an earlier release's dateline, as they are typed. */
const placesBefore = ({ text }: SourceText): string[] =>
  (/^dateline:[ \t]*(\S.*)$/m.exec(text)?.[1] ?? '').split(/[,،;/()&"]/).flatMap((place) => place.trim() || [])
