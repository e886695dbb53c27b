import { phonesMarked } from './direction.ts'
import type { Block, Cell, Document, Inline } from './tree.ts'
import { displayWidth } from './width.ts'
import { wrapLine } from './wrap.ts'

export interface TextOptions {
  /** Columns; without it a paragraph is one line, and the reader's window wraps it. */
  readonly wrap: number | undefined
  /** Whether typographic characters become ASCII ones. */
  readonly ascii: boolean
  /** Whether the language runs from right to left. */
  readonly rightToLeft?: boolean
  /** The address that a link gets, or nothing where only its text is to stay. */
  link(href: string): string | undefined
  /** What stands in place of a picture. */
  caption(src: string, alt: string, title: string): string
}

/** The addresses of a text, in the order in which they are first met; their numbers go on from part to part. */
export interface AddressList {
  readonly addresses: string[]
  shown: number
}

export const newAddressList = (): AddressList => ({ addresses: [], shown: 0 })

/** Addresses up to this many characters stand in the line itself, in parentheses. */
const longestInline = 60
const tableWidth = 72
/** What stands between two topics. */
const topicBreak = '* * *'

/** A body as plain text: its blocks, its footnotes, and the addresses that stand in it as numbers. Made from the tree, never from HTML. */
export const renderText = (document: Document, options: TextOptions, list: AddressList = newAddressList()): string =>
  finish(writeText(document, options, list), options.ascii)

/** The same as a part of a text that is finished as a whole. */
export function writeText(document: Document, options: TextOptions, list: AddressList): string {
  const writer = new Writer(options, list)
  const parts = [writer.blocks(document.blocks)]
  const notes = document.footnotes.map((note, i) => writer.item(`${superscript(i + 1, options.ascii)} `, note))
  if (notes.length > 0) parts.push(notes.join('\n'))
  const fresh = list.addresses.slice(list.shown).map((url, i) => `[${list.shown + i + 1}] ${url}`)
  list.shown = list.addresses.length
  if (fresh.length > 0) parts.push(fresh.join('\n'))
  return parts.filter((part) => part !== '').join('\n\n')
}

/** One line of a body as plain text. */
export function renderInlineText(
  children: readonly Inline[],
  options: TextOptions,
  list: AddressList = newAddressList(),
): string {
  return finish(new Writer(options, list).inline(children, true), options.ascii)
}

/** A heading with its underline, as wide as the heading is shown. */
export const underlined = (heading: string, mark: string): string =>
  heading === '' ? '' : `${heading}\n${mark.repeat(Math.min(displayWidth(heading), 72))}`

class Writer {
  readonly #options: TextOptions
  readonly #list: AddressList
  #width: number | undefined

  constructor(options: TextOptions, list: AddressList) {
    this.#options = options
    this.#list = list
    this.#width = options.wrap
  }

  blocks(blocks: readonly Block[], between = '\n\n'): string {
    const texts: string[] = []
    for (const [i, block] of blocks.entries()) {
      texts.push(this.#block(block))
      if (runsOn(block, blocks[i + 1])) texts.push(topicBreak)
    }
    return texts.filter((text) => text !== '').join(between)
  }

  /** Blocks behind a mark, the lines after the first set under the text. */
  item(mark: string, blocks: readonly Block[]): string {
    const tight = blocks.every((block) => block.type === 'list' || (block.type === 'paragraph' && block.tight))
    const indent = ' '.repeat(displayWidth(mark))
    const text = this.#narrower(indent.length, () => this.blocks(blocks, tight ? '\n' : '\n\n'))
    return mark + prefixLines(text, indent).slice(indent.length)
  }

  #narrower(by: number, make: () => string): string {
    const before = this.#width
    if (before !== undefined) this.#width = Math.max(20, before - by)
    const text = make()
    this.#width = before
    return text
  }

