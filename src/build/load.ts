import { join } from 'node:path'
import type { Instant } from '../calendar/zone.ts'
import { publicFolder } from '../formats/addresses.ts'
import type { PressRoom } from '../press-room/press-room.ts'
import { mediaCandidates, noMedia } from '../release/media.ts'
import { readRelease, type ReadOptions, type Release } from '../release/read.ts'
import { noDay, shelfOf, statusAt, turnOf, type Timing, type Turn } from '../release/status.ts'
import { isTranslation, slugOf, timingOf } from '../release/translation.ts'
import { resolveRelease } from '../release/resolve.ts'
import type { ResolvedRelease } from '../release/resolved.ts'
import { decode } from '../source/decode.ts'
import { diagnose, hasErrors, type Diagnostic, type Outcome } from '../source/diagnostic.ts'
import { nearest } from '../source/nearest.ts'
import { readForNow } from '../source/read-for-now.ts'
import { digestOf } from '../source/stamp.ts'
import { readCarefully } from './careful.ts'
import type { Claims } from './claims.ts'
import { codeOf } from './disk-fault.ts'
import type { ReleaseFile, ReleaseGroup } from './listed.ts'
import { findMedia } from './media-files.ts'

/** A release file, read and resolved as far as its faults let it. */
export interface LoadedRelease {
  readonly file: ReleaseFile
  readonly release: Release | undefined
  readonly resolved: ResolvedRelease | undefined
  readonly diagnostics: readonly Diagnostic[]
  /** The digest of what was read. */
  readonly digest: string
  /** When it turns public. */
  readonly turn: Turn
  /** Where nothing of it may stand in the output folder, since it is known not to be public. */
  readonly withheld: string | undefined
  /** Files beside it that it may mean, by their paths from the press room's root. */
  readonly candidates: readonly string[]
}

export interface LoadOptions {
  readonly now: Instant
  readonly claims: Claims
  /** The names by which `translation-of` may call a release. */
  readonly originals?: () => Iterable<string>
  /** What a file holds, where it is not to be read from the disk: an editor's unsaved text. */
  readonly text?: (path: string) => Uint8Array | undefined
}

/** A release and its translations, read and not yet resolved. */
export type ReadGroup = readonly (ReturnType<typeof readFile> & { readonly file: ReleaseFile })[]

/** Reads a release and its translations, which know of each other, and takes what they need from the press room. */
export const loadGroup = (room: PressRoom, group: ReleaseGroup, options: LoadOptions): Promise<LoadedRelease[]> =>
  resolveGroup(room, group, readGroup(room, group, options.text), options)

/** The first half of it: reads the files. */
export const readGroup = (
  { root, settings }: PressRoom,
  { files }: ReleaseGroup,
  text?: LoadOptions['text'],
): ReadGroup => files.map((file) => ({ file, ...readFile(root, file, settings, text) }))

/**
 * The second half: takes what they need from the press room. Translations wait until a fault of their original is mended: they take its
 * place and its embargo from it, and might otherwise stand where it stands, or go out before it.
 */
export async function resolveGroup(
  room: PressRoom,
  group: ReleaseGroup,
  read: ReadGroup,
  options: LoadOptions,
): Promise<LoadedRelease[]> {
  const releases = read.flatMap(({ value }) => value ?? [])
  // Whose name was read stands in it already.
  const original = read.find(
    ({ file, value }) => file.place.translationOf === undefined && (value ?? file).name.language === undefined,
  )
  const broken = original !== undefined && hasErrors(original.diagnostics)
  const folders = (): string[] =>
    releases.filter((one) => isTranslation(one, releases)).map(({ language }) => language.toLowerCase())
  const loaded: LoadedRelease[] = []
  for (const one of read) {
    const { file, value: release, digest } = one
    const waits = broken && one !== original
    const known = waits ? [...original.diagnostics, ...one.diagnostics] : one.diagnostics
    if (!release || (waits && !original.value)) {
      const nothing = { resolved: undefined, turn: undefined, withheld: undefined, candidates: [] }
      loaded.push({ file, release, diagnostics: known, digest, ...nothing })
      continue
    }
    const timing = timingOf(release, releases)
    const candidates = mediaCandidates(release)
    const media =
      candidates.length === 0 ? noMedia : await findMedia(room.root, release.name.folder, candidates, folders())
    const misplaced = placeFault(release, releases, group, options)
    const resolved: Outcome<ResolvedRelease> = misplaced
      ? { diagnostics: [misplaced] }
      : resolveRelease(release, { room, now: options.now, group: releases, media })
    loaded.push({
      file,
      release,
      resolved: waits || hasErrors(one.diagnostics) ? undefined : resolved.value,
      diagnostics: [...known, ...resolved.diagnostics],
      digest,
      turn: turnOf(timing, room.settings.timeZone),
      withheld: isKnownApart(timing, options.now, room.settings.timeZone) ? publicPlace(release, releases) : undefined,
      candidates: candidates.map((src) => `${release.name.folder}/${src}`),
    })
  }
  return loaded.every(({ resolved }) => resolved) ? loaded : loaded.map((one) => withoutFailed(one, loaded))
}

