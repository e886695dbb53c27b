import type { SourceText } from '../../../source/text.ts'
import { defineReleaseRule, inside } from '../rule.ts'
import { placeMeant } from './places.ts'

export const datelinePlace = defineReleaseRule({
  code: 'dateline-place',
  severity: 'warning',
  summary: 'Spell the place of the dateline as everybody does',
  why: 'The dateline is the first word of the text, and is copied as it stands. Known are the places of the contacts and of the releases before, the capitals of the members of the United Nations, the seats of its bodies, and the cities of the time zone database (IANA); only a place that is a letter off one of them is told of, for the world has more towns than any list.',
  rate: '0–0.2, all of them slips',
  kinds: ['press-release', 'statement', 'joint'],
  examples: {
    good: [
      '---\nheadline: Acme opens a plant\ndateline: Turku\n---\n\nText.\n',
      '---\nheadline: Acme abre una planta\nlanguage: es\ndateline: Vitoria\n---\n\nTexto.\n',
      '---\nheadline: Acme ouvre une usine\nlanguage: fr\ndateline: Genève et Lomé\n---\n\nTexte.\n',
      '---\nheadline: Acme opens a plant\ndateline: WASHINGTON, D.C.\n---\n\nText.\n',
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
    },
  },
  check(release, report) {
    const { fields, room } = release
    if (fields.dateline === undefined) return
    for (const { 0: place, index } of fields.dateline.matchAll(/[^,;/()&]+/g)) {
      const name = place.trim()
      const meant = placeMeant(name, room, () => release.before(release.source.file).flatMap(placesIn))
      if (meant === undefined) continue
      const [start, end] = inside(release, ['dateline'])
      const asTyped = release.source.text.slice(start, end) === fields.dateline
      const from = start + index + place.indexOf(name)
      const at = asTyped ? ([from, from + name.length] as const) : ([start, end] as const)
      report({ message: `Unknown place "${name}"`, hint: `did you mean "${meant}"?`, at })
    }
  },
})

/** The places of a release's dateline, as they are typed. */
const placesIn = ({ text }: SourceText): string[] =>
  (/^dateline:[ \t]*(\S.*)$/m.exec(text)?.[1] ?? '').split(/[,;/()&"]/).flatMap((place) => place.trim() || [])
