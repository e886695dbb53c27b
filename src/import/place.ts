import { stringify } from 'yaml'
import type { Day } from '../calendar/day.ts'
import { sameLanguage, type Language } from '../press-room/language.ts'
import type { PressRoom } from '../press-room/press-room.ts'
import { slugFrom } from '../release/slug.ts'
import type { Draft, Person, Remark, Section, Taken } from './draft.ts'
import type { Aside, Block } from './manuscript.ts'
import { matchBoilerplate, textOfBoilerplate } from './match/boilerplate.ts'
import { matchContact, newContact, wordsOfContact } from './match/contact.ts'
import type { Match } from './report.ts'
import { wordsOf } from './runs.ts'
import { fieldText } from './write/front-matter.ts'
import { markdownOf } from './write/markdown.ts'

interface Around {
  readonly room: PressRoom
  readonly day: Day
  readonly language: Language
}

/** People or texts of a source in their places: what the release refers to, and what stays with it. */
export interface Placed {
  readonly ids: readonly string[]
  readonly matches: readonly Match[]
  readonly remarks: readonly Remark[]
  readonly asides: readonly Aside[]
  /** What the release has in another form. */
  readonly taken: readonly Taken[]
  /** What stays in the text. */
  readonly blocks: readonly Block[]
  /** The words that the release has by them. */
  readonly words: readonly string[]
}

const all = (parts: readonly Partial<Placed>[]): Placed => ({
  ids: parts.flatMap(({ ids = [] }) => ids).filter((id, i, list) => list.indexOf(id) === i),
  matches: parts.flatMap(({ matches = [] }) => matches),
  remarks: parts.flatMap(({ remarks = [] }) => remarks),
  asides: parts.flatMap(({ asides = [] }) => asides),
  taken: parts.flatMap(({ taken = [] }) => taken),
  blocks: parts.flatMap(({ blocks = [] }) => blocks),
  words: parts.flatMap(({ words = [] }) => words),
})

export async function placeContacts(contacts: Draft['contacts'], around: Around): Promise<Placed> {
  const parts: Partial<Placed>[] = []
  const ids = new Set<string>(around.room.names.contacts)
  for (const one of contacts) {
    const part = 'id' in one ? placeNamed(one.id, around) : await placePerson(one, around, ids)
    for (const { id } of part.matches ?? []) ids.add(id)
    parts.push(onlyOnce(part, parts, 'id' in one ? one.id : said(one).join('\n')))
  }
  return all(parts)
}

/** Somebody of whom front matter says no more than a name or an id. */
function placeNamed(id: string, { room, day, language }: Around): Partial<Placed> {
  if (room.names.contacts.includes(id))
    return {
      ids: [id],
      matches: [{ id, how: 'known', differences: [] }],
      words: [id, ...room.contact(id).map(wordsOfContact)],
    }
  const match = matchContact({ name: id, rest: [] }, room, day, language)
  if (!match) return { asides: [{ what: 'somebody who is not in contacts.yaml', text: id }] }
  return {
    ids: [match.id],
    matches: [{ id: match.id, how: match.how, differences: match.differences }],
    words: [match.words],
  }
}

