import type { Day } from '../calendar/day.ts'
import { type Dialect, parseInline } from '../markdown/parse.ts'
import type { Document, Inline } from '../markdown/tree.ts'
import { type Locale, dateInWords, fill } from '../press-room/locale.ts'
import type { PressRoom } from '../press-room/press-room.ts'

/** The dateline in the style of the house: `**{place}** —`. */
export function datelineOf(
  room: PressRoom,
  locale: Locale,
  place: string,
  day: Day,
  dialect: Dialect,
): readonly Inline[] {
  const pattern = room.settings.house.dateline ?? locale.dateline
  const plain = place.replace(/[\\`*_[\]<>{}]/g, '\\$&')
  const values = { place: plain, PLACE: plain.toLocaleUpperCase(locale.language), date: dateInWords(locale, day) }
  return parseInline(fill(pattern, values), dialect)
}

/** The dateline runs into the first paragraph; before anything else it stands alone. */
export function withDateline(document: Document, dateline: readonly Inline[] | undefined): Document {
  if (dateline === undefined) return document
  const [first, ...rest] = document.blocks
  const node: Inline = { type: 'dateline', children: dateline }
  if (first?.type === 'paragraph')
    return { ...document, blocks: [{ ...first, children: [node, ...first.children] }, ...rest] }
  return {
    ...document,
    blocks: [{ type: 'paragraph', children: [node], tight: false, lines: [0, 0] }, ...document.blocks],
  }
}
