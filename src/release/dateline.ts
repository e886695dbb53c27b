import { type Dialect, parseInline } from '../markdown/parse.ts'
import type { Document, Inline } from '../markdown/tree.ts'
import { type Locale, fill } from '../press-room/locale.ts'
import type { PressRoom } from '../press-room/press-room.ts'
import { onceForKey } from '../source/once.ts'

/** The last datelines by what was typed: a press office writes from a few places, and its datelines differ in those alone. */
const kept = new Map<string, readonly Inline[]>()
const mostKept = 200

/** The dateline in the style of the house: `**{place}** —`. The date is in words. */
export function datelineOf(
  room: PressRoom,
  locale: Locale,
  place: string,
  date: string,
  dialect: Dialect,
): readonly Inline[] {
  const pattern = room.settings.house.dateline ?? locale.dateline
  const plain = place.replace(/[\\`*_[\]<>{}]/g, '\\$&')
  const values = { place: plain, PLACE: plain.toLocaleUpperCase(locale.language), date }
  const style = styleOf(locale, pattern, dialect)
  if (style && Object.values(values).every(isSimple)) return withWords(style, values)
  return parsed(fill(pattern, values), dialect)
}

/** The dateline of a pattern as it is typed, parsed once. */
function parsed(typed: string, dialect: Dialect): readonly Inline[] {
  const key = `${dialect.rawHtml} ${dialect.quotes.join(' ')} ${typed}`
  const known = kept.get(key)
  if (known) return known
  const dateline = parseInline(typed, dialect)
  if (kept.size >= mostKept) kept.clear()
  kept.set(key, dateline)
  return dateline
}

/** Letters that stand in for the values of a pattern, and that no pattern has. */
const standIns = { place: '\uA66E', PLACE: '\uA66D', date: '\uA64D' } as const
const standIn = /[\uA66E\uA66D\uA64D]/g

/** Values that Markdown and smart punctuation take for the letters of a word, and leave as they are wherever such a letter can stand. */
const isSimple = (value: string): boolean => latin.test(value) || simple.test(value)
const simple = /^(?!.*(?:--|\/\/))[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} ,/-]*[\p{L}\p{M}\p{N}])?$/u
/** The same in Latin letters: V8 takes a millisecond to get ready for the other. */
const latin = /^(?!.*(?:--|\/\/))[A-Za-z0-9À-ÖØ-öø-ɏ](?:[A-Za-z0-9À-ÖØ-öø-ɏ ,/-]*[A-Za-z0-9À-ÖØ-öø-ɏ])?$/

/** The dateline of a pattern with letters in place of its values; nothing where what stands beside a value may read it in another way. */
const styleOf = onceForKey((_locale: Locale, pattern: string, dialect: Dialect): readonly Inline[] | undefined => {
  const isRead = /["'`(\\<[!&:@/]|\}\{/.test(pattern) || pattern.search(standIn) !== -1
  return isRead ? undefined : parsed(fill(pattern, standIns), dialect)
})

/** The same with the values in their places. */
function withWords(
  style: readonly Inline[],
  values: Readonly<Record<keyof typeof standIns, string>>,
): readonly Inline[] {
  const valueOf = (letter: string): string =>
    letter === standIns.place ? values.place : letter === standIns.PLACE ? values.PLACE : values.date
  return style.map((node) =>
    node.type === 'text'
      ? { ...node, value: node.value.replace(standIn, valueOf) }
      : 'children' in node
        ? { ...node, children: withWords(node.children, values) }
        : node,
  )
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
