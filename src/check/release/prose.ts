import { blankOutCode, blankOutComments, typedLinks } from '../../release/link-places.ts'
import { matchesIn } from '../../source/matches.ts'

/** The text of a field, a heading, or the lines of one paragraph, item or quotation, as offsets of the file. */
export interface Passage {
  readonly kind: 'field' | 'heading' | 'text' | 'quotation' | 'table'
  readonly start: number
  readonly end: number
  /** The path of the field, such as `headline` or `media.0.alt`. */
  readonly field?: string
}

/** What people read of a file, at its places in it. */
export interface Prose {
  /** As long as the file, with blanks for whatever is not read: dates and ids in front matter, code, addresses, comments, marks. */
  readonly text: string
  /** Where the body begins. */
  readonly bodyStart: number
  /** In the order of the file: those of fields first. */
  readonly passages: readonly Passage[]
  /** The stretches that somebody says: between quotation marks, and in quotations set apart. */
  readonly spoken: readonly (readonly [start: number, end: number])[]
}

/** A field that people read, and where its words stand. */
export interface ReadField {
  readonly path: string
  readonly at: readonly [start: number, end: number]
}

/** The prose of a release or a boilerplate. Every character of it stands where it stands in the file. */
export function proseOf(text: string, bodyStart: number, fields: readonly ReadField[] = []): Prose {
  const lines = fields.toSorted((a, b) => a.at[0] - b.at[0])
  let masked = ''
  for (const { at } of lines) masked += blank(text.slice(masked.length, at[0])) + withoutMachinery(text.slice(...at))
  masked += blank(text.slice(masked.length, bodyStart)) + withoutMachinery(withoutCodeBlocks(text.slice(bodyStart)))
  const passages = [
    ...lines.map(({ path, at }) => ({ kind: 'field' as const, start: at[0], end: at[1], field: path })),
    ...passagesIn(text, masked, bodyStart),
  ]
  return { text: masked, bodyStart, passages, spoken: passages.flatMap((passage) => spokenIn(masked, passage)) }
}

/** The passages of the body. */
export const bodyOf = ({ passages }: Prose): Passage[] => passages.filter(({ kind }) => kind !== 'field')

/** Whether a word begins at an offset. Asked behind a match: at the front of a pattern it would be asked of every letter. */
export const beginsWord = (text: string, at: number): boolean =>
  at === 0 || !/[\p{L}\p{N}_-]/u.test(text.charAt(at - 1))

/** A capital, as the first thing of a pattern: the plain ones first, since a class of all of them is slow to look for. */
export const capital = '[A-ZÀ-ÖØ-ÞĀ-ŽΑ-ΩА-Я](?<=\\p{Lu})'

/** The words in a stretch of prose; a number is one. */
export const wordsIn = (text: string): string[] =>
  text.match(/[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}'’.,-]*[\p{L}\p{M}\p{N}])?/gu) ?? []

const blank = (part: string): string =>
  part.includes('\n') ? part.replace(/[^\n]+/g, (line) => ' '.repeat(line.length)) : ' '.repeat(part.length)

/** The body with blanks for its blocks of code: those between ``` or ~~~, and those that are set in by four spaces. */
export function withoutCodeBlocks(body: string): string {
  const typed = withoutFences(body)
  if (!/(?:^|\n)[ \t]*\r?\n(?: {4}| {0,3}\t)/.test(`\n${typed}`)) return typed
  const shown = blankOutComments(typed).split('\n')
  let [mayBegin, inItem] = [true, false]
  const lines = typed.split('\n').map((line, i) => {
    const isBlank = shown[i]?.trim() === ''
    const isCode = !isBlank && mayBegin && !inItem && /^(?: {4}| {0,3}\t)/.test(line)
    // What is set in below an item of a list, or a footnote, goes on with it.
    if (!isBlank && !isCode) inItem = item.test(line) || (inItem && (!mayBegin || /^\s/.test(line)))
    mayBegin = isBlank || isCode
    return isCode ? blank(line) : line
  })
  return lines.join('\n')
}

const item = /^ {0,3}(?:(?:[-*+]|\d{1,9}[.)])\s|\[\^[^\]\n]+\]:)/

const fences = /^ {0,3}(```|~~~)[^\n]*\n[\s\S]*?(?:^ {0,3}\1[^\n]*$|$(?![\s\S]))/gm

const withoutFences = (text: string): string => (/```|~~~/.test(text) ? text.replace(fences, blank) : text)

