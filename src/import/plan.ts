import { isDay, type Day } from '../calendar/day.ts'
import { parseMarkdown } from '../markdown/parse.ts'
import { renderText } from '../markdown/text.ts'
import type { PressRoom } from '../press-room/press-room.ts'
import { readLanguage, sameLanguage, type Language } from '../press-room/language.ts'
import { slugFrom } from '../release/slug.ts'
import type { Context, Draft, Remark, Taken } from './draft.ts'
import { words } from './fold-text.ts'
import type { Aside, Block, Manuscript } from './manuscript.ts'
import { isText } from './manuscript.ts'
import { missingWords } from './nothing-lost.ts'
import { placeContacts, placeSections, type Placed } from './place.ts'
import { placePictures } from './place-pictures.ts'
import { recognize } from './recognize/recognize.ts'
import type { ImportedRelease } from './report.ts'
import { frontMatterOf, type Front } from './write/front-matter.ts'
import { commentOf, markdownOf } from './write/markdown.ts'
import { inline } from './write/inline.ts'
import { guessLanguage } from './words/words.ts'

/** A release as it is to be written, with what comes with it. */
export interface Plan extends Omit<ImportedRelease, 'written' | 'source' | 'media'> {
  /** By their paths from the press room. */
  readonly enclosures: ReadonlyMap<string, Uint8Array>
}

export interface PlanOptions {
  /** The name of the source; its date and its language may stand in it. */
  readonly name: string
  /** The release's path from the press room, where it is not to be made of its date and its headline. */
  readonly out?: string | undefined
}

/** Makes a release of a manuscript, with the words and people of a press room. Reads and writes nothing. */
export async function planRelease(room: PressRoom, manuscript: Manuscript, { name, out }: PlanOptions): Promise<Plan> {
  const context = contextOf(room, manuscript, name)
  const { language } = context
  const reading = recognize(manuscript, context)
  const day = isDay(reading.draft.date?.slice(0, 10) ?? '')
    ? (reading.draft.date?.slice(0, 10) as Day)
    : ('9999-12-31' as Day)
  const contacts = await placeContacts(reading.draft.contacts, { room, day, language })
  const about = await placeSections(reading.draft.about, { room, day, language })
  const folder = out === undefined ? undefined : out.slice(0, Math.max(0, out.lastIndexOf('/')))
  const slug = reading.draft.slug ?? (await slugFrom(plainHeadline(reading.draft), language))
  const stem = [reading.draft.date?.slice(0, 10), slug].filter((part) => part !== undefined).join('-')
  const pictures = placePictures(manuscript, [...reading.blocks, ...reading.tail, ...about.blocks], reading.draft)
  const home = folder ?? (pictures.files.size === 0 ? 'releases' : `releases/${stem}`)
  const file = out ?? (pictures.files.size === 0 ? `releases/${stem}.md` : `${home}/index.md`)
  const remarks: Remark[] = [...reading.remarks, ...contacts.remarks, ...about.remarks, ...pictures.remarks]
  const blocks = pictures.renamed([
    ...reading.blocks,
    ...(reading.tail.length > 0
      ? [{ kind: 'remark' as const, text: 'what follows stood after the end of the text' }, ...reading.tail]
      : []),
    ...about.blocks,
  ])
  const front = frontOf({ ...reading.draft, ...pictures.draft }, { contacts, about, language, room, slug, file })
  if (contacts.ids.length === 0 && room.settings.house.contact.length > 0)
    remarks.push({
      text: 'the source names nobody to ask; take this line away for the contacts of the house',
      field: 'contacts',
    })
  if (about.ids.length === 0 && room.settings.house.boilerplate.length > 0)
    remarks.push({
      text: 'the source has no About text of this press room; take this line away for those of the house',
      field: 'about',
    })
  const asides = [...reading.asides, ...contacts.asides, ...about.asides, ...pictures.asides]
  const body = [markdownOf(blocks), notesText(manuscript, blocks)].filter((part) => part !== '').join('\n\n')
  const all = remarksInOrder(remarks)
  const taken = [...reading.taken, ...contacts.taken, ...about.taken]
  const lost = missingWords(manuscript.words, wordsKept(front, body, taken, [contacts, about], asides, all))
  const leftOver: Aside[] =
    lost.length === 0 ? asides : [...asides, { what: 'words that found no place', text: lost.join('\n') }]
  const comments = leftOver.map(({ what, text }) =>
    commentOf(`left over, ${what}:\n${text}\n`).replace(/ -->$/, '\n-->'),
  )
  return {
    file,
    text: `${frontMatterOf(front, all)}\n${[body, ...comments].filter((part) => part !== '').join('\n\n')}\n`,
    enclosures: new Map([...pictures.files].map(([one, bytes]) => [home === '' ? one : `${home}/${one}`, bytes])),
    contacts: contacts.matches,
    boilerplate: about.matches,
    understood: taken,
    remarks: [
      ...all.map(({ text }) => text),
      ...blocks.flatMap((block) => (block.kind === 'remark' ? block.text : [])),
    ],
    leftOver,
  }
}

