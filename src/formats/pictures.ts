import type { Picture } from '../markdown/html.ts'
import { classifyLink } from '../markdown/links.ts'
import { word, type Locale } from '../press-room/locale.ts'
import { mediaPath } from '../release/media.ts'
import type { Medium, ResolvedRelease } from '../release/resolved.ts'

/** What front matter says of a picture that a body names. */
export const mediumOf = (release: ResolvedRelease, src: string): Medium | undefined =>
  release.media.get(mediaPath(src) ?? src)

/** What is said of a picture, as a sentence of its own where something follows it on its line. */
const closed = (said: string, ...following: readonly string[]): string =>
  said === '' || following.every((text) => text === '') || /[.!?…؟:。！？]["”’»)\]]*$/u.test(said) ? said : `${said}.`

type UnderPicture = Pick<Picture, 'caption' | 'credit' | 'rights' | 'credits' | 'line'>

/** What stands under a picture: each for itself, and all in one line. */
export function underPicture(
  { caption, credit, rights }: Pick<Medium, 'caption' | 'credit' | 'rights'>,
  locale: Locale,
): UnderPicture {
  const by = credit && word(locale, 'photo-credit', { credit })
  const credits = inOneLine(closed(by, rights), rights)
  const first = closed(caption, credits)
  return { caption: first, credit, rights, credits, line: inOneLine(first, credits) }
}

const inOneLine = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ')

/** A picture as plain text reads it; what it shows stands in brackets where it has no caption, as it is no text of the release. */
export function pictureInText(release: ResolvedRelease, src: string, alt: string, title: string): string {
  const medium = mediumOf(release, src)
  const shows = alt || medium?.alt || ''
  const { caption, line } = underPicture(captionedAs(medium, title), release.locale)
  return caption || shows === '' ? line : inOneLine(`[${shows}]`, line)
}

const captionedAs = (medium: Medium | undefined, title: string): Pick<Medium, 'caption' | 'credit' | 'rights'> => ({
  caption: title || medium?.caption || '',
  credit: medium?.credit ?? '',
  rights: medium?.rights ?? '',
})

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
    ...underPicture(captionedAs(medium, title), release.locale),
    width: file?.width ?? 0,
    height: file?.height ?? 0,
  }
}
