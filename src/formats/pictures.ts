import type { Picture } from '../markdown/html.ts'
import { classifyLink } from '../markdown/links.ts'
import { mediaPath } from '../release/media.ts'
import type { Medium, ResolvedRelease } from '../release/resolved.ts'

/** What front matter says of a picture that a body names. */
export const mediumOf = (release: ResolvedRelease, src: string): Medium | undefined =>
  release.media.get(mediaPath(src) ?? src)

/** A caption as a sentence of its own, where something follows it on its line. */
export const closed = (caption: string, ...following: readonly string[]): string =>
  caption === '' || following.every((text) => text === '') || /[.!?…؟:]["”’»)\]]*$/u.test(caption)
    ? caption
    : `${caption}.`

/** Caption and credit of a picture in one line, as plain text reads them; what it shows, where it has no caption. */
export function captionOf(
  release: ResolvedRelease,
  src: string,
  alt: string,
  title: string,
  credit: (by: string) => string,
): string {
  const medium = mediumOf(release, src)
  const caption = title || medium?.caption || alt || medium?.alt || ''
  const by = medium?.credit ? credit(medium.credit) : ''
  return [closed(caption, by), by].filter((part) => part !== '').join(' ')
}

/** A picture in a body with what front matter adds to it; nothing where its address cannot be shown. */
export function pictureOf(
  release: ResolvedRelease,
  src: string,
  alt: string,
  title: string,
  address: (src: string) => string | undefined,
): Picture | undefined {
  const medium = mediumOf(release, src)
  const file = release.files.get(mediaPath(src) ?? src)
  const shown = classifyLink(src) === 'web' ? src : address(src)
  if (shown === undefined) return undefined
  return {
    src: shown,
    alt: alt || medium?.alt || '',
    caption: closed(title || medium?.caption || '', medium?.credit ?? ''),
    credit: medium?.credit ?? '',
    width: file?.width ?? 0,
    height: file?.height ?? 0,
  }
}