/** Whether a release is not public by what can be read of it, whatever else is wrong with it. One without a day that can be read may be. */
const isKnownApart = ({ original, ...own }: Timing, now: Instant, zone: string | undefined): boolean =>
  ((own.draft || own.embargo !== undefined || own.date !== noDay) &&
    shelfOf(statusAt(own, now, zone)) !== 'releases') ||
  (original !== undefined && isKnownApart(original, now, zone))

/** Where a release stands among those that are public; an original with all that goes with it, its older addresses and its translations. */
const publicPlace = (release: Release, group: readonly Release[]): string =>
  isTranslation(release, group)
    ? `${publicFolder({ shelf: 'releases', slug: slugOf(release, group), language: release.language, isOriginal: false })}/`
    : 'releases/'

/** A release that does not lead to those of its translations that are not built. */
function withoutFailed(one: LoadedRelease, loaded: readonly LoadedRelease[]): LoadedRelease {
  if (!one.resolved) return one
  const built = new Set(loaded.map(({ resolved }) => resolved?.language))
  const translations = one.resolved.translations.filter(({ language }) => built.has(language))
  return { ...one, resolved: { ...one.resolved, translations } }
}

/** Reads one file of a release. */
export function readFile(
  root: string,
  { path, name, place }: ReleaseFile,
  settings: ReadOptions,
  text: LoadOptions['text'] = undefined,
): Outcome<Release> & { readonly digest: string } {
  let bytes: Uint8Array
  try {
    bytes = text?.(path) ?? (place.digest === '' ? readCarefully(root, path) : readForNow(join(root, path)))
  } catch (error) {
    return {
      digest: '',
      diagnostics: [
        diagnose({ file: path }, undefined, 'unreadable-file', `The file cannot be read (${codeOf(error)})`),
      ],
    }
  }
  const source = decode(path, bytes)
  const digest = digestOf(bytes)
  return source.value
    ? { digest, ...readRelease(source.value, name, settings) }
    : { digest, diagnostics: source.diagnostics }
}

/** What keeps a release from having a place of its own in the output. */
function placeFault(
  release: Release,
  releases: readonly Release[],
  { key, slug }: ReleaseGroup,
  { claims, originals = () => [] }: LoadOptions,
): Diagnostic | undefined {
  const clash = claims.clash(slug)
  const isOriginal = !isTranslation(release, releases)
  if (clash && isOriginal) return clashFault(release, clash)
  const twin = releases.find((one) => one !== release && one.language === release.language)
  if (twin) return twinFault(release, twin)
  const other = isOriginal ? releases.find((one) => one !== release && !isTranslation(one, releases)) : undefined
  if (other) return originalsFault(release, other)
  if (!isOriginal && release.fields.slug !== undefined && release.slug !== slugOf(release, releases))
    return diagnose(release.source, release.yaml.valueAt(['slug']), 'invalid-slug', 'Slug of a translation', {
      hint: 'take it out: a translation stands in the folder of its original',
    })
  const original = release.fields.translationOf
  if (original === undefined || !isOriginal) return undefined
  const others = [...originals()].filter((name) => key !== `releases/${name}`)
  const near = nearest(original, others)
  const hint = near ? `did you mean "${near}"?` : 'name the file of the original, without .md'
  return diagnose(
    release.source,
    release.yaml.valueAt(['translation-of']),
    'unknown-original',
    `Unknown original "${original}"`,
    { hint },
  )
}

function clashFault(release: Release, files: readonly string[]): Diagnostic {
  const related = files
    .filter((file) => file !== release.source.file)
    .map((file) => ({ message: 'the other one', file }))
  const hint = 'give one of them another `slug`, or another file name'
  const span = release.fields.slug === undefined ? undefined : release.yaml.valueAt(['slug'])
  return diagnose(release.source, span, 'duplicate-slug', `Two releases for one address, "${release.slug}"`, {
    hint,
    related,
  })
}

function originalsFault(release: Release, other: Release): Diagnostic {
  const related = [{ message: 'the other one', file: other.source.file }]
  const hint = 'take the language out of the name of the one that the others are translations of'
  const message = 'Files of one release in several languages, of which none or more than one is the original'
  return diagnose(release.source, undefined, 'duplicate-slug', message, { hint, related })
}

function twinFault(release: Release, twin: Release): Diagnostic {
  const related = [{ message: 'the other one', file: twin.source.file }]
  const hint = 'take one of them away, or say its language in `language` or in its file name'
  const message = `Two files of one release in one language, ${release.language}`
  const span = release.fields.language === undefined ? undefined : release.yaml.valueAt(['language'])
  return diagnose(release.source, span, 'duplicate-slug', message, { hint, related })
}