/** A sign that is typed by its name or number, `&amp;` or `&#8239;`; most of them are blanks, and few are letters. */
const entity = /&(?:[a-z][a-z\d]{1,31}|#\d{1,7}|#x[\da-f]{1,6});/gi

function withoutMachinery(text: string): string {
  // Each pattern is asked only where its sign stands: most texts have none.
  let out = blankOutComments(blankOutCode(withoutFences(text)))
  if (out.includes('&')) out = out.replace(entity, blank)
  if (out.includes('{{')) out = out.replace(/\{\{[^{}]*\}\}/g, blank)
  if (out.includes(']:')) out = out.replace(/^ {0,3}\[[^\]^\n][^\]\n]*\]:[ \t]*\S+.*$/gm, blank)
  if (out.includes('<')) out = out.replace(/<\/?[a-z][^<>]*>/gi, blank)
  for (const { start, end } of typedLinks(out)) {
    const typed = out.slice(start, end)
    const words = typed.startsWith('<') ? [0, 0] : [typed.indexOf('[') + 1, typed.lastIndexOf('](')]
    const shown = blank(typed.slice(0, words[0])) + typed.slice(words[0], words[1]) + blank(typed.slice(words[1]))
    out = out.slice(0, start) + shown + out.slice(end)
  }
  if (out.includes('://')) out = out.replace(/https?:\/\/\S+/g, blank)
  return out.includes('@') ? out.replace(/(?<![\w.+-])[\w.+-]{1,64}@[\w-]+\.[\w.-]+/g, blank) : out
}

/** Runs of lines between blank ones; a heading and an item of a list begin one of their own. */
function passagesIn(text: string, masked: string, bodyStart: number): Passage[] {
  const passages: { kind: Passage['kind']; start: number; end: number }[] = []
  let inQuote = 0
  let open = false
  for (let at = bodyStart; at < text.length;) {
    const next = text.indexOf('\n', at)
    const end = next === -1 ? text.length : next
    const line = text.slice(at, end)
    const colons = /^ {0,3}:{3,}[ \t]*([\p{L}\p{N}-]*)/u.exec(line)
    if (colons) {
      if (colons[1] === '') inQuote = Math.max(0, inQuote - 1)
      else if (inQuote > 0 || colons[1] === 'quote') inQuote++
      open = false
    } else if (masked.slice(at, end).trim() === '') open = false
    else {
      const kind = kindOf(line, inQuote > 0)
      const last = passages.at(-1)
      if (open && last?.kind === kind && kind !== 'heading' && !/^\s*(?:[-*+]|\d+[.)])\s/.test(line)) last.end = end
      else passages.push({ kind, start: at, end })
      open = kind !== 'heading'
    }
    at = end + 1
  }
  return passages
}

function kindOf(line: string, quoted: boolean): Passage['kind'] {
  if (/^ {0,3}#{1,6}\s/.test(line)) return 'heading'
  if (/^ {0,3}\|/.test(line)) return 'table'
  return quoted || /^ {0,3}>/.test(line) ? 'quotation' : 'text'
}

const opening = '“«„‹「『'
const closing = '”»‟›」』'
const marks = new RegExp(`["${opening}${closing}]`, 'g')
/** Where quotations in single marks, as in British English, begin, and where they end: with its comma or full stop, or else with a word. */
const single = /(?<![\p{L}\p{N}])‘(?=[\p{L}\p{N}[…])/gu
const singleEnd = /[,.?!…]’(?!\p{L})|(?<=\p{L})’(?![\p{L}\p{N}])/gu

/** What is between quotation marks; one that is not closed holds to the end, since the next paragraph goes on with it. */
function spokenIn(masked: string, { kind, start, end }: Passage): (readonly [number, number])[] {
  if (kind === 'quotation') return [[start, end]]
  const stretches: (readonly [number, number])[] = []
  let from: number | undefined
  for (const { 0: mark, index } of matchesIn(masked.slice(start, end), marks)) {
    const at = start + index
    if (mark === '"') {
      if (from === undefined) from = at
      else {
        stretches.push([from, at + 1])
        from = undefined
      }
    } else if (opening.includes(mark)) from ??= at
    else if (closing.includes(mark) && from !== undefined) {
      stretches.push([from, at + 1])
      from = undefined
    }
  }
  if (from !== undefined) stretches.push([from, end])
  return masked.includes('‘') ? [...stretches, ...spokenInSingles(masked.slice(start, end), start)] : stretches
}

/** The same for ‘single marks’, which an apostrophe looks like. */
function spokenInSingles(passage: string, start: number): (readonly [number, number])[] {
  const stretches: (readonly [number, number])[] = []
  let to = 0
  for (const { index } of matchesIn(passage, single)) {
    if (index < to) continue
    singleEnd.lastIndex = index
    let close: RegExpExecArray | null = singleEnd.exec(passage)
    while (close && close[0] === '’') close = singleEnd.exec(passage)
    singleEnd.lastIndex = index
    close ??= singleEnd.exec(passage)
    const opensPassage = /^[\s>*_]*$/.test(passage.slice(0, index))
    if (!close && !opensPassage) continue
    to = close ? close.index + close[0].length : passage.length
    stretches.push([start + index, start + to])
  }
  return stretches
}
