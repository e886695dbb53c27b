import type { PressRoom } from '../../../press-room/press-room.ts'
import { organizationName } from '../../../press-room/settings.ts'
import { inLanguage } from '../../../press-room/language.ts'
import { onceForKey } from '../../../source/once.ts'
import { plainWords } from '../alike.ts'
import { bodyOf, capital } from '../prose.ts'
import { defineReleaseRule, inside, type CheckedRelease } from '../rule.ts'

/** How many paragraphs have the chance to say it; lines without a sentence, such as further headlines, are none. */
const paragraphs = 2
const sentenceEnd = /[.!?…؟。](?:[”"»’)\]*_]|\s)*$/u
/** Shorter words, such as `of` and `the`, are in any text. */
const shortest = 4

export const organizationNamed = defineReleaseRule({
  code: 'organization-named',
  severity: 'info',
  summary: 'Name the organization in the headline, or soon after it',
  why: 'Agencies, search results and databases show the beginning without the masthead. A headline without the organization is among the ten errors that wire editors catch most; a part of the name with its capital, or an abbreviation, in the summary or in the first two paragraphs is enough. A joint release is of several, and says which in its own way.',
  rate: '0–0.5 in two archives of one office each; others do not say which names an office has',
  kinds: ['press-release', 'statement'],
  examples: {
    good: [
      '=== press.yaml\norganization: { name: Acme Pumps Ltd }\n=== releases/2026-01-02-x.md\n---\nheadline: A plant in Turku\n---\n\nIt opens on Monday.\n\nThe plant is the third of ACME.\n',
      '=== press.yaml\norganization: { name: Acme Pumps Ltd }\n=== releases/2026-01-02-x.md\n---\nheadline: A plant in Turku\n---\n\nIt makes valves\n\nIt opens on Monday\n\nThe plant is the third of ACME.\n',
      '=== press.yaml\norganization: { name: Northfell Rail Users’ Association, short-name: NRUA }\n=== releases/2026-01-02-x.md\n---\nheadline: "NRUA: trains are late"\n---\n\nText.\n',
      '=== press.yaml\norganization: { name: Société des Eaux }\n=== releases/2026-01-02-x.fr.md\n---\nheadline: De l’eau à Turku\n---\n\nLa SOCIETE ouvre une usine.\n',
      '=== press.yaml\norganization: { name: مكتبة الضفاف }\nlanguage: ar\n=== releases/2026-01-02-x.md\n---\nheadline: حافلة كتب لمكتبة الضفاف\n---\n\nنص.\n',
      '=== press.yaml\norganization: { name: Acme Pumps Ltd }\n=== releases/2026-01-02-x.md\n---\nheadline: ACME OPENS A PLANT\n---\n\nIt opens on Monday.\n',
      '=== press.yaml\norganization: { name: Acme Pumps Ltd }\n=== releases/2026-01-02-x.md\n---\nheadline: A plant in Turku\nsummary: Acme makes pumps where ships were made.\n---\n\nIt opens on Monday.\n',
      '=== press.yaml\norganization: { name: Acme Pumps Ltd }\n=== releases/2026-01-02-x.md\n---\nheadline: Ten makers of pumps open a school\nkind: joint\n---\n\nIt opens on Monday.\n',
      '=== releases/2026-01-02-x.ar.md\n---\nheadline: أكمي تفتح مصنعا\n---\n\nنص.\n',
    ],
    bad: {
      '=== press.yaml\norganization: { name: Lakeshore Blood Service }\n=== releases/2026-01-02-x.md\n---\nheadline: A bus to give blood in\n---\n\nIt is a service for small towns.\n\nIt has six beds.\n':
        'releases/2026-01-02-x.md:2:11 "Lakeshore Blood Service" is named neither in the headline nor soon after it',
      '=== press.yaml\norganization: { name: Acme Pumps Ltd }\n=== releases/2026-01-02-x.md\n---\nheadline: A plant in Turku\n---\n\nIt opens on Monday.\n\nIt makes valves.\n\nAcme has three.\n':
        'releases/2026-01-02-x.md:2:11 "Acme Pumps Ltd" is named neither in the headline nor soon after it',
    },
  },
  check(release, report) {
    const { fields, room, language } = release
    if (fields.withdrawn) return
    const name = organizationName(room.settings, release.tag)
    // A name that is given in the letters of another language may stand in the text in its own.
    if (inLatin(name) !== inLatin(fields.headline)) return
    const parts = partsOf(room, release.tag)
    // An Arabic word grows at both ends; what is short is an abbreviation, to be found as a word of its own.
    const isIn = (text: string): boolean => {
      const plain = plainWords(namesOf(text))
      // In capitals any word may be meant, and the first of a name tells most.
      const told = isInCapitals(text) ? parts.slice(0, 1) : parts
      return told.some((part) =>
        part.length >= shortest || language === 'ar' ? plain.includes(part) : ` ${plain} `.includes(` ${part} `),
      )
    }
    const { headline, subheadline = '', summary = '' } = fields
    if (parts.length === 0 || [headline, subheadline, summary].some(isIn) || isIn(beginning(release))) return
    const message = `"${name}" is named neither in the headline nor soon after it`
    report({ message, hint: 'say whose news it is', at: inside(release, ['headline']) })
  },
})

const inLatin = (text: string): boolean => /\p{Script=Latin}/u.test(text)

const isInCapitals = (text: string): boolean => /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text)

/** The words of a text that may be of a name: blood is not the Blood Service. Letters that have no capitals stay. */
const namesOf = (text: string): string => (/\p{Lu}/u.test(text) ? (text.match(nameWord) ?? []).join(' ') : text)

const nameWord = new RegExp(`${capital}[\\p{L}\\p{M}\\p{N}’'-]*`, 'gu')

/** The text as far as the end of its second paragraph. */
function beginning({ prose }: CheckedRelease): string {
  const texts = bodyOf(prose).filter(({ kind }) => kind === 'text')
  const [first] = texts
  const sentences = texts.filter(({ start, end }) => sentenceEnd.test(prose.text.slice(Math.max(start, end - 8), end)))
  const last = sentences[paragraphs - 1] ?? texts.at(-1)
  return first && last ? prose.text.slice(first.start, last.end) : ''
}

/** The names of the organization, and the words of them that tell it from others. They are asked for by every release. */
const partsOf = onceForKey((room: PressRoom, tag: string): readonly string[] => {
  const { organization, language } = room.settings
  const name = organizationName(room.settings, tag)
  const short = organization.shortName === undefined ? '' : inLanguage(organization.shortName, tag, language)
  return [...words(name), ...words(short), initials(name), plainWords(short)].filter((part) => part !== '')
})

const words = (name: string): string[] =>
  plainWords(name)
    .split(' ')
    .filter((word) => word.length >= shortest)

/** `acme` is no abbreviation, `coalition for the international criminal court` is CICC. */
const initials = (name: string): string => {
  const capitals = name.match(/(?<!\p{L})\p{Lu}/gu) ?? []
  return capitals.length >= 3 ? plainWords(capitals.join('')) : ''
}
