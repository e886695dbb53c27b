import type { Day } from '../calendar/day.ts'
import { type Dialect, parseInline } from '../markdown/parse.ts'
import type { Document, Inline } from '../markdown/tree.ts'
import { type Locale, dateInWords, fill } from '../press-room/locale.ts'
import type { PressRoom } from '../press-room/press-room.ts'

/** The last datelines by what was typed: a press office writes from a few places, and its datelines differ in those alone. */
const kept = new Map<string, readonly Inline[]>()
const mostKept = 200

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
  const typed = fill(pattern, values)
  const key = `${dialect.rawHtml} ${dialect.quotes.join(' ')} ${typed}`
  const known = kept.get(key)
  if (known) return known
  const dateline = parseInline(typed, dialect)
  if (kept.size >= mostKept) kept.clear()
  kept.set(key, dateline)
  return dateline
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