  #block(block: Block): string {
    switch (block.type) {
      case 'paragraph':
        return this.#wrapped(this.inline(block.children, moreThanOneAddress(block.children, this.#options)))
      case 'heading': {
        const text = this.inline(block.children, true)
        return underlined(text, '-')
      }
      case 'list': {
        const items = block.items.map((item, i) => this.item(block.ordered ? `${block.start + i}. ` : '- ', item))
        return items.join(
          block.items.some((item) => item.some((one) => one.type === 'paragraph' && !one.tight)) ? '\n\n' : '\n',
        )
      }
      case 'blockquote':
        return prefixLines(
          this.#narrower(2, () => this.blocks(block.children)),
          '> ',
        )
      case 'table':
        return this.#table(block.head, block.rows)
      case 'code':
        return prefixLines(block.value, '    ')
      case 'rule':
        return topicBreak
      case 'figure':
        return this.#wrapped(this.#options.caption(block.src, block.alt, block.title))
      case 'block':
        return this.#pressBlock(block)
      case 'html':
        return withoutTags(block.value)
    }
  }

  #pressBlock(block: Extract<Block, { type: 'block' }>): string {
    const label = this.inline(block.label, true)
    if (block.name === 'quote') {
      const quote = this.#narrower(2, () => this.blocks(block.children))
      return prefixLines(label === '' ? quote : `${quote}\n\n— ${label}`, '> ')
    }
    return [underlined(label, '-'), this.blocks(block.children)].filter((part) => part !== '').join('\n\n')
  }

  #wrapped(text: string): string {
    const width = this.#width
    if (width === undefined) return text
    return text
      .split('\n')
      .map((line) => wrapLine(line, width))
      .join('\n')
  }

  #table(head: readonly Cell[], rows: readonly (readonly Cell[])[]): string {
    const texts = [head, ...rows].map((row) =>
      row.map((cell) => this.inline(cell.children, true).replaceAll('\n', ' ')),
    )
    const widths = head.map((_, column) => Math.max(...texts.map((row) => displayWidth(row[column] ?? ''))))
    const total = widths.reduce((sum, width) => sum + width + 2, -2)
    if (total > (this.#width ?? tableWidth)) return this.#records(texts)
    const pad = (text: string, column: number): string => {
      const space = ' '.repeat(Math.max(0, (widths[column] ?? 0) - displayWidth(text)))
      return head[column]?.align === 'end' ? space + text : text + space
    }
    const lines = texts.map((row) => row.map(pad).join('  ').trimEnd())
    const rule = widths.map((width) => '-'.repeat(width)).join('  ')
    return [lines[0], rule, ...lines.slice(1)].join('\n')
  }

  /** A table too wide for a mail: each row as lines of `label: value`. */
  #records([head = [], ...rows]: readonly string[][]): string {
    const record = (row: readonly string[]): string =>
      row.map((value, i) => this.#wrapped(head[i] ? `${head[i]}: ${value}` : value)).join('\n')
    return rows.map(record).join('\n\n')
  }

  inline(children: readonly Inline[], numbered: boolean): string {
    const text = children.map((node) => this.#node(node, numbered)).join('')
    // Before anything is measured: a dash takes two columns in ASCII.
    return this.#options.ascii ? inAscii(text) : text
  }

  #node(node: Inline, numbered: boolean): string {
    switch (node.type) {
      case 'text':
        return this.#options.rightToLeft ? phonesMarked(node.value) : node.value
      case 'code':
        return node.value
      case 'emphasis':
      case 'strong':
      case 'strikethrough':
        return this.inline(node.children, numbered)
      case 'link':
        return this.#link(node, numbered)
      case 'image':
        return node.alt
      case 'break':
        return node.hard ? '\n' : ' '
      case 'footnote':
        return superscript(node.number, this.#options.ascii)
      case 'dateline':
        return `${this.inline(node.children, numbered)} `
      case 'html':
        return /^<br\b/i.test(node.value) ? '\n' : ''
    }
  }

  #link(node: Extract<Inline, { type: 'link' }>, numbered: boolean): string {
    const text = this.inline(node.children, numbered)
    const href = this.#options.link(node.href)
    if (href === undefined) return text
    const bare = href.replace(/^(?:mailto|tel):/i, '')
    if (bare !== href) {
      const known = bare.split('?', 1)[0] ?? ''
      return sameAddress(text, known) ? text : `${text} (${decoded(known)})`
    }
    if (sameAddress(text, href)) return text
    if (!numbered && href.length <= longestInline) return `${text} (${href})`
    return `${text} [${this.#number(href)}]`
  }

  #number(href: string): number {
    const { addresses } = this.#list
    const at = addresses.indexOf(href)
    return at === -1 ? addresses.push(href) : at + 1
  }
}

