import { plainWords } from '../alike.ts'
import { datesIn } from '../dates.ts'
import { defineReleaseRule, type CheckedRelease } from '../rule.ts'
import { isKnownPlace } from './places.ts'
import { isReleaseLine } from './release-line.ts'

/** A place, and what may follow it, as far as the dash: `**PORTSMOUTH, May 19, 2026 —**`, `(Dallas, Texas) –`, `Madrid, 9 de abril.–`. */
const typedDateline =
  /^[\s*_(]{0,6}(?<place>[\p{Lu}\p{Lo}][\p{L}\p{M}'’.-]*(?: [\p{L}\p{M}'’.-]+){0,4})(?<rest>(?:[,،] ?[^\n—–―]{1,40}?)?)[)*_]{0,3}[.:]?\s?(?:—|–|―|--|-(?=[\s*_]))[*_]{0,2}(?=\s+[^\s\p{Ll}])/u

export const datelineTyped = defineReleaseRule({
  code: 'dateline-typed',
  severity: 'warning',
  summary: 'Name the place in `dateline`, and not in the text',
  why: 'The house’s style is put around it in every language, and news agencies’ formats have a field for it. One that is typed looks different in each release, and stands there twice where `dateline` is set.',
  rate: '0–0.4',
  kinds: ['press-release', 'statement', 'joint'],
  examples: {
    good: [
      '---\nheadline: Acme opens a plant\ndateline: Turku\n---\n\nAcme – the maker of pumps – opens a plant.\n',
      '---\nheadline: Acme opens a plant\n---\n\nNASA — and who else — buys pumps. Paris — in Texas — too.\n',
      '---\nheadline: Acme opens a plant\ndateline: Oslo\n---\n\nOslo — in parliament and outside — speaks of pumps.\n',
      '---\nheadline: Acme opens a plant\nkind: media-advisory\n---\n\nParis, May 2 –\n',
    ],
    bad: {
      '---\nheadline: Acme opens a plant\ndateline: Portsmouth\n---\n\n**PORTSMOUTH, May 19, 2026 —** Acme opens a plant.\n':
        '6:1 Dateline that is typed',
      '---\nheadline: Acme opens a plant\ndateline: Portsmouth\n---\n\nFOR IMMEDIATE RELEASE\n\nPORTSMOUTH, May 19, 2026 — Acme opens a plant.\n':
        '8:1 Dateline that is typed',
      '---\nheadline: Acme opens a plant\n---\n\nTHE HAGUE -- Acme opens a plant.\n': '5:1 Dateline that is typed',
      '---\nheadline: Acme ouvre une usine\nlanguage: fr\n---\n\nBesançon, le 9 avril 2026 – Acme ouvre une usine.\n':
        '6:1 Dateline that is typed',
      '---\nheadline: Acme abre una planta\nlanguage: es\n---\n\nLogroño, 9 de abril de 2026.– Acme abre.\n':
        '6:1 Dateline that is typed',
      '---\nheadline: أكمي تفتح مصنعا\nlanguage: ar\n---\n\nعمّان، 9 نيسان/أبريل 2026 – تفتح أكمي مصنعا.\n':
        '6:1 Dateline that is typed',
    },
  },
  check(release, report) {
    const { prose, fields } = release
    const first = prose.passages.find(
      ({ kind, start, end }) => kind === 'text' && !isReleaseLine(prose.text.slice(start, end)),
    )
    if (!first) return
    const found = typedDateline.exec(prose.text.slice(first.start, Math.min(first.end, first.start + 120)))
    if (!found || !isDateline(found, release)) return
    const hint =
      fields.dateline === undefined
        ? `take it out, and set \`dateline: ${(found.groups?.['place'] ?? '').trim()}\``
        : 'take it out; it is made from `dateline`'
    report({ message: 'Dateline that is typed', hint, at: [first.start, first.start + found[0].length] })
  },
})

function isDateline({ groups = {} }: RegExpExecArray, { fields, language, room }: CheckedRelease): boolean {
  const { place = '', rest = '' } = groups
  return (
    datesIn(rest, language).length > 0 ||
    isKnownPlace(place, room) ||
    (fields.dateline !== undefined && plainWords(fields.dateline) === plainWords(place))
  )
}
