import { matchesIn } from '../source/matches.ts'
import { classifyLink } from '../markdown/links.ts'

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

const candidate = /\]\(\s*<?([^\s<>()]+)>?|\bsrc:[ \t]*["']?([^"'\n\r,}]+)/g

/** Every path that a release may mean by a picture, an attachment or a link to a file; more than are used in the end. */
export const mediaCandidates = (text: string): string[] => [...new Set(mediaPlaces(text).map(({ src }) => src))]

/** Where a release names such paths, in the order of its text. */
export function mediaPlaces(text: string): { readonly src: string; readonly at: readonly [number, number] }[] {
  return matchesIn(text, candidate).flatMap(({ 0: all, 1: inBody, 2: inFields, index }) => {
    const typed = (inBody ?? inFields ?? '').trim()
    const src = mediaPath(typed)
    const start = index + all.lastIndexOf(typed)
    return src === undefined ? [] : [{ src, at: [start, start + typed.length] as const }]
  })
}

/** The path as the file system knows it, or nothing for an address or a path that leads out of the folder. */
export function mediaPath(src: string): string | undefined {
  if (src === '' || classifyLink(src) !== 'relative' || src.includes('\0')) return undefined
  const path = src
    .replaceAll('\\', '/')
    .replace(/[?#].*$/, '')
    .replace(/^(?:\.\/)+/, '')
  try {
    return path === '' ? undefined : decodeURIComponent(path)
  } catch {
    return path
  }
}
