import type { Day } from '../calendar/day.ts'
import { readMoment, type Moment } from '../calendar/moment.ts'
import { wallClock, type Instant } from '../calendar/zone.ts'
import { classifyLink } from '../markdown/links.ts'
import { parseInline, type Dialect } from '../markdown/parse.ts'
import { plainText, type Document, type Inline } from '../markdown/tree.ts'
import { boilerplateOn } from '../press-room/boilerplate.ts'
import { contactOn, type Contact } from '../press-room/contacts.ts'
import { factOn } from '../press-room/facts.ts'
import { fallbacks, inLanguage, type Language, type Localized } from '../press-room/language.ts'
import { dateInWords, fill, momentInWords, word, type Locale } from '../press-room/locale.ts'
import type { PressRoom } from '../press-room/press-room.ts'
import { diagnose, hasErrors, type Diagnostic, type Outcome } from '../source/diagnostic.ts'
import { didYouMean } from '../source/nearest.ts'
import { isMap } from '../source/schema.ts'
import type { Position, SourceText } from '../source/text.ts'
import { fieldText, readBody, readLine, readSharedBody, type Reading } from './body.ts'
import type { Fault, Vocabulary } from './expand.ts'
import type { Kind, ReleaseFields } from './fields.ts'
import { mediaPath, type MediaFile } from './media.ts'
import { readPhone, type Phone } from './phone.ts'
import type { Release } from './read.ts'
import { shelfOf, statusAt, type Shelf, type Status } from './status.ts'

/** A person to ask, as of the release's day and in its language. */
export interface ContactDetails {
  readonly name: string
  readonly role: string
  readonly organization: string
  readonly phone: Phone | undefined
  readonly mobile: Phone | undefined
  readonly hours: string
  readonly email: string
}

export interface ContactGroup {
  readonly location: string
  readonly contacts: readonly ContactDetails[]
}

export interface About {
  readonly id: string
  readonly title: string
  readonly document: Document
}

/** A picture that front matter describes, or that a body names. */
export interface Medium {
  readonly src: string
  readonly file: MediaFile | undefined
  readonly alt: string
  readonly caption: string
  readonly credit: string
  readonly rights: string
}

export interface Attachment {
  /** A path beside the release, or a full address. */
  readonly href: string
  readonly title: string
  readonly file: MediaFile | undefined
}

export interface Translation {
  readonly language: Language
  readonly headline: string
  /** Whether this is the one that stands in the release's folder itself. */
  readonly isOriginal: boolean
}

export interface Correction {
  readonly day: Day
  readonly date: string
  readonly text: readonly Inline[]
}

export interface Event {
  readonly starts: string
  readonly ends: string
  readonly place: string
  readonly address: string
  readonly online: string
  readonly registration: readonly Inline[]
}

/** A release with everything that it needs: nothing in it is looked up any more, and every format reads it alike. */
export interface ResolvedRelease {
  readonly source: SourceText
  readonly slug: string
  readonly aliases: readonly string[]
  readonly language: Language
  readonly isOriginal: boolean
  readonly locale: Locale
  readonly kind: Kind
  readonly number: string
  readonly status: Status
  readonly shelf: Shelf
  readonly releaseLine: string
  readonly date: Day
  readonly dateInWords: string
  /** The instant it goes out or went out, where more than the day is known. */
  readonly published: Instant | undefined
  readonly headline: readonly Inline[]
  readonly subheadline: readonly Inline[]
  readonly summary: readonly Inline[]
  readonly subject: string
  readonly contactGroups: readonly ContactGroup[]
  readonly corrections: readonly Correction[]
  /** The notice that stands in place of the body, where the release is withdrawn. */
  readonly withdrawal: { readonly day: Day; readonly notice: string; readonly reason: readonly Inline[] } | undefined
  readonly event: Event | undefined
  readonly body: Document
  readonly spokespeople: NonNullable<ReleaseFields['spokespeople']>
  readonly organizations: NonNullable<ReleaseFields['organizations']>
  readonly research: ReleaseFields['research']
  readonly notes: Document
  /** The files beside the release that it shows, offers or links to, by the path it names them by. */
  readonly files: ReadonlyMap<string, MediaFile>
  /** What front matter says of pictures, by the path they are named by. */
  readonly media: ReadonlyMap<string, Medium>
  /** The pictures that front matter lists and the body does not show. */
  readonly gallery: readonly Medium[]
  readonly attachments: readonly Attachment[]
  readonly links: NonNullable<ReleaseFields['links']>
  readonly boilerplate: readonly About[]
  readonly endMark: string
  readonly tags: readonly string[]
  readonly translations: readonly Translation[]
}

