import { readFile } from '../build/load.ts'
import { originalIn, type ReleaseFile, type ReleaseGroup } from '../build/listed.ts'
import type { Instant } from '../calendar/zone.ts'
import { parseInline } from '../markdown/parse.ts'
import { plainText } from '../markdown/tree.ts'
import { runsRightToLeft } from '../press-room/language.ts'
import type { PressRoom } from '../press-room/press-room.ts'
import { vocabularyOf } from '../release/about.ts'
import { readLine } from '../release/body.ts'
import { noMedia } from '../release/media.ts'
import type { Release } from '../release/read.ts'
import { statusAt, type Status, type Timing } from '../release/status.ts'
import { languageName, timingOf } from '../release/translation.ts'
import { hasErrors } from '../source/diagnostic.ts'
import type { Counts, ListedGroup, ListedRelease, Status as ListedStatus } from './wire.ts'

/** What the list says of a release that does not change with time. */
interface Known {
  readonly file: string
  readonly language: string
  readonly headline: string
  readonly day: string
  /** Nothing where it never could be read without a fault. */
  readonly timing: Timing | undefined
  /** Whether the file as it stands has no fault, nor its original, from which a translation takes its embargo. */
  readonly sound: boolean
}

/** What stands in the list of one release with its translations, and the digests of what was read for it. */
interface Card {
  digests: string
  readonly known: readonly Known[]
}

/** How long releases are read for the list before others have their turn, in milliseconds. */
const slice = 8

/** What the list says of all releases. Only their front matter counts here: nothing is rendered for it. */
export class Catalogue {
  readonly #root: string
  readonly #cards = new Map<string, Card>()
  readonly #counts = new Map<string, Counts>()
  /** Files that build refuses. */
  readonly #refused = new Set<string>()

  constructor(root: string) {
    this.#root = root
  }

  /** What is known of a release by now; what its name says, where it has not been read. */
  listed(group: ReleaseGroup, room: PressRoom | undefined, now: Instant): ListedGroup {
    const all = this.#cards.get(group.key)?.known ?? inOrder(group).map((file) => knownByName(file, room))
    const releases = all.map(({ timing, sound, ...known }): ListedRelease => {
      const problems = this.#counts.get(known.file)
      const name = languageName(known.language)
      const isTwin = all.some(({ file, language }) => file !== known.file && language === known.language)
      return {
        ...known,
        // A time without a zone is in that of the press room.
        ...statusInWords(room && timing && statusAt(timing, now, room.settings.timeZone)),
        faulty: !sound || this.#refused.has(known.file),
        languageName: isTwin ? `${name}, ${known.file}` : name,
        direction: directionOf(known.language, room),
        ...(problems && { problems }),
      }
    })
    return { key: group.key, releases }
  }

  /** Whether a release has been read as its files stand. */
  isRead = ({ key, files }: ReleaseGroup): boolean => this.#cards.get(key)?.digests === digestsOf(files)

