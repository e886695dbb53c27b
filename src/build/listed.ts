import { readReleaseName, type ReleaseName } from '../release/file-name.ts'
import type { KnownFile } from '../source/stamp.ts'

/** What a release file says of its place, which is nothing with most, and the file as it was when it said so. */
export interface Place extends KnownFile {
  readonly slug?: string | undefined
  readonly translationOf?: string | undefined
  readonly aliases?: readonly string[] | undefined
}

/**
 * A file in releases/, before it is read for good. A press room of 100,000 has as many of them in memory as long as it is built: what its name says
 * is read out of it when it is asked for.
 */
export class ReleaseFile {
  /** From the press room's root, with forward slashes. */
  readonly path: string
  readonly place: Place

  constructor(path: string, place: Place) {
    this.path = path
    this.place = place
  }

  get name(): ReleaseName {
    return nameOf(this.path)
  }

  get slug(): string {
    return this.place.slug ?? this.name.slug
  }
}

/** A release with its translations: the unit of a build. */
export class ReleaseGroup {
  readonly key: string
  readonly files: readonly ReleaseFile[]

  constructor(key: string, files: readonly ReleaseFile[]) {
    this.key = key
    this.files = files
  }

  get slug(): string {
    return speakerOf(this.files)?.slug ?? ''
  }

  /** Its older addresses. */
  get aliases(): readonly string[] {
    return speakerOf(this.files)?.place.aliases ?? []
  }
}

/** A group on its way to another thread, where objects arrive without what their class can do. */
export interface SentGroup {
  readonly key: string
  readonly files: readonly { readonly path: string; readonly place: Place }[]
}

/** The same group when it has arrived. */
export const arrived = ({ key, files }: SentGroup): ReleaseGroup =>
  new ReleaseGroup(
    key,
    files.map(({ path, place }) => new ReleaseFile(path, place)),
  )

/** The file of a group that is no translation. */
export const originalIn = (files: readonly ReleaseFile[]): ReleaseFile | undefined =>
  files.find(({ name, place }) => place.translationOf === undefined && name.language === undefined)

/** The file with the address of a group and its older ones: the original, or one with a language in its name where there is none. */
export const speakerOf = (files: readonly ReleaseFile[]): ReleaseFile | undefined => originalIn(files) ?? files[0]

/** The names that were read of late: whoever asks for something of a name mostly asks for more of it, and releases are made side by side. */
const latest = new Map<string, ReleaseName>()
const mostLatest = 64

/** What the name of a file says that is known to be a release. */
function nameOf(path: string): ReleaseName {
  const known = latest.get(path)
  if (known) return known
  const name = readReleaseName(path)
  if (!name) throw new Error(`${path} is no release`)
  if (latest.size >= mostLatest) latest.clear()
  latest.set(path, name)
  return name
}
