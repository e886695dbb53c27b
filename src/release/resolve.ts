import { wallClock } from '../calendar/zone.ts'
import type { Dialect } from '../markdown/parse.ts'
import { type Document, type Inline, plainText } from '../markdown/tree.ts'
import { dateInWords, word } from '../press-room/locale.ts'
import { type Diagnostic, type Outcome, hasErrors } from '../source/diagnostic.ts'
import { isMap } from '../source/schema.ts'
import type { Position } from '../source/text.ts'
import { aboutOf, vocabularyOf } from './about.ts'
import { type Reading, fieldText, readBody, readLine } from './body.ts'
import { datelineOf, withDateline } from './dateline.ts'
import { eventOf } from './event.ts'
import { type Fault, diagnosed } from './fault.ts'
import type { ReleaseFields } from './fields.ts'
import { attachmentsOf, filesNamedIn, mediaOf } from './handouts.ts'
import { contactGroupsOf } from './people.ts'
import { emptyBody, isBlank, type Release } from './read.ts'
import { markedSubject, releaseLineOf } from './release-line.ts'
import type { ResolvedRelease } from './resolved.ts'
import { shelfOf } from './status.ts'
import {
  type ResolveContext,
  inherited,
  isTranslation,
  originalOf,
  releaseStatus,
  slugOf,
  timeOf,
  translationsOf,
} from './translation.ts'

/** Takes from the press room what a release needs, as of its day and in its language. */
export function resolveRelease(release: Release, context: ResolveContext): Outcome<ResolvedRelease> {
  const { room, group, media } = context
  const { source, yaml, language } = release
  const original = originalOf(release, group)
  const fields = shownFields(inherited(release, group))
  const diagnostics: Diagnostic[] = []
  const at = (path: readonly (string | number)[], fault: Fault): void => {
    const [field] = path as [keyof ReleaseFields]
    const holder = original && fields[field] !== release.fields[field] ? original : release
    diagnostics.push(...diagnosed(holder.source, holder.yaml.valueAt(path), fault))
  }
  const keep = <T>(outcome: Outcome<T>): T | undefined => {
    diagnostics.push(...outcome.diagnostics)
    return outcome.value
  }

  const given = release.date ?? (isTranslation(release, group) ? original?.date : undefined)
  if (given === undefined && !hasField(release, 'date')) at([], missingDate(release))
  const date = given ?? release.name.day ?? wallClock(context.now, 'UTC').day
  const locale = keep(room.locale(language))
  if (locale === undefined) return { diagnostics }

  const dialect: Dialect = { quotes: locale.quotes, rawHtml: room.settings.rawHtml }
  const vocabulary = vocabularyOf(room, date, language)
  const reading: Reading = { dialect, vocabulary, media }
  const line = (text: string | undefined, path: readonly (string | number)[]): readonly Inline[] =>
    text === undefined ? [] : (keep(readLine(text.trimEnd(), source, () => yaml.valueAt(path), reading)) ?? [])
  const words = (text: string | undefined, path: readonly (string | number)[]): string => plainText(line(text, path))

  const status = releaseStatus(release, context)
  const embargo = release.embargo ?? original?.embargo
  const withdrawal = fields.withdrawn && {
    day: fields.withdrawn.date,
    notice: word(locale, 'withdrawn-on', { date: dateInWords(locale, fields.withdrawn.date) }),
    reason: line(release.fields.withdrawn?.reason, ['withdrawn', 'reason']),
  }
  const inWords = dateInWords(locale, date)
  const place = fields.dateline
  const dateline = place === undefined ? undefined : datelineOf(room, locale, place, inWords, dialect)
  const read = withdrawal ? undefined : readBody(source, release.bodyStart, source.text.length, reading)
  const written = (read && keep(read)) ?? nothing
  // Nothing but comments; where there is not even one, it is known already.
  if (read && written.blocks.length === 0 && !hasErrors(read.diagnostics) && !isBlank(source, release))
    diagnostics.push(emptyBody(source, release.bodyStart))
  const bodyMedia = mediaOf(fields, written, media, words, at)
  const headline = line(fields.headline, ['headline'])
  const title = plainText(headline)
  const subject = fields.subject === undefined ? title : words(fields.subject, ['subject'])
  const subjectField = fields.subject === undefined ? 'headline' : 'subject'
  const corrections = (fields.corrections ?? []).map(({ date: day, text }, i) => ({
    day,
    date: dateInWords(locale, day),
    text: line(text, ['corrections', i, 'text']),
  }))

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
    dateInWords: inWords,
    published: embargo?.instant ?? timeOf(release, group)?.instant,
    headline,
    subheadline: line(fields.subheadline, ['subheadline']),
    summary: line(fields.summary, ['summary']),
    subject: markedSubject(subject, status, corrections.length > 0, locale),
    subjectWords: subject,
    subjectField,
    subjectAt: () => yaml.valueAt([subjectField]),
    contactGroups: contactGroupsOf(fields.contacts ?? room.settings.house.contact, release, context, date, at),
    corrections,
    withdrawal,
    event: fields.event && eventOf(fields.event, locale, room, line, at),
    body: withdrawal ? nothing : withDateline(written, dateline),
    spokespeople: fields.spokespeople ?? [],
    organizations: fields.organizations ?? [],
    research: fields.research,
    notes: notesOf(fields.notes ?? [], release, reading, keep),
    files: withdrawal ? filesNamedIn(withdrawal.reason, media.files) : media.files,
    media: bodyMedia.all,
    gallery: bodyMedia.gallery,
    attachments: attachmentsOf(fields, media, at),
    links: fields.links ?? [],
    boilerplate: aboutOf(fields.boilerplate ?? room.settings.house.boilerplate, {
      room,
      date,
      language,
      reading,
      at,
      keep,
    }),
    endMark: room.settings.house.endMark ?? locale.endMark,
    tags: fields.tags ?? [],
    translations: translationsOf(release, context, shelfOf(status)),
  }
  return given === undefined || hasErrors(diagnostics) ? { diagnostics } : { value, diagnostics }
}