async function placePerson(
  person: Person,
  { room, day, language }: Around,
  ids: ReadonlySet<string>,
): Promise<Partial<Placed>> {
  const match = matchContact(person, room, day, language)
  if (match) {
    const { id, how, differences, taken, words } = match
    const remarks: Remark[] = differences.map((text) => ({ text: `${id}, ${text}`, field: 'contacts' }))
    return { ids: [id], matches: [{ id, how, differences }], remarks, taken, words: [words] }
  }
  const own = await slugFrom(person.name, language)
  let id = own
  for (let i = 2; ids.has(id); i++) id = `${own}-${i}`
  const file = 'templates/contacts.yaml'
  const text = stringify({ [id]: newContact(person) }, { lineWidth: 0 }).replace(
    /^( {2}(?:phone|mobile): )([^"\n]*)$/gm,
    '$1"$2"',
  )
  const lines = text.trimEnd().split('\n')
  const rest = person.rest.map((one): Remark => ({
    text: `the source says of ${id} "${one}", which contacts have no field for`,
    field: 'contacts',
  }))
  const remarks: Remark[] = [
    {
      text: `${id} is not in contacts.yaml yet; add it there, or import with --add:\n${lines.join('\n')}`,
      field: 'contacts',
    },
    ...rest,
  ]
  return {
    ids: [id],
    matches: [{ id, how: 'new', differences: [], file, text }],
    remarks,
    words: said({ ...person, rest: [] }),
  }
}

/** Whoever or whatever is named a second time is referred to once; the words of the second time are those of the first. */
function onlyOnce(part: Partial<Placed>, before: readonly Partial<Placed>[], text: string): Partial<Placed> {
  const [id] = part.ids ?? []
  const isKnown = id !== undefined && before.some(({ ids }) => ids?.includes(id))
  return isKnown ? { ids: [id], remarks: part.remarks ?? [], taken: [{ as: 'named before', text }] } : part
}

const wordsOfSection = ({ title, blocks }: Section): string => [title, ...blocks.map(wordsOf)].join('\n')

/** All that a source says of somebody. */
const said = ({ name, role, organization, location, phone, mobile, hours, email, rest }: Person): string[] =>
  [name, role, organization, location, phone, mobile, hours, email, ...rest].filter((text) => text !== undefined)

export async function placeSections(sections: Draft['about'], around: Around): Promise<Placed> {
  const parts: Partial<Placed>[] = []
  for (const one of sections) {
    const part = 'id' in one ? placeKnown(one.id, around) : await placeSection(one, around)
    parts.push(onlyOnce(part, parts, 'id' in one ? one.id : wordsOfSection(one)))
  }
  return all(parts)
}

function placeKnown(id: string, { room, day, language }: Around): Partial<Placed> {
  const [version] = room.boilerplate(id)
  if (!version) return { asides: [{ what: 'an About text that is not in templates/boilerplate', text: id }] }
  return {
    ids: [id],
    matches: [{ id, how: 'known', differences: [] }],
    words: [id, textOfBoilerplate(version, room, day, language)],
  }
}

async function placeSection(section: Section, around: Around): Promise<Partial<Placed>> {
  const { room, day, language } = around
  const match = matchBoilerplate(section, room, day, language)
  if (match) {
    const { id, how, differences, words } = match
    const remarks: Remark[] = differences.map((text) => ({ text: `${id}, ${text}`, field: 'about' }))
    const own = differences.flatMap((text) =>
      [...text.matchAll(/(?:the source has|only the source has) "([^"]*)"/g)].map(([, one = '']) => one),
    )
    return { ids: [id], matches: [{ id, how, differences }], remarks, words: [words, ...own] }
  }
  const id = await slugFrom(section.title, language)
  const tag = language === room.settings.language ? '' : `.${language.split('-')[0]}`
  const file = `templates/boilerplate/${id}${tag}.md`
  const text = `---\n${fieldText('title', section.title)}\n---\n\n${markdownOf(section.blocks)}\n`
  const heading: Block = { kind: 'heading', level: 2, runs: [{ text: section.title }] }
  const isThere = room.boilerplate(id).some((one) => sameLanguage(one.language, language))
  const remark: Block = {
    kind: 'remark',
    text: isThere
      ? `${file} has another text: take that, with \`boilerplate: [${id}]\`, or give this one a file of its own`
      : `this is not in templates/boilerplate yet; import with --add puts it into ${file}`,
  }
  const found: Match = isThere ? { id, how: 'other', differences: [] } : { id, how: 'new', differences: [], file, text }
  return { matches: [found], blocks: [remark, heading, ...section.blocks] }
}