export interface ResolveContext {
  readonly room: PressRoom
  readonly now: Instant
  /** The releases that are this one in other languages, with itself. */
  readonly group: readonly Release[]
  /** Files beside the release, by the path they are named by. */
  readonly media: ReadonlyMap<string, MediaFile>
}

/** What a translation takes from its original where it does not say it itself: all that is not words. */
const shared = [
  'embargo',
  'draft',
  'withdrawn',
  'contacts',
  'boilerplate',
  'kind',
  'number',
  'tags',
  'aliases',
  'event',
] as const

export const originalOf = (release: Release, group: readonly Release[]): Release | undefined =>
  group.find((one) => one !== release && one.name.language === undefined && one.fields.translationOf === undefined)

export const isTranslation = (release: Release, group: readonly Release[]): boolean =>
  (release.name.language !== undefined || release.fields.translationOf !== undefined) &&
  originalOf(release, group) !== undefined

/** The folder of a release in the output: that of its original. */
export const slugOf = (release: Release, group: readonly Release[]): string =>
  release.fields.slug ?? (isTranslation(release, group) ? (originalOf(release, group) ?? release).slug : release.slug)

/** The status of a release at an instant, and nothing else of it. */
export function releaseStatus(
  release: Release,
  { group, now, room }: Pick<ResolveContext, 'group' | 'now' | 'room'>,
): Status {
  const fields = inherited(release, group)
  const original = originalOf(release, group)
  const date = release.date ?? original?.date ?? ('9999-12-31' as Day)
  const embargo = release.embargo ?? (release.fields.embargo === undefined ? original?.embargo : undefined)
  const timing = { draft: fields.draft ?? false, withdrawn: fields.withdrawn !== undefined, embargo, date }
  return statusAt({ ...timing, time: release.time ?? original?.time }, now, room.settings.timeZone)
}

function inherited(release: Release, group: readonly Release[]): ReleaseFields {
  if (!isTranslation(release, group)) return release.fields
  const original = originalOf(release, group)
  const taken = shared.filter((key) => release.fields[key] === undefined && original?.fields[key] !== undefined)
  return { ...release.fields, ...Object.fromEntries(taken.map((key) => [key, original?.fields[key]])) }
}

