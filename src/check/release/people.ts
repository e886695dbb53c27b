import { contactOn, type Contact } from '../../press-room/contacts.ts'
import { inLanguage } from '../../press-room/language.ts'
import { matchesIn } from '../../source/matches.ts'
import { onceFor } from '../../source/once.ts'
import type { Span } from '../rule.ts'
import { capital } from './prose.ts'
import type { CheckedRelease, CheckedText } from './rule.ts'

/** A name of a person or a place as it stands in a text: two words with capitals, or three. */
export interface TypedName {
  readonly name: string
  readonly first: string
  readonly last: string
  readonly start: number
  readonly end: number
}

const rest = "\\p{Ll}[\\p{L}\\p{M}’'-]*"
const between = '(?:[ \\u00A0\\n](?:\\p{Lu}\\.|de|del|da|van|von|der|den|la|al|bin|el|di|le))*[ \\u00A0\\n]'
const names = new RegExp(`(${capital}${rest})${between}(\\p{Lu}${rest})(?![\\p{L}\\p{N}])`, 'gu')

/** As a pattern: a name of so many words with capitals, in a group, and its first and its last word in two more. */
export const namePattern = (words: number): string =>
  `((${capital}${rest})(?:${between}\\p{Lu}${rest}){${words - 2}}${between}(\\p{Lu}${rest}))(?![\\p{L}\\p{N}])`

/** Words with a capital that begin no name. */
const noName = new Set(
  'The This That These Those A An In On At For From With When While After Before And But Dr Mr Mrs Ms Professor President Minister Secretary Director Le La Les Un Une Des Du De Pour Selon Avec Dans El Los Las Una Según Con Para En Monsieur Madame Señor Señora'.split(
    ' ',
  ),
)

/** The names in the body, in its order; they are looked for once, however many rules ask. */
export const namesIn = onceFor((text: CheckedText): readonly TypedName[] => findNames(text))

/** What is typed behind `::: quote`: whose the quotation is. */
function quoteLabels({ prose: { text, bodyStart } }: CheckedText): Span[] {
  if (!text.includes(':::')) return []
  const labels = matchesIn(text.slice(bodyStart), /^ {0,3}:{3,}[ \t]*quote[ \t]+(?=\S)(.*)$/gm)
  return Array.from(labels, ({ 0: line, 1: label = '', index }) => {
    const end = bodyStart + index + line.length
    return [end - label.length, end]
  })
}

function findNames(checked: CheckedText): TypedName[] {
  const { prose } = checked
  const found: TypedName[] = []
  const passages = prose.passages.flatMap(({ kind, start, end }): Span[] =>
    kind === 'heading' || kind === 'table' ? [] : [[start, end]],
  )
  for (const [start, end] of [...passages, ...quoteLabels(checked)].sort(([a], [b]) => a - b)) {
    const passage = prose.text.slice(start, end)
    names.lastIndex = 0
    for (let match = names.exec(passage); match; match = names.exec(passage)) {
      const [typed, first = '', last = ''] = match
      const isPart = /[\p{L}\p{N}’'.-]/u.test(passage.charAt(match.index - 1))
      if (isPart || noName.has(first)) {
        // “Dr Ruth Adeyemi”: the name begins behind the title.
        names.lastIndex = match.index + first.length
        continue
      }
      const plain = last.replace(/[’']s?$/u, '')
      const name = (typed.slice(0, typed.length - last.length) + plain).replace(/\s+/g, ' ')
      const at = start + match.index
      found.push({ name, first, last: plain, start: at, end: at + typed.length - (last.length - plain.length) })
    }
  }
  return found
}

/** Letters without their marks, in small letters: José and jose. */
export const folded = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** The contacts of a release as they are on its day, with their names, and with their roles where they are given in its language. */
export function contactsOf(release: CheckedRelease): { readonly name: string; readonly role: string | undefined }[] {
  const { room, contacts, date, tag } = release
  const said = (text: Contact['name']): string => inLanguage(text, tag, room.settings.language)
  return contacts.flatMap((id) => {
    const found = date === undefined ? undefined : contactOn(room.contact(id), date)
    if (found?.status !== 'there') return []
    const { name, role } = found.contact
    return [{ name: said(name), role: role !== undefined && isIn(role, release) ? said(role) : undefined }]
  })
}

/** Whether a text is given in the language of a release; one that is given once is in that of the press room. */
const isIn = (text: Contact['name'], { room, language }: CheckedRelease): boolean =>
  (typeof text === 'string' ? [room.settings.language] : Object.keys(text)).some(
    (tag) => tag.split('-')[0] === language,
  )

/** The names that somebody has looked at: of the release's contacts and of its spokespeople, with where they are given. */
export function knownPeople(release: CheckedRelease): ReadonlyMap<string, string> {
  const known = new Map<string, string>()
  for (const { name } of contactsOf(release)) known.set(name, 'in templates/contacts.yaml')
  for (const { name } of release.fields.spokespeople ?? []) known.set(name, 'in `spokespeople`')
  return known
}

/** No release lets more people speak than this. */
const mostSpeakers = 100

/** Whose the set quotations are, as far as the first comma; each once. */
export function speakersIn(release: CheckedRelease): string[] {
  const labels = quoteLabels(release).slice(0, mostSpeakers)
  const typed = labels.map(([start, end]) => /^[^,،]*/.exec(release.prose.text.slice(start, end))?.[0].trim() ?? '')
  return [...new Set(typed)].filter((name) => name !== '')
}
