import { eastAsianWidth } from 'get-east-asian-width'

let segmenter: Intl.Segmenter | undefined
/** The characters that a reader counts. What finds them takes five milliseconds to be made, and most texts do without. */
export const segmentsOf = (text: string): Intl.Segments =>
  (segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })).segment(text)
/** Latin letters, and the marks and dashes of Latin typography: each is a character of its own and takes one column. */
const narrow = /^[\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u202f-\u203b\u20ac]*$/

/** How many characters a reader counts in a text. */
export const graphemes = (text: string): number => (narrow.test(text) ? text.length : [...segmentsOf(text)].length)

/** How many columns a text takes where East Asian wide characters take two and combining marks none (UAX 11). */
export function displayWidth(text: string): number {
  if (narrow.test(text)) return text.length
  let width = 0
  for (const { segment } of segmentsOf(text)) width += columnsOf(segment)
  return width
}

/** The beginning of a text that takes no more than so many columns, cut between two characters. */
export function cutToWidth(text: string, columns: number): string {
  // No code unit takes more than two.
  if (text.length * 2 <= columns) return text
  if (narrow.test(text)) return text.slice(0, columns)
  let width = 0
  for (const { segment, index } of segmentsOf(text)) {
    width += columnsOf(segment)
    if (width > columns) return text.slice(0, index)
  }
  return text
}

function columnsOf(segment: string): number {
  const point = segment.codePointAt(0) ?? 0
  if (/^[\p{M}\p{Cf}\p{Cc}]/u.test(segment) && segment.length === 1) return 0
  return /\p{Emoji_Presentation}|\uFE0F/u.test(segment) ? 2 : eastAsianWidth(point, { ambiguousAsWide: false })
}