/** Takes from the press room what a release needs, as of its day and in its language. */
export function resolveRelease(release: Release, context: ResolveContext): Outcome<ResolvedRelease> {
  const { room, group, media } = context
  const { source, yaml, language } = release
  const original = originalOf(release, group)
  const fields = inherited(release, group)
  const diagnostics: Diagnostic[] = []
  const at = (path: readonly (string | number)[], { code, message, hint }: Fault): void => {
    const [field] = path as [keyof ReleaseFields]
    const holder = original && fields[field] !== release.fields[field] ? original : release
    diagnostics.push(diagnose(holder.source, holder.yaml.valueAt(path), code, message, { hint }))
  }
  const keep = <T>(outcome: Outcome<T>): T | undefined => {
    diagnostics.push(...outcome.diagnostics)
    return outcome.value
  }

  const given = release.date ?? (isTranslation(release, group) ? original?.date : undefined)
  if (given === undefined && !hasField(release, 'date'))
    at([], { code: 'missing-value', message: 'Missing date', hint: 'add the day it goes out: date: 2020-04-09' })
  const date = given ?? release.name.day ?? wallClock(context.now, 'UTC').day
  const locale = keep(room.locale(language))
  if (locale === undefined) return { diagnostics }

  const dialect: Dialect = { quotes: locale.quotes, rawHtml: room.settings.rawHtml }
  const vocabulary = vocabularyOf(room, date, language)
  const reading: Reading = { dialect, vocabulary, media }
  const line = (text: string | undefined, path: readonly (string | number)[]): readonly Inline[] =>
    text === undefined ? [] : (keep(readLine(text, source, () => yaml.valueAt(path), reading)) ?? [])
  const words = (text: string | undefined, path: readonly (string | number)[]): string => plainText(line(text, path))

  const status = releaseStatus(release, context)
  const embargo = release.embargo ?? original?.embargo
  const withdrawal = fields.withdrawn && {
    day: fields.withdrawn.date,
    notice: word(locale, 'withdrawn-on', { date: dateInWords(locale, fields.withdrawn.date) }),
    reason: line(release.fields.withdrawn?.reason, ['withdrawn', 'reason']),
  }
  const place = fields.dateline
  const dateline = place === undefined ? undefined : datelineOf(room, locale, place, date, dialect)
  const written = keep(readBody(source, release.bodyStart, source.text.length, reading)) ?? {
    blocks: [],
    footnotes: [],
  }
  const bodyMedia = mediaOf(fields, written, media, words, at)
  const headline = line(fields.headline, ['headline'])
  const title = plainText(headline)
  const subject = fields.subject === undefined ? title : words(fields.subject, ['subject'])

  const value: ResolvedRelease = {
    source,
    slug: slugOf(release, group),
    aliases: fields.aliases ?? [],
    language,
    isOriginal: !isTranslation(release, group),
    locale,
    kind: fields.kind ?? 'press-release',
    number: fields.number ?? '',
    status,
    shelf: shelfOf(status),
    releaseLine: releaseLineOf(status, locale, room),
    date,
    dateInWords: dateInWords(locale, date),
    published: embargo?.instant ?? release.time?.instant,
    headline,
    subheadline: line(fields.subheadline, ['subheadline']),
    summary: line(fields.summary, ['summary']),
    subject: status.kind === 'embargoed' ? `${word(locale, 'embargoed')}: ${subject}` : subject,
    contactGroups: contactGroupsOf(fields.contacts ?? room.settings.house.contact, release, context, date, at),
    corrections: (fields.corrections ?? []).map(({ date: day, text }, i) => ({
      day,
      date: dateInWords(locale, day),
      text: line(text, ['corrections', i, 'text']),
    })),
    withdrawal,
    event: fields.event && eventOf(fields.event, locale, room, line, at),
    body: withdrawal ? { blocks: [], footnotes: [] } : withDateline(written, dateline),
    spokespeople: fields.spokespeople ?? [],
    organizations: fields.organizations ?? [],
    research: fields.research,
    notes: notesOf(fields.notes ?? [], release, reading, keep),
    files: media,
    media: bodyMedia.all,
    gallery: withdrawal ? [] : bodyMedia.gallery,
    attachments: withdrawal ? [] : attachmentsOf(fields, media, at),
    links: withdrawal ? [] : (fields.links ?? []),
    boilerplate: aboutOf(withdrawal ? [] : (fields.boilerplate ?? room.settings.house.boilerplate), {
      room,
      date,
      language,
      reading,
      at,
      keep,
    }),
    endMark: room.settings.house.endMark ?? locale.endMark,
    tags: fields.tags ?? [],
    translations: translationsOf(release, context, shelfOf(status), dialect),
  }
  return given === undefined || hasErrors(diagnostics) ? { diagnostics } : { value, diagnostics }
}

/** Whether a field is there at all, be it wrong. Front matter that is no map may have meant any. */
const hasField = ({ yaml: { value } }: Release, name: string): boolean =>
  value !== undefined && (!isMap(value) || Object.hasOwn(value as object, name))

type At = (path: readonly (string | number)[], fault: Fault) => void

