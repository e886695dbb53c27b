import { classifyLink } from '../markdown/links.ts'
import type { PressRoom } from '../press-room/press-room.ts'
import { mediaPath } from '../release/media.ts'
import type { ResolvedRelease } from '../release/resolved.ts'

/** A path in an address: each part encoded. */
export const encodePath = (path: string): string => path.split('/').map(encodeURIComponent).join('/')

/** The folder of a release below the public address, and of its translation within it; ends in a slash. */
export const publicPath = (slug: string, language?: string): string =>
  `releases/${encodeURIComponent(slug)}/${language === undefined ? '' : `${encodeURIComponent(language.toLowerCase())}/`}`

/** Where a page of the release will stand, or nothing without a base-url. */
export const publicAddress = (
  room: PressRoom,
  release: Pick<ResolvedRelease, 'slug'>,
  language?: string,
): string | undefined => room.settings.baseUrl && room.settings.baseUrl + publicPath(release.slug, language)

/** The full address of a file beside a release, as mail and plain text need it; nothing without a base-url. */
export function fullFileAddress(room: PressRoom, release: ResolvedRelease, src: string): string | undefined {
  const folder = publicAddress(room, release)
  return folder && folder + encodePath(mediaPath(src) ?? src)
}

/** The address of a file beside a release, as its own page reaches it. */
export const relativeFileAddress = (release: ResolvedRelease, src: string): string =>
  (release.isOriginal ? '' : '../') + encodePath(mediaPath(src) ?? src)

/** The address that a link in a body gets, or nothing where only its text is to stay; `file` says where files are. */
export function linkAddress(href: string, file: (src: string) => string | undefined): string | undefined {
  switch (classifyLink(href)) {
    case 'web':
    case 'mail':
    case 'phone':
      return href.trim()
    case 'relative':
      return file(href)
    case 'placeholder':
    case 'refused':
      return undefined
  }
}

/** The folder of a release's outputs, from the output folder. */
export const publicFolder = ({
  shelf,
  slug,
  language,
  isOriginal,
}: Pick<ResolvedRelease, 'shelf' | 'slug' | 'language' | 'isOriginal'>): string =>
  `${shelf}/${slug}${isOriginal ? '' : `/${language.toLowerCase()}`}`
