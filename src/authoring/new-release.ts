import { speakerOf, type ReleaseGroup } from '../build/listed.ts'
import { releasesIn } from '../build/sources.ts'
import type { Day } from '../calendar/day.ts'
import { readMoment } from '../calendar/moment.ts'
import { wallClock, type Instant } from '../calendar/zone.ts'
import { readLanguage } from '../press-room/language.ts'
import { openPressRoom } from '../press-room/open.ts'
import type { PressRoom } from '../press-room/press-room.ts'
import { readReleaseName } from '../release/file-name.ts'
import { readRelease } from '../release/read.ts'
import { slugFrom } from '../release/slug.ts'
import { diagnose, hasErrors, type Diagnostic, type Outcome } from '../source/diagnostic.ts'
import { sourceText } from '../source/text.ts'
import { dayNamed } from './day-named.ts'
import { earlierRelease, type Earlier } from './from.ts'
import { houseOf } from './house.ts'
import { openingFields, type Begun } from './opening.ts'
import { oneLine, quoted, scalar } from './yaml-text.ts'
import { wordingOf } from './wording.ts'
import { fileExists, writeNew } from './write-new.ts'

export interface NewReleaseOptions {
  readonly headline: string
  /** The moment that counts as now, for the date of a release that is given none. */
  readonly now: Instant
  /**
   * The day it goes out: 2026-12-01, today, tomorrow, or the next of a weekday. Where it is not given, that of the embargo, or
   * today in the press room's zone.
   */
  readonly date?: string
  /** As `2026-12-01 09:00 Europe/Amsterdam`; without a zone in that of the press room. */
  readonly embargo?: string
  readonly kind?: 'press-release' | 'media-advisory' | 'statement' | 'joint'
  readonly language?: string
  readonly dateline?: string
  readonly slug?: string
  /** Whether the release is a folder, with room for pictures beside it. */
  readonly folder?: boolean
  /** An earlier release to begin from, by its path or its slug. */
  readonly from?: string
}

/** A release that was begun. */
export interface NewRelease {
  /** The path from the press room. */
  readonly file: string
  readonly slug: string
  readonly language: string
  /** As 2026-12-01. */
  readonly date: string
  /** Pictures and other files that were copied with an earlier release. */
  readonly copied: readonly string[]
}

/**
 * Begins a release in a press room: a draft with the fields of the house, and a body that shows the form of its kind, or that of an
 * earlier release. Overwrites nothing. Throws only what the disk throws when it is read.
 */
export async function createRelease(root: string, options: NewReleaseOptions): Promise<Outcome<NewRelease>> {
  const { value: room, ...faulty } = await openPressRoom(root)
  if (!room) return faulty
  const { value: groups, ...unread } = await releasesIn(root)
  if (!groups) return unread
  const { value: earlier, ...unfound } =
    options.from === undefined ? { diagnostics: [] } : earlierRelease(room, groups, options.from)
  if (unfound.diagnostics.length > 0) return unfound
  const settled = settle(options, room, earlier)
  if ('code' in settled) return { diagnostics: [settled] }
  const { day, language, headline } = settled
  const slug = options.slug ?? (await slugFrom(headline, language))
  const folder = options.folder ?? earlier?.isFolder ?? false
  const file = folder ? `releases/${day}-${slug}/index.md` : `releases/${day}-${slug}.md`
  const taken = takenBy(groups, `releases/${day}-${slug}`, slug)
  if (taken !== undefined) return { diagnostics: [fileExists(taken, 'give the new one another name with --slug')] }
  const text = earlier ? earlier.begin(settled) : freshRelease(room, groups, settled)
  const faults = faultsOf(file, text, slug, room)
  if (hasErrors(faults)) return { diagnostics: faults }
  const copied = (await earlier?.copies(file)) ?? new Map<string, Uint8Array>()
  const failed = writeNew(room.root, new Map<string, string | Uint8Array>([[file, text], ...copied]))
  if (failed.length > 0) return { diagnostics: failed }
  const lacking = room.locale(language).diagnostics.map((one) => ({ ...one, severity: 'warning' as const }))
  const value = { file, slug, language, date: day, copied: [...copied.keys()] }
  return { value, diagnostics: [...faults, ...lacking] }
}