/** The line at the very top: whether and from when this may be published. */
function releaseLineOf(status: Status, locale: Locale, room: PressRoom): string {
  switch (status.kind) {
    case 'draft':
      return word(locale, 'draft')
    case 'withdrawn':
      return word(locale, 'withdrawn')
    case 'embargoed':
      return word(locale, 'embargoed-until', { moment: momentsInWords(locale, status.until, room) })
    case 'scheduled':
    case 'public':
      return word(locale, 'immediate')
  }
}

/** An embargo in its own zone and, where the house wants it, in a second one: computed, with its own date. */
function momentsInWords(locale: Locale, moment: Moment, room: PressRoom): string {
  const own = momentInWords(locale, moment)
  const { secondZone } = room.settings.house
  if (secondZone === undefined || secondZone === moment.zone) return own
  const there = wallClock(moment.instant, secondZone)
  const second = momentInWords(locale, { day: there.day, time: there.time, zone: secondZone, instant: moment.instant })
  return `${own} / ${second}`
}

function vocabularyOf(room: PressRoom, day: Day, language: Language): Vocabulary {
  return {
    language,
    fact(name) {
      const fact = factOn(room.facts, name, day)
      if (fact.status === 'known') return { value: inLanguage(fact.value, language, room.settings.language) }
      if (fact.status === 'unknown') {
        const hint = didYouMean(name, Object.keys(room.facts)) ?? 'facts are in templates/facts.yaml'
        return { code: 'unknown-fact', message: `Unknown fact "${name}"`, hint }
      }
      const hint = `add a value to templates/facts.yaml that holds from ${day} or earlier`
      return { code: 'fact-not-yet', message: `No value of "${name}" for ${day}, the first is of ${fact.from}`, hint }
    },
    boilerplate(id) {
      const found = boilerplateOn(room.boilerplate, id, day, language)
      return found.status === 'there' ? found.boilerplate : boilerplateFault(room, id, day, language, found)
    },
  }
}

function boilerplateFault(
  room: PressRoom,
  id: string,
  day: Day,
  language: Language,
  found: Exclude<ReturnType<typeof boilerplateOn>, { status: 'there' }>,
): Fault {
  switch (found.status) {
    case 'unknown': {
      const hint =
        didYouMean(id, new Set(room.boilerplate.map((one) => one.id))) ?? `add templates/boilerplate/${id}.md`
      return { code: 'unknown-boilerplate', message: `Unknown boilerplate "${id}"`, hint }
    }
    case 'not-yet': {
      const hint = `add templates/boilerplate/${id}/${day}.md, or an earlier version`
      return {
        code: 'boilerplate-not-yet',
        message: `No version of "${id}" for ${day}, the first is of ${found.from}`,
        hint,
      }
    }
    case 'not-in-language':
      return {
        code: 'missing-translation',
        message: `Missing translation of "${id}" into ${language}`,
        hint: `add ${found.mend}`,
      }
  }
}

interface AboutContext {
  readonly room: PressRoom
  readonly date: Day
  readonly language: Language
  readonly reading: Reading
  readonly at: At
  readonly keep: <T>(outcome: Outcome<T>) => T | undefined
}

function aboutOf(ids: readonly string[], { room, date, language, reading, at, keep }: AboutContext): About[] {
  return ids.flatMap((id, i) => {
    const found = boilerplateOn(room.boilerplate, id, date, language)
    if (found.status !== 'there') {
      at(['boilerplate', i], boilerplateFault(room, id, date, language, found))
      return []
    }
    const { source, bodyStart, title } = found.boilerplate
    const document = keep(readSharedBody(source, bodyStart, reading))
    return document ? [{ id, title, document }] : []
  })
}

function contactGroupsOf(
  ids: readonly string[],
  release: Release,
  { room }: ResolveContext,
  date: Day,
  at: At,
): ContactGroup[] {
  const groups = new Map<string, ContactDetails[]>()
  const say = (text: Localized | undefined): string =>
    text === undefined ? '' : inLanguage(text, release.language, room.settings.language)
  for (const [i, id] of ids.entries()) {
    const found = contactOn(room.contacts, id, date)
    if (found.status !== 'there') {
      at(['contacts', i], contactFault(room, id, date, found))
      continue
    }
    const location = say(found.contact.location)
    const details = detailsOf(found.contact, say)
    const group = groups.get(location)
    if (group) group.push(details)
    else groups.set(location, [details])
  }
  return [...groups].map(([location, contacts]) => ({ location, contacts }))
}

