import { eastAsianWidth } from 'get-east-asian-width'

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })
const ascii = /^[\x20-\x7e]*$/

/** How many characters a reader counts in a text. */
export const graphemes = (text: string): number =>
  ascii.test(text) ? text.length : [...segmenter.segment(text)].length

/** How many columns a text takes where East Asian wide characters take two and combining marks none (UAX 11). */
export function displayWidth(text: string): number {
  if (ascii.test(text)) return text.length
  let width = 0
  for (const { segment } of segmenter.segment(text)) {
    const point = segment.codePointAt(0) ?? 0
    if (/^[\p{M}\p{Cf}\p{Cc}]/u.test(segment) && segment.length === 1) continue
    width += /\p{Emoji_Presentation}|\uFE0F/u.test(segment) ? 2 : eastAsianWidth(point, { ambiguousAsWide: false })
  }
  return width
}