const remarksInOrder = (remarks: readonly Remark[]): Remark[] =>
  remarks.filter((one, i) => remarks.findIndex(({ text }) => text === one.text) === i)

const plainHeadline = ({ headline = '' }: Draft): string => headline.replace(/[*_~`\\]/g, '')

/** The language of a text: as its name or its front matter says, or by its commonest words; the file itself only where these say nothing. */
function contextOf(room: PressRoom, manuscript: Manuscript, name: string): Context {
  const { settings } = room
  const typed = ['lang', 'language', 'locale']
    .map((key) => manuscript.fields[key])
    .find((value) => typeof value === 'string')
  const named = /\.([a-z]{2}(?:-[A-Za-z]{2})?)\.[^.]+$/.exec(name)?.[1]
  const said = readLanguage(String(typed ?? named ?? '').replace('_', '-'))
  const guessed = said ?? guessLanguage(words(manuscript.words)) ?? readLanguage(manuscript.language ?? '')
  const base = guessed ?? settings.language
  const isExact = said?.includes('-') ?? false
  const language = isExact
    ? base
    : sameLanguage(base, settings.language)
      ? settings.language
      : (said ?? base.split('-')[0] ?? base)
  const { organization } = settings
  const mastheads = [organization.name, organization.shortName ?? []].flatMap((one) =>
    typeof one === 'string' ? [one] : Object.values(one),
  )
  return {
    language,
    zone: settings.timeZone,
    mastheads,
    locale: room.locale(language).value,
    fileName: name,
    fields: manuscript.fields,
  }
}

interface FrontContext {
  readonly contacts: Placed
  readonly about: Placed
  readonly language: Language
  readonly room: PressRoom
  readonly slug: string
  readonly file: string
}

/** The fields that have something to say, in the order of the house. */
function frontOf(draft: Draft, { contacts, about, language, room, slug, file }: FrontContext): Front {
  const { house, language: usual } = room.settings
  const pairs: [string, unknown][] = [
    ['headline', draft.headline],
    ['subheadline', draft.subheadline],
    ['summary', draft.summary],
    ['date', draft.date],
    ['dateline', draft.dateline],
    ['embargo', draft.embargo],
    ['draft', draft.draft],
    ['contacts', contacts.ids.length > 0 || house.contact.length > 0 ? contacts.ids : undefined],
    ['boilerplate', about.ids.length > 0 || house.boilerplate.length > 0 ? about.ids : undefined],
    ['language', language === usual ? undefined : language],
    ['slug', file.includes(slug) ? undefined : draft.slug],
    ['aliases', draft.aliases],
    ['kind', draft.kind],
    ['number', draft.number],
    ['subject', draft.subject],
    ['tags', draft.tags],
    ['media', draft.media],
    ['attachments', draft.attachments],
    ['notes', draft.notes],
  ]
  const isSaid = ([key, value]: readonly [string, unknown]): boolean =>
    value !== undefined && (!Array.isArray(value) || value.length > 0 || key === 'contacts' || key === 'boilerplate')
  return pairs.filter(isSaid)
}

/** The footnotes that the text has marks of. */
function notesText(manuscript: Manuscript, blocks: readonly Block[]): string {
  const marks = new Set(
    blocks
      .flatMap((block) => (isText(block) ? block.runs : block.kind === 'table' ? block.rows.flat(2) : []))
      .flatMap(({ footnote }) => footnote ?? []),
  )
  return [...manuscript.footnotes]
    .filter(([id]) => marks.has(id))
    .map(([id, runs]) => `[^${id}]: ${inline(runs).replace(/\\?\n/g, '\n    ')}`)
    .join('\n')
}

/** Every text of a release, its people and its boilerplate, in which a word of the source may be. */
function wordsKept(
  front: Front,
  body: string,
  taken: readonly Taken[],
  placed: readonly Placed[],
  asides: readonly Aside[],
  remarks: readonly Remark[],
): string[] {
  const { document } = parseMarkdown(body.replaceAll('\\{{', '{ {').replace(/\[\^\d+\](?!:)/g, ' $& '), {
    quotes: ['“', '”', '‘', '’'],
    rawHtml: false,
  })
  const text = renderText(document, {
    wrap: undefined,
    ascii: false,
    link: () => undefined,
    caption: (_, alt, title) => `${alt} ${title}`,
  })
  const values = (value: unknown): string[] =>
    Array.isArray(value)
      ? value.flatMap(values)
      : typeof value === 'object' && value !== null
        ? Object.values(value).flatMap(values)
        : [String(value)]
  return [
    text,
    ...front.flatMap(([key, value]) =>
      key === 'contacts' || key === 'boilerplate' || key === 'date' || key === 'embargo' ? [] : values(value),
    ),
    ...taken.map((one) => one.text),
    ...placed.flatMap((one) => one.words),
    ...asides.map((one) => one.text),
    ...remarks.flatMap((one) => [...one.text.matchAll(/"([^"]*)"/g)].map(([, quoted = '']) => quoted)),
  ]
}