function detailsOf(contact: Contact, say: (text: Localized | undefined) => string): ContactDetails {
  return {
    name: say(contact.name),
    role: say(contact.role),
    organization: say(contact.organization),
    phone: contact.phone === undefined ? undefined : readPhone(contact.phone),
    mobile: contact.mobile === undefined ? undefined : readPhone(contact.mobile),
    hours: say(contact.hours),
    email: contact.email ?? '',
  }
}

function contactFault(
  room: PressRoom,
  id: string,
  day: Day,
  found: Exclude<ReturnType<typeof contactOn>, { status: 'there' }>,
): Fault {
  switch (found.status) {
    case 'unknown': {
      const near = didYouMean(id, Object.keys(room.contacts))
      const hint = `${near ? `${near} ` : ''}contacts are in templates/contacts.yaml`
      return { code: 'unknown-contact', message: `Unknown contact "${id}"`, hint }
    }
    case 'gone': {
      const hint = 'name somebody else, or correct `until` in templates/contacts.yaml'
      return { code: 'contact-not-there', message: `The contact "${id}" left on ${found.until}, before ${day}`, hint }
    }
    case 'not-yet': {
      const hint = 'name somebody else, or correct `from` in templates/contacts.yaml'
      return { code: 'contact-not-there', message: `The contact "${id}" came on ${found.from}, after ${day}`, hint }
    }
  }
}