  /**
   * Reads the front matter of one release and its translations. What has a fault stays known as it was before it: so is what is shown of
   * it, which may be under embargo.
   */
  read(group: ReleaseGroup, room: PressRoom | undefined): void {
    const settings = room?.settings ?? { language: 'en-US', timeZone: 'UTC' }
    const read = inOrder(group).map((file) => ({ file, ...readFile(this.#root, file, settings) }))
    const releases = read.flatMap(({ value }) => value ?? [])
    const original = originalIn(group.files)
    const isOriginalSound = read.every(({ file, diagnostics }) => file !== original || !hasErrors(diagnostics))
    const before = this.#cards.get(group.key)?.known ?? []
    const known = read.map(({ file, value, diagnostics }): Known => {
      const now = value && knownByText(value, releases, room)
      if (now && isOriginalSound && !hasErrors(diagnostics)) return now
      const last = before.find((one) => one.file === file.path && one.timing)
      return { ...(last ?? { ...(now ?? knownByName(file, room)), timing: undefined }), sound: false }
    })
    this.#cards.set(group.key, { digests: digestsOf(group.files), known })
  }

  /** Reads what has not been read yet, a few at a time, and hands over each portion. Ends early when it is told to. */
  async readAll(
    groups: readonly ReleaseGroup[],
    room: PressRoom | undefined,
    done: (portion: readonly ReleaseGroup[]) => boolean,
  ): Promise<void> {
    let portion: ReleaseGroup[] = []
    let since = performance.now()
    for (const group of groups) {
      if (this.isRead(group)) continue
      this.read(group, room)
      portion.push(group)
      if (performance.now() - since < slice) continue
      if (!done(portion)) return
      portion = []
      await new Promise<void>((next) => setImmediate(next))
      since = performance.now()
    }
    if (portion.length > 0) done(portion)
  }

  count(file: string, problems: Counts): void {
    this.#counts.set(file, problems)
  }

  /** Whether build refuses a file, as it is known by now. */
  refuse(file: string, isRefused: boolean): void {
    if (isRefused) this.#refused.add(file)
    else this.#refused.delete(file)
  }

  /** What the settings of the press room go into is read again. */
  readAgain(): void {
    for (const card of this.#cards.values()) card.digests = ''
  }

  forget({ key, files }: ReleaseGroup): void {
    this.#cards.delete(key)
    for (const { path } of files) {
      this.#counts.delete(path)
      this.#refused.delete(path)
    }
  }
}

/** The original first. */
const inOrder = ({ files }: ReleaseGroup): readonly ReleaseFile[] => {
  const original = originalIn(files)
  return original ? [original, ...files.filter((file) => file !== original)] : files
}

const digestsOf = (files: readonly ReleaseFile[]): string => files.map(({ path, place }) => path + place.digest).join()

function knownByText(release: Release, group: readonly Release[], room: PressRoom | undefined): Known {
  const { source, fields, yaml, language, name } = release
  const timing = timingOf(release, group)
  const dialect = { quotes: room?.locale(language).value?.quotes ?? ['“', '”', '‘', '’'], rawHtml: false }
  const reading = room && { dialect, vocabulary: vocabularyOf(room, timing.date, language), media: noMedia }
  const read = reading
    ? readLine(fields.headline, source, () => yaml.valueAt(['headline']), reading).value
    : parseInline(fields.headline, dialect)
  const headline = plainText(read ?? [])
  const day = release.date ?? (timing.date.startsWith('9999') ? (name.day ?? '') : timing.date)
  return { file: source.file, language, headline, day, timing, sound: true }
}

/** What the name of a file says: its day, and words that resemble the headline. */
function knownByName({ path, name }: ReleaseFile, room: PressRoom | undefined): Known {
  const words = name.slug.replaceAll('-', ' ')
  return {
    file: path,
    language: name.language ?? room?.settings.language ?? 'en',
    headline: words.charAt(0).toUpperCase() + words.slice(1),
    day: name.day ?? '',
    timing: undefined,
    sound: true,
  }
}

export const directionOf = (language: string, room: PressRoom | undefined): 'ltr' | 'rtl' =>
  room?.locale(language).value?.direction ?? (runsRightToLeft(language) ? 'rtl' : 'ltr')

const dayFormat = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' })
const dayInWords = (day: string): string => dayFormat.format(Date.parse(day))

/** A status for people. */
export function statusInWords(status: Status | undefined): ListedStatus {
  switch (status?.kind) {
    case undefined:
      return { state: 'unknown', until: '' }
    case 'embargoed': {
      const { day, time, zone } = status.until
      return { state: 'embargoed', until: `${dayInWords(day)}, ${time} ${zone.replaceAll('_', ' ')}` }
    }
    case 'scheduled':
      return { state: 'scheduled', until: status.day.startsWith('9999') ? '' : dayInWords(status.day) }
    case 'draft':
    case 'public':
    case 'withdrawn':
      return { state: status.kind, until: '' }
  }
}