/** What a release is begun with, from what was asked for; or what is wrong with that. */
function settle(options: NewReleaseOptions, room: PressRoom, earlier: Earlier | undefined): Begun | Diagnostic {
  const { embargo, kind, dateline, date } = options
  const asked = options.language === undefined ? undefined : readLanguage(options.language)
  if (options.language !== undefined && asked === undefined)
    return wrong(`No such language tag, "${options.language}"`, 'write it as en, fr-CA or ar')
  const language = earlier?.language ?? asked ?? room.settings.language
  if (asked !== undefined && asked !== language)
    return wrong(
      `The earlier release is in ${language}, not in ${asked}`,
      'leave the language out, or begin a translation',
    )
  const day = dayOf(options, room)
  if (day === undefined) return wrong(`No such day, "${date}"`, 'write it as 2026-12-01')
  const given = { ...(embargo && { embargo }), ...(kind && { kind }), ...(dateline && { dateline }) }
  return { headline: oneLine(options.headline), day, language, ...given }
}

function dayOf({ date, embargo, now }: NewReleaseOptions, { settings }: PressRoom): Day | undefined {
  const zone = settings.timeZone ?? 'UTC'
  const today = wallClock(now, zone).day
  if (date !== undefined) return dayNamed(date, today)
  const read = embargo === undefined ? undefined : readMoment(embargo, zone)
  return read && 'moment' in read ? read.moment.day : today
}

const wrong = (message: string, hint: string): Diagnostic =>
  diagnose({ file: 'releases' }, undefined, 'invalid-value', message, { hint })

/** The release that has a name already, whether as a file, an address, or an older address; file systems may take `A` for `a`. */
function takenBy(groups: readonly ReleaseGroup[], key: string, slug: string): string | undefined {
  const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()
  const group = groups.find((one) => same(one.key, key) || [one.slug, ...one.aliases].some((name) => same(name, slug)))
  return group && speakerOf(group.files)?.path
}

function freshRelease(room: PressRoom, groups: readonly ReleaseGroup[], begun: Begun): string {
  const words = wordingOf(begun.language)
  const { kind = 'press-release' } = begun
  const house = houseOf(room, groups, begun.day, begun.language)
  const lines = [
    `headline: ${scalar(begun.headline)}`,
    `subheadline: ${quoted(words.subheadline)}`,
    `summary: ${quoted(words.summary)}`,
    ...openingFields(room, begun, words.draft),
    ...datelineOf(begun, house.dateline ?? words.place),
    ...listLine('contacts', house.contacts),
    ...listLine('boilerplate', house.boilerplate),
    ...(kind === 'joint' ? ['organizations:', `  - name: ${quoted(words.partner)}`] : []),
  ]
  return `---\n${lines.join('\n')}\n---\n\n${words.bodies[kind]}\n<!-- ${words.form} -->\n`
}

/** An advisory has no dateline, unless one is asked for. */
function datelineOf({ dateline, kind }: Begun, usual: string): string[] {
  if (dateline !== undefined) return [`dateline: ${scalar(oneLine(dateline))}`]
  return kind === 'media-advisory' ? [] : [`dateline: ${scalar(usual)}`]
}

const listLine = (key: string, ids: readonly string[] = []): string[] =>
  ids.length === 0 ? [] : [`${key}: [${ids.map((id) => (/^[a-z][\w-]*$/i.test(id) ? id : quoted(id))).join(', ')}]`]

/** What build would say of the new file itself, before it is written. */
function faultsOf(file: string, text: string, slug: string, room: PressRoom): readonly Diagnostic[] {
  const name = readReleaseName(file)
  if (name?.slug !== slug) return [wrong(`No name for a release, "${slug}"`, 'use letters, digits and hyphens')]
  return readRelease(sourceText(file, text), name, room.settings).diagnostics
}
