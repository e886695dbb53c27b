import { dateInWords, type Locale } from '../press-room/locale.ts'
import type { PressRoom } from '../press-room/press-room.ts'
import type { Language } from '../press-room/language.ts'
import { typedLinks } from '../release/link-places.ts'
import type { Release } from '../release/read.ts'
import { shared } from '../release/translation.ts'
import { blankOut } from '../source/blank-out.ts'
import { isMap } from '../source/schema.ts'
import { blocksOf } from './blocks.ts'
import { mentionsIn } from './mentions.ts'
import { wordingOf } from './wording.ts'
import { oneLine, quoted, scalar } from './yaml-text.ts'

/** What the file of a translation does not say: what it takes from its original, and what its name says. */
const leftOut = new Set<string>([...shared, 'date', 'language', 'slug', 'translation-of'])

/** The fields that are words; of all others the translation has the same. */
const words = new Set(
  `headline subheadline summary subject dateline notes corrections.text media.alt media.caption media.rights attachments.title
  links.title spokespeople.role spokespeople.topics research.labels`.split(/\s+/),
)

/** A translation with everything but the words: the original above each place, and in it the links, figures, dates and facts. */
export function translationOf(original: Release, room: PressRoom, language: Language): string {
  const target = room.locale(language).value
  const { translation, draft } = wordingOf(language)
  const months = room.locale(original.language).value?.months ?? []
  const place = (text: string): string =>
    [translation, ...placeables(text, original.language, months, target)].join(' … ')
  const fields = Object.entries(original.yaml.value as Readonly<Record<string, unknown>>)
    .filter(([key]) => !leftOut.has(key))
    .flatMap(([key, value]) => fieldLines(key, value, key, place))
  const body = blocksOf(original.source.text.slice(original.bodyStart))
    .map((block) => block.replace(/^(?:<!--[\s\S]*?-->\s*)+/, ''))
    .filter((block) => block !== '')
    .map((block, i, all) => translatedBlock(block, all[i - 1] ?? '', place))
  return `---\n${fields.join('\n')}\ndraft: true # ${draft}\n---\n\n${body.join('\n\n')}\n`
}

type Place = (text: string) => string

/** A field of front matter, in lines; `path` names it without the numbers of lists. */
function fieldLines(key: string, value: unknown, path: string, place: Place): string[] {
  if (Array.isArray(value)) return [`${key}:`, ...value.flatMap((item: unknown) => itemLines(item, path, place))]
  if (isMap(value))
    return [
      `${key}:`,
      ...Object.entries(value as object).flatMap(([name, item]) =>
        fieldLines(name, item, `${path}.${name}`, place).map((line) => `  ${line}`),
      ),
    ]
  const text = String(value)
  if (!words.has(path)) return [`${key}: ${scalar(text)}`]
  return [`# ${oneLine(text)}`, `${key}: ${quoted(place(text))}`]
}

function itemLines(item: unknown, path: string, place: Place): string[] {
  if (!isMap(item)) {
    const text = String(item)
    return words.has(path) ? [`  # ${oneLine(text)}`, `  - ${quoted(place(text))}`] : [`  - ${scalar(text)}`]
  }
  const lines = Object.entries(item as object).flatMap(([name, one]) => fieldLines(name, one, `${path}.${name}`, place))
  // The hyphen stands before the first field; a comment may stand above it.
  const first = lines.findIndex((line) => !line.startsWith('#'))
  return lines.map((line, i) => (i < first ? `  ${line}` : i === first ? `  - ${line}` : `    ${line}`))
}

const marks = /\[\^[^\]]+\]|\{\{[^}]*\}\}|https?:\/\/[^\s)]+/g

/** What of a text is no word, in its order: links, facts, marks of footnotes, figures, and dates as the language writes them. */
function placeables(text: string, language: Language, months: readonly string[], target: Locale | undefined): string[] {
  const found: { readonly at: number; readonly typed: string }[] = []
  let rest = text
  const take = (start: number, end: number, typed = text.slice(start, end)): void => {
    if (rest.slice(start, end).trim() === '') return
    found.push({ at: start, typed })
    rest = blankOut(rest, [start, end])
  }
  for (const { start, end } of typedLinks(text)) take(start, end)
  for (const {
    0: { length },
    index,
  } of rest.matchAll(marks))
    take(index, index + length)
  for (const { kind, start, end, day } of mentionsIn(rest, language, months))
    if (kind === 'date' || kind === 'figure') take(start, end, day && target ? dateInWords(target, day) : undefined)
  return found.sort((a, b) => a.at - b.at).map(({ typed }) => typed)
}

/** A block with a place for each of its texts, below the original as a comment; that stands so that it ends no list and no footnote. */
function translatedBlock(block: string, before: string, place: Place): string {
  if (/^ {0,3}(?:`{3}|~{3}|\{\{>|\[[^\]^]+\]:)/.test(block)) return block
  const lines = unitsOf(block).map((unit) => translatedUnit(unit, place))
  const isWorded = lines.some((line, i) => line !== unitsOf(block)[i])
  if (!isWorded) return block
  const goesOn =
    itemMark.test(block) && (/^\s/.test(before) || (itemMark.test(before) && kindOfList(before) === kindOfList(block)))
  const indent = /^\s*/.exec(block)?.[0] || (goesOn ? ' '.repeat(itemMark.exec(block)?.[0].length ?? 0) : '')
  return `${indent}<!-- ${block.trimStart().replaceAll('-->', '-- >')} -->\n${lines.join('\n')}`
}

const itemMark = /^(?:[-*+]|\d+[.)])\s+/
const kindOfList = (block: string): string => block.replace(/^\d+/, '').charAt(0)

const mark = /^\s*(?:(?:#{1,6}|>|[-*+]|\d+[.)]|\[\^[^\]]+\]:)(?:\s+|$))+/

/** The lines of a block; one that goes on with the text of the line above it is put to that. */
function unitsOf(block: string): string[] {
  const units: string[] = []
  for (const line of block.split('\n')) {
    const last = units.at(-1)
    const goesOn = last !== undefined && isText(line) && !mark.test(line) && isText(last)
    if (goesOn) units[units.length - 1] = `${last} ${line.trim()}`
    else units.push(line)
  }
  return units
}

const isText = (line: string): boolean => !/^\s*(?::{3,}|\||!\[[^\]]*\]\([^)]*\)\s*$)/.test(line)

function translatedUnit(unit: string, place: Place): string {
  const [, colons, label = ''] = /^(\s*:{3,}\s*[\p{L}\p{N}-]*\s*)(.*)$/u.exec(unit) ?? []
  if (colons !== undefined) return label === '' ? unit : colons + place(label)
  if (/^\s*\|/.test(unit))
    return unit.replace(/\|([^|]*)(?=\|)/g, (all, cell: string) => (isWord(cell) ? `| ${place(cell)} ` : all))
  const [, before, alt = '', after] = /^(\s*!\[)([^\]]*)(\]\([^)]*\)\s*)$/.exec(unit) ?? []
  if (before !== undefined) return alt === '' ? unit : before + place(alt) + after
  const prefix = mark.exec(unit)?.[0] ?? /^\s*/.exec(unit)?.[0] ?? ''
  const text = unit.slice(prefix.length)
  return isWord(text) ? prefix + place(text) : unit
}

const isWord = (text: string): boolean => /\p{L}/u.test(text)