const nothing: Document = { blocks: [], footnotes: [] }

/** What a withdrawn release still says: whom to ask, and what tells which release it is. */
const leftOfWithdrawn = ['withdrawn', 'contacts', 'kind', 'number', 'organizations', 'aliases'] as const

/** The fields that are handed out: all, or those that a withdrawal leaves beside its notice. */
const shownFields = (fields: ReleaseFields): ReleaseFields =>
  fields.withdrawn
    ? {
        headline: fields.headline,
        boilerplate: [],
        ...Object.fromEntries(leftOfWithdrawn.map((name) => [name, fields[name]])),
      }
    : fields

/** A translation has its date from its original: without one it may have been left behind when that was renamed. */
function missingDate({ name: { language }, source: { file } }: Release): Fault {
  const hint = 'add the day it goes out: date: 2020-04-09'
  if (language === undefined) return { code: 'missing-value', message: 'Missing date', hint }
  const original = file.replace(/^.*\//, '').replace(/\.[^.]+(?=\.[^.]+$)/, '')
  return {
    code: 'unknown-original',
    message: `Unknown original "${original}"`,
    hint: `name this file after its original; or, if it is none's translation, ${hint}`,
  }
}

/** Whether a field is there at all, be it wrong. Front matter that is no map may have meant any. */
const hasField = ({ yaml: { value } }: Release, name: string): boolean =>
  value !== undefined && (!isMap(value) || Object.hasOwn(value as object, name))

function notesOf(
  notes: readonly string[],
  release: Release,
  reading: Reading,
  keep: <T>(outcome: Outcome<T>) => T | undefined,
): Document {
  if (notes.length === 0) return nothing
  const text = notes.join('\n\n')
  const parts = notes.map((note, i) => {
    const start = notes.slice(0, i).reduce((sum, { length }) => sum + length + 2, 0)
    return { start, source: fieldText(note, release.source, release.yaml.valueAt(['notes', i])) }
  })
  const between = (from: number, to: number): Position => {
    const { start, source } = parts.findLast((part) => part.start <= from) ?? { start: 0, source: release.source }
    return source.between(from - start, to - start)
  }
  return keep(readBody({ ...release.source, text, between }, 0, text.length, reading)) ?? nothing
}