/** Whether a box would seem to go on in what follows, as nothing there begins by itself. */
const runsOn = (block: Block, next: Block | undefined): boolean =>
  isBox(block) &&
  next !== undefined &&
  next.type !== 'heading' &&
  next.type !== 'rule' &&
  !(isBox(next) && next.label.length > 0)

const isBox = (block: Block): block is Extract<Block, { type: 'block' }> =>
  block.type === 'block' && block.name !== 'quote'

/** Whether a paragraph has addresses that would crowd it, so that they are better numbered. */
function moreThanOneAddress(children: readonly Inline[], options: TextOptions): boolean {
  let count = 0
  const walk = (nodes: readonly Inline[]): void => {
    for (const node of nodes) {
      const href = node.type === 'link' ? options.link(node.href) : undefined
      if (href !== undefined && /^https?:/i.test(href)) count++
      if ('children' in node) walk(node.children)
    }
  }
  walk(children)
  return count > 1
}

const sameAddress = (text: string, href: string): boolean => {
  const bare = (address: string): string =>
    decoded(address)
      .replace(/^https?:\/\/|^(?:mailto|tel):|[\s/]+$/gi, '')
      .replace(/\s/g, '')
  return bare(text) === bare(href)
}

function decoded(text: string): string {
  try {
    return decodeURI(text)
  } catch {
    return text
  }
}

const prefixLines = (text: string, prefix: string): string =>
  text
    .split('\n')
    .map((line) => (line === '' ? prefix.trimEnd() : prefix + line))
    .join('\n')

const superscript = (number: number, ascii: boolean): string =>
  ascii ? `(${number})` : String(number).replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? digit)

/** The character that HTML writes as a number or a name; of names, those that stand for what HTML has a use for. */
function character(all: string, decimal?: string, hex?: string, name?: string): string {
  const code = decimal !== undefined ? Number(decimal) : hex !== undefined ? Number.parseInt(hex, 16) : undefined
  if (code !== undefined) return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : all
  return named.get(name ?? '') ?? all
}

const named = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: ' ',
    copy: '©',
    reg: '®',
    trade: '™',
    euro: '€',
  }),
)

const withoutTags = (html: string): string =>
  html
    .replace(/<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, '')
    .replace(/<br\b[^>]*>|<\/(?:p|div|li|tr|dt|dd|h[1-6]|summary|figcaption|caption|blockquote)>/gi, '\n')
    .replace(/<\/t[dh]>/gi, ' ')
    .replace(/<img\b[^>]*?\salt="([^"]*)"[^>]*>/gi, '$1')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, character)
    .replace(/[ \t]*\n\s*/g, '\n')
    .trim()

const invisible = /[\u00AD\u200B\u2060\uFEFF]/g
const toAscii: readonly (readonly [RegExp, string])[] = [
  [/[“”„‟]|«[\u00A0\u202F]?|[\u00A0\u202F]?»/g, '"'],
  [/[‘’‚‛‹›]/g, "'"],
  [/\u2014|\u2015/g, '--'],
  [/[\u2010-\u2013\u2212]/g, '-'],
  [/…/g, '...'],
  [/[•·]/g, '*'],
  [/[\u2000-\u200A\u202F\u205F\u3000]/g, ' '],
]

function inAscii(text: string): string {
  let out = text
  for (const [from, to] of toAscii) out = out.replace(from, to)
  return out
}

/** What a mail program would trip over is taken out: no-break spaces become spaces, invisible characters go. */
export function finish(text: string, ascii: boolean): string {
  let out = ascii ? inAscii(text) : text
  if (unwanted.test(out))
    out = out
      .replace(/[\u00A0\u202F]/g, ' ')
      .replaceAll('\t', '    ')
      .replace(invisible, '')
  return endsLineInSpace(out) ? out.replace(/[ \t]+(?=\n|$)/g, '') : out
}

const endsLineInSpace = (text: string): boolean =>
  text.includes(' \n') || text.includes('\t\n') || text.endsWith(' ') || text.endsWith('\t')

/** Looked for in one go: V8 searches for a zero-width space by the half of it that is a space as well. */
const unwanted = /[\t\u00A0\u202F\u00AD\u200B\u2060\uFEFF]/
