import { matchesIn } from '../source/matches.ts'
import { classifyLink } from '../markdown/links.ts'
import type { Span } from '../source/yaml.ts'
import type { Release } from './read.ts'

/** A file beside a release that an output shows or offers. */
export interface MediaFile {
  /** The path that the release names it by, with forward slashes. */
  readonly src: string
  /** The path from the press room's root. */
  readonly file: string
  /** In bytes. */
  readonly size: number
  /** In pixels; 0 for what is not a picture. */
  readonly width: number
  readonly height: number
}

/** Why a file that is there is not one that an output can have, and what to do. */
export interface Refusal {
  readonly why: string
  readonly hint: string
}

/** The files beside a release that it names, and those that it cannot have, by the path that it names them by. */
export interface Media {
  readonly files: ReadonlyMap<string, MediaFile>
  readonly refused: ReadonlyMap<string, Refusal>
  /** For a path at which there is nothing, what is there by a name that looks alike: looked for when it is asked for. */
  alike(path: string): string | undefined
}

export const noMedia: Media = { files: new Map(), refused: new Map(), alike: () => undefined }

/** What is wrong with a picture or another file that a release names and does not have. */
export function mediaFault(
  media: Media,
  what: 'picture' | 'file',
  src: string,
  typed = src,
  hint = 'put the file beside the release, or correct the path',
): { readonly code: 'missing-media'; readonly message: string; readonly hint: string } {
  const path = mediaPath(src) ?? ''
  const refusal = media.refused.get(path)
  const named = `${what} "${typed}"`
  if (refusal) return { code: 'missing-media', message: `Refused ${named}, ${refusal.why}`, hint: refusal.hint }
  // It leads out of the release's folder, or is an address of a kind that nobody can open.
  const isRefused = classifyLink(src) === 'refused'
  return {
    code: 'missing-media',
    message: `${isRefused ? 'Refused' : 'Missing'} ${named}`,
    hint: nameHint(media, path) ?? hint,
  }
}

/** What a path means whose file has another name, of which one may not see how it differs. */
function nameHint(media: Media, path: string): string | undefined {
  const there = media.alike(path)
  if (there !== undefined) {
    const differs =
      there.normalize() === path.normalize()
        ? 'the letters look alike, and are written in another form: copy the name from the file'
        : 'capitals and small letters differ'
    return `did you mean "${there}"? ${differs}`
  }
  // Before a sign, Markdown takes a backslash away: `pics\_a.png` is pics_a.png.
  const bare = path.replaceAll('/', '')
  const parted = bare === '' ? undefined : [...media.files.keys()].find((file) => file.replaceAll('/', '') === bare)
  return parted === undefined ? undefined : `did you mean "${parted}"? write / in place of a backslash`
}

/**
 * The target of a link, a picture or a reference: in angle brackets it may hold spaces, without them round brackets in pairs. What follows
 * `[^1]:` is a footnote, whose first word names no file, and most targets are on the web.
 */
const candidate = /\](?:\(\s*|:(?<!\[\^[^\]\s]+\]:)[ \t]+)(?!https?:)(?:<([^<>\n]+)>|((?:[^\s<>()]|\([^\s<>()]*\))+))/g

/** What names files: fields and text. */
type Naming = Pick<Release, 'source' | 'fields' | 'yaml'>

/** Every path that a release may mean by a picture, an attachment or a link to a file; more than are used in the end. */
export const mediaCandidates = (release: Naming): string[] => [...new Set(mediaPlaces(release).map(({ src }) => src))]

/** Where a release names such paths. */
export function mediaPlaces({ source, fields, yaml }: Naming): { readonly src: string; readonly at: Span }[] {
  const inFields = (['media', 'attachments'] as const).flatMap((field) =>
    (fields[field] ?? []).flatMap((one, i) =>
      'src' in one ? { typed: one.src, at: yaml.valueAt([field, i, 'src']) } : [],
    ),
  )
  const inText = matchesIn(source.text, candidate).map(({ 0: all, 1: bracketed, 2: bare, index }) => {
    const typed = bracketed ?? bare ?? ''
    const start = index + all.lastIndexOf(typed)
    return { typed, at: [start, start + typed.length] as const }
  })
  return [...inFields, ...inText].flatMap(({ typed, at }) => {
    const src = mediaPath(typed)
    return src === undefined ? [] : [{ src, at }]
  })
}

/**
 * The path as the file system knows it, or nothing for an address or a path that leads out of the folder. A backslash, which the parser
 * writes as %5C, parts folders, as on Windows.
 */
export function mediaPath(src: string): string | undefined {
  if (src === '' || classifyLink(src) !== 'relative' || src.includes('\0')) return undefined
  const path = decoded(src.replace(/[?#].*$/, ''))
    .replaceAll('\\', '/')
    .replace(/^(?:\.\/)+/, '')
  return path === '' ? undefined : path
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
