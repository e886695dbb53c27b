import type { Moment } from '../calendar/moment.ts'
import type { Instant } from '../calendar/zone.ts'
import { type Language, fallbacks } from '../press-room/language.ts'
import type { PressRoom } from '../press-room/press-room.ts'
import type { ReleaseFields } from './fields.ts'
import type { Media } from './media.ts'
import type { Release } from './read.ts'
import type { Translation } from './resolved.ts'
import { noDay, type Shelf, type Status, type Timing, shelfOf, statusAt } from './status.ts'

export interface ResolveContext {
  readonly room: PressRoom
  readonly now: Instant
  /** The releases that are this one in other languages, with itself. */
  readonly group: readonly Release[]
  /** Files beside the release, by the path they are named by. */
  readonly media: Media
}

/** What a translation takes from its original where it does not say it itself: all that is not words. */
export const shared = [
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
  (isTranslation(release, group) ? (originalOf(release, group) ?? release) : release).slug

/** The status of a release at an instant, and nothing else of it. */
export const releaseStatus = (
  release: Release,
  { group, now, room }: Pick<ResolveContext, 'group' | 'now' | 'room'>,
): Status => statusAt(timingOf(release, group), now, room.settings.timeZone)

/** All that decides when a release may be seen. */
export function timingOf(release: Release, group: readonly Release[]): Timing {
  const fields = inherited(release, group)
  const original = originalOf(release, group)
  const date = release.date ?? original?.date ?? noDay
  const embargo = release.embargo ?? (release.fields.embargo === undefined ? original?.embargo : undefined)
  const time = timeOf(release, group)
  const own = { draft: fields.draft ?? false, withdrawn: fields.withdrawn !== undefined, embargo, date, time }
  return original && isTranslation(release, group) ? { ...own, original: timingOf(original, group) } : own
}

/** The moment that a release goes out: with the day of its original, a translation has the time of it. */
export const timeOf = (release: Release, group: readonly Release[]): Moment | undefined =>
  release.date === undefined ? originalOf(release, group)?.time : release.time

export function inherited(release: Release, group: readonly Release[]): ReleaseFields {
  if (!isTranslation(release, group)) return release.fields
  const original = originalOf(release, group)
  const taken = shared.filter((key) => release.fields[key] === undefined && original?.fields[key] !== undefined)
  return { ...release.fields, ...Object.fromEntries(taken.map((key) => [key, original?.fields[key]])) }
}

/** The other languages that a reader of this page may see: a public page never names one that is still kept apart. */
export function translationsOf(release: Release, context: ResolveContext, shelf: Shelf): Translation[] {
  return context.group
    .filter((one) => shelfOf(releaseStatus(one, context)) === shelf || one === release)
    .map((one) => ({ language: one.language, isOriginal: !isTranslation(one, context.group) }))
}

/** The language's own name for itself, as a reader of it would look for it. */
export function languageName(language: Language): string {
  const [tag = language] = fallbacks(language).slice(-1)
  const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag
  const [first = ''] = name
  return first.toLocaleUpperCase(tag) + name.slice(first.length)
}