/** The dateline in the style of the house: `**{place}** —`. */
function datelineOf(room: PressRoom, locale: Locale, place: string, day: Day, dialect: Dialect): readonly Inline[] {
  const pattern = room.settings.house.dateline ?? locale.dateline
  const plain = place.replace(/[\\`*_[\]<>{}]/g, '\\$&')
  const values = { place: plain, PLACE: plain.toLocaleUpperCase(locale.language), date: dateInWords(locale, day) }
  return parseInline(fill(pattern, values), dialect)
}

/** The dateline runs into the first paragraph; before anything else it stands alone. */
function withDateline(document: Document, dateline: readonly Inline[] | undefined): Document {
  if (dateline === undefined) return document
  const [first, ...rest] = document.blocks
  const node: Inline = { type: 'dateline', children: dateline }
  if (first?.type === 'paragraph')
    return { ...document, blocks: [{ ...first, children: [node, ...first.children] }, ...rest] }
  return {
    ...document,
    blocks: [{ type: 'paragraph', children: [node], tight: false, lines: [0, 0] }, ...document.blocks],
  }
}

function notesOf(
  notes: readonly string[],
  release: Release,
  reading: Reading,
  keep: <T>(outcome: Outcome<T>) => T | undefined,
): Document {
  if (notes.length === 0) return { blocks: [], footnotes: [] }
  const text = notes.join('\n\n')
  const parts = notes.map((note, i) => {
    const start = notes.slice(0, i).reduce((sum, { length }) => sum + length + 2, 0)
    return { start, source: fieldText(note, release.source, release.yaml.valueAt(['notes', i])) }
  })
  const between = (from: number, to: number): Position => {
    const { start, source } = parts.findLast((part) => part.start <= from) ?? { start: 0, source: release.source }
    return source.between(from - start, to - start)
  }
  return keep(readBody({ ...release.source, text, between }, 0, text.length, reading)) ?? { blocks: [], footnotes: [] }
}

function mediaOf(
  fields: ReleaseFields,
  body: Document,
  files: ReadonlyMap<string, MediaFile>,
  words: (text: string | undefined, path: readonly (string | number)[]) => string,
  at: At,
): { all: ReadonlyMap<string, Medium>; gallery: readonly Medium[] } {
  const all = new Map<string, Medium>()
  for (const [i, { src, alt = '', caption, credit, rights = '' }] of (fields.media ?? []).entries()) {
    const path = mediaPath(src)
    const file = path === undefined ? undefined : files.get(path)
    const shown = {
      alt,
      caption: words(caption, ['media', i, 'caption']),
      credit: words(credit, ['media', i, 'credit']),
      rights,
    }
    if (path !== undefined && file) all.set(path, { src: path, file, ...shown })
    else if (/^https?:\/\//i.test(src)) all.set(src, { src, file: undefined, ...shown })
    else
      at(['media', i, 'src'], {
        code: 'missing-media',
        message: `${isRefused(src) ? 'Refused' : 'Missing'} picture "${src}"`,
        hint: 'put the file beside the release, or correct the path',
      })
  }
  if (all.size === 0) return { all, gallery: [] }
  const inBody = new Set(picturesOf(body))
  return { all, gallery: [...all.values()].filter(({ src }) => !inBody.has(src)) }
}

/** Whether a path leads out of the release's folder, or is an address of a kind that nobody can open. */
const isRefused = (src: string): boolean => classifyLink(src) === 'refused'

/** The paths of the pictures that a body shows. */
function picturesOf({ blocks, footnotes }: Document): string[] {
  const found: string[] = []
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) for (const item of node) walk(item)
    else if (typeof node === 'object' && node !== null) {
      if ('src' in node && typeof node.src === 'string') found.push(mediaPath(node.src) ?? node.src)
      for (const value of Object.values(node)) if (typeof value === 'object') walk(value)
    }
  }
  walk(blocks)
  walk(footnotes)
  return found
}

function attachmentsOf(fields: ReleaseFields, files: ReadonlyMap<string, MediaFile>, at: At): Attachment[] {
  return (fields.attachments ?? []).flatMap((attachment, i): Attachment[] => {
    if ('url' in attachment) return [{ href: attachment.url, title: attachment.title, file: undefined }]
    const path = mediaPath(attachment.src)
    const file = path === undefined ? undefined : files.get(path)
    if (path !== undefined && file) return [{ href: path, title: attachment.title, file }]
    const hint = 'put the file beside the release, or correct the path'
    const message = `${isRefused(attachment.src) ? 'Refused' : 'Missing'} file "${attachment.src}"`
    at(['attachments', i, 'src'], { code: 'missing-media', message, hint })
    return []
  })
}

function eventOf(
  event: NonNullable<ReleaseFields['event']>,
  locale: Locale,
  room: PressRoom,
  line: (text: string | undefined, path: readonly (string | number)[]) => readonly Inline[],
  at: At,
): Event {
  const when = (text: string | undefined, key: string): string => {
    if (text === undefined) return ''
    const withTime = /\d[T ]\s*\d/.test(text)
    const read = readMoment(withTime ? text : `${text} 00:00 UTC`, room.settings.timeZone)
    if ('fault' in read) {
      at(['event', key], { code: read.code, message: read.fault, hint: read.hint })
      return ''
    }
    return withTime ? momentInWords(locale, read.moment) : dateInWords(locale, read.moment.day)
  }
  return {
    starts: when(event.starts, 'starts'),
    ends: when(event.ends, 'ends'),
    place: plainText(line(event.place, ['event', 'place'])),
    address: plainText(line(event.address, ['event', 'address'])),
    online: event.online ?? '',
    registration: line(event.registration, ['event', 'registration']),
  }
}

/** The other languages that a reader of this page may see: a public page never names one that is still kept apart. */
function translationsOf(release: Release, context: ResolveContext, shelf: Shelf, dialect: Dialect): Translation[] {
  return context.group
    .filter((one) => shelfOf(releaseStatus(one, context)) === shelf || one === release)
    .map((one) => ({
      language: one.language,
      headline: plainText(parseInline(one.fields.headline, dialect)),
      isOriginal: !isTranslation(one, context.group),
    }))
}

/** The language's own name for itself, as a reader of it would look for it. */
export function languageName(language: Language): string {
  const [tag = language] = fallbacks(language).slice(-1)
  const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag
  const [first = ''] = name
  return first.toLocaleUpperCase(tag) + name.slice(first.length)
}
