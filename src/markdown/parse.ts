import markdownIt, { type MarkdownIt, type Token } from 'markdown-it'
import footnote from 'markdown-it-footnote'
import { nearest } from '../source/nearest.ts'
import { blockOpen, pressBlocks } from './blocks.ts'
import { commentBlock, commentInline } from './comments.ts'
import { attachedMarks, dashesAndDots, noBreakSpaces, plainSpace } from './punctuation.ts'
import { takeShortcuts } from './shortcuts.ts'
import { blockNames, type Align, type Block, type Cell, type Document, type Inline, type Lines } from './tree.ts'

export interface Dialect {
  /** Opening and closing quotation marks, outer and inner, of the language. */
  readonly quotes: readonly string[]
  /** Whether raw HTML is HTML (and is sanitized later) or text. */
  readonly rawHtml: boolean
}

/** Something wrong with a ::: block, or with what stands too deep, at a line of the text that was parsed. */
export interface BlockFault {
  readonly code: 'unknown-block' | 'unclosed-block' | 'deep-nesting'
  readonly message: string
  readonly hint: string
  readonly line: number
}

export interface Parsed {
  readonly document: Document
  readonly faults: readonly BlockFault[]
}

const parsers = new Map<string, MarkdownIt>()

/** What a bare address must have in it; most texts have none, and need not be searched for any. */
const bareAddress = /\/\/|@|mailto:/i
/** The same outside of `[words](https://…)`, of which Markdown makes a link whatever stands around it. */
const beyondLinks = /(?<!(?<![\\\]^])\[[^[\]\\`<|^\n]*\]\(https?:)\/\/|\/\/(?![^\s()<>\\`|]*\))|@|mailto:/i

function parserOf({ quotes, rawHtml }: Dialect, text: string): MarkdownIt {
  const linkify = beyondLinks.test(text)
  const key = `${rawHtml} ${linkify} ${quotes.join(' ')}`
  let parser = parsers.get(key)
  if (!parser) {
    parser = markdownIt({ html: rawHtml, linkify, typographer: true, quotes: [...quotes] })
    const addresses = parser.linkify.set({ fuzzyLink: false })
    const match = addresses.match.bind(addresses)
    addresses.test = (part) => bareAddress.test(part)
    addresses.match = (part) => match(part) ?? []
    parser.validateLink = () => true
    parser.use(footnote)
    takeShortcuts(parser)
    parser.core.ruler.at('replacements', dashesAndDots)
    parser.core.ruler.before('smartquotes', 'press_attached_marks', attachedMarks(quotes))
    if (spacesMarks(quotes)) parser.core.ruler.push('no_break_spaces', noBreakSpaces)
    parser.block.ruler.before('fence', 'press_block', pressBlocks, {
      alt: ['paragraph', 'reference', 'blockquote', 'list'],
    })
    parser.block.ruler.before('html_block', 'press_comment', commentBlock, {
      alt: ['paragraph', 'reference', 'blockquote'],
    })
    parser.inline.ruler.before('html_inline', 'press_comment', commentInline)
    parsers.set(key, parser)
  }
  return parser
}

/** Whether a language puts a space between a quotation mark and its words, as French does, and so before other marks too. */
const spacesMarks = ([opening = '']: readonly string[]): boolean => opening.endsWith('\u00A0')

/** Parses a body: CommonMark, tables, footnotes, smart punctuation of the language, and the ::: blocks. Never throws. */
export function parseMarkdown(text: string, dialect: Dialect): Parsed {
  const reader = new Reader(parserOf(dialect, text).parse(text, {}))
  const { blocks, footnotes } = reader.document()
  const top = shallowestHeading(blocks)
  return { document: { blocks: withHeadings(blocks, top), footnotes }, faults: reader.faults }
}

/** Text in which neither Markdown nor smart punctuation finds anything: most headlines, names and captions. */
const plain = /^(?!.*(?:--|\.\.))[\p{L}\p{N} ,;?%()/.-]*$/u

/** Parses one line: a headline, a caption, a dateline. */
export function parseInline(text: string, dialect: Dialect): readonly Inline[] {
  if (plain.test(text) && !(spacesMarks(dialect.quotes) && plainSpace.test(text)))
    return text === '' ? [] : [{ type: 'text', value: text }]
  const [token] = parserOf(dialect, text).parseInline(text, {})
  return inlineTree(token?.children ?? []).nodes
}

/** The address that is made of the target of a link as it is typed. */
export function hrefOf(typed: string): string {
  const parser = parserOf({ quotes: [], rawHtml: false }, '')
  return parser.normalizeLink(parser.utils.unescapeAll(typed))
}

/** Reads markdown-it's flat tokens into the tree. */
class Reader {
  readonly faults: BlockFault[] = []
  readonly #tokens: readonly Token[]
  #at = 0
  #footnotes: (readonly Block[])[] = []

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  document(): Document {
    const blocks = this.#blocks()
    return { blocks, footnotes: this.#footnotes }
  }

  #next(): Token | undefined {
    return this.#tokens[this.#at++]
  }

  /** Blocks up to the token that closes what they stand in. */
  #blocks(): Block[] {
    const blocks: Block[] = []
    for (let token = this.#next(); token && token.nesting !== -1; token = this.#next()) {
      const block = this.#block(token)
      if (block) blocks.push(...block)
    }
    return blocks
  }

  #block(token: Token): Block[] | undefined {
    const lines: Lines = token.map ?? [0, 0]
    switch (token.type) {
      case 'paragraph_open': {
        const children = this.#inline()
        const tight = token.hidden
        return asFigures(children, lines) ?? [{ type: 'paragraph', children, tight, lines }]
      }
      case 'heading_open':
        return [{ type: 'heading', level: levelOf(Number(token.tag.slice(1))), children: this.#inline(), lines }]
      case 'bullet_list_open':
      case 'ordered_list_open':
        return [this.#list(token, lines)]
      case 'blockquote_open':
        return [{ type: 'blockquote', children: this.#blocks(), lines }]
      case 'table_open':
        return [this.#table(lines)]
      case 'fence':
      case 'code_block':
        return [{ type: 'code', value: token.content.replace(/\n$/, ''), lines }]
      case 'hr':
        return [{ type: 'rule', lines }]
      case 'html_block':
        return [{ type: 'html', value: token.content, lines }]
      case blockOpen:
        return this.#pressBlock(token, lines)
      case 'footnote_block_open':
        this.#footnoteBlock()
        return undefined
      default:
        return undefined
    }
  }

  /** The inline content between a block's opening and closing tokens. */
  #inline(): readonly Inline[] {
    const token = this.#next()
    this.#next()
    return this.#inlineOf(token)
  }

  #inlineOf(token: Token | undefined): readonly Inline[] {
    const { nodes, isTooDeep } = inlineTree(token?.children ?? [])
    if (isTooDeep)
      this.faults.push({
        code: 'deep-nesting',
        message: 'Too deep nesting',
        hint: `take away marks such as * and ~~; no more than ${maxDepth} levels are read`,
        line: token?.map?.[0] ?? 0,
      })
    return nodes
  }

  #list(open: Token, lines: Lines): Block {
    const items: Block[][] = []
    for (let token = this.#next(); token && token.nesting !== -1; token = this.#next()) items.push(this.#blocks())
    const start = Number(open.attrGet('start') ?? 1)
    return { type: 'list', ordered: open.type === 'ordered_list_open', start, items, lines }
  }

  #table(lines: Lines): Block {
    const rows: Cell[][] = []
    let row: Cell[] = []
    for (let token = this.#next(); token && token.type !== 'table_close'; token = this.#next()) {
      if (token.type === 'tr_open') row = []
      if (token.type === 'th_open' || token.type === 'td_open')
        row.push({ align: alignOf(token), children: this.#inline() })
      if (token.type === 'tr_close') rows.push(row)
    }
    const [head = [], ...body] = rows
    return { type: 'table', ...alignFigures(head, body), lines }
  }

  #pressBlock(token: Token, lines: Lines): Block[] {
    const label = this.#inlineOf(this.#next())
    const children = this.#blocks()
    const name = blockNames.find((known) => known === token.info)
    const { closed } = token.meta as { closed: boolean }
    if (!closed)
      this.faults.push({
        code: 'unclosed-block',
        message: `Unclosed block "${token.info}"`,
        hint: 'end it with a line of :::',
        line: lines[0],
      })
    if (name) return [{ type: 'block', name, label, children, lines }]
    const near = nearest(token.info, blockNames)
    const hint = near ? `did you mean "${near}"?` : `known: ${blockNames.join(', ')}`
    this.faults.push({ code: 'unknown-block', message: `Unknown block "${token.info}"`, hint, line: lines[0] })
    return children
  }

  #footnoteBlock(): void {
    for (let token = this.#next(); token && token.type !== 'footnote_block_close'; token = this.#next()) {
      if (token.type === 'footnote_open') this.#footnotes[(token.meta as { id: number }).id] = this.#blocks()
    }
  }
}

const levelOf = (level: number): 2 | 3 | 4 | 5 | 6 => Math.min(6, Math.max(2, level)) as 2 | 3 | 4 | 5 | 6

/** Paragraphs of nothing but pictures are figures. */
function asFigures(children: readonly Inline[], lines: Lines): Block[] | undefined {
  const images = children.filter((node) => node.type === 'image')
  const rest = children.filter((node) => node.type !== 'image' && node.type !== 'break')
  if (images.length === 0 || rest.some((node) => node.type !== 'text' || node.value.trim() !== '')) return undefined
  return images.map(({ src, alt, title }) => ({ type: 'figure', src, alt, title, lines }))
}

const alignOf = (token: Token): Align => {
  const style = attribute(token, 'style')
  return style.includes('right') ? 'end' : style.includes('center') ? 'center' : 'start'
}

const figure = /^[\s\p{Sc}+\-−–(]*[\d٠-٩][\d٠-٩.,٫٬\s'’]*[\s\p{Sc}%٪)]*$/u

/** A column of nothing but figures is set to the end, as figures are read; what the author aligned stays. */
function alignFigures(head: Cell[], rows: Cell[][]): { head: Cell[]; rows: Cell[][] } {
  const numeric = head.map(
    ({ align }, column) =>
      align === 'start' && rows.length > 0 && rows.every((row) => figure.test(plainCell(row[column]))),
  )
  const aligned = (row: Cell[]): Cell[] => row.map((cell, i) => (numeric[i] ? { ...cell, align: 'end' } : cell))
  return { head: aligned(head), rows: rows.map(aligned) }
}

const plainCell = (cell: Cell | undefined): string =>
  (cell?.children ?? []).map((node) => (node.type === 'text' ? node.value : node.type === 'strong' ? '0' : '')).join('')

function shallowestHeading(blocks: readonly Block[]): number {
  let top = 7
  for (const block of blocks) if (block.type === 'heading') top = Math.min(top, block.level)
  return top
}

/** The headline is the page's h1, so a body begins at h2, whatever its author wrote, and no level is skipped. */
function withHeadings(blocks: readonly Block[], top: number): readonly Block[] {
  let last = 1
  return blocks.map((block) => {
    if (block.type !== 'heading') return block
    const level = levelOf(Math.min(block.level - top + 2, last + 1))
    last = level
    return { ...block, level }
  })
}

/** Deeper than anybody emphasizes. All that reads the tree goes down it, and an email takes a style from each level. */
const maxDepth = 50

/** Reads the flat inline tokens of a block into nested nodes; what stands too deep, without its marks. */
function inlineTree(tokens: readonly Token[]): { readonly nodes: readonly Inline[]; readonly isTooDeep: boolean } {
  let at = 0
  let depth = 0
  let isTooDeep = false
  const until = (close: string | undefined): Inline[] => {
    const nodes: Inline[] = []
    while (at < tokens.length) {
      const token = tokens[at++]
      if (!token || token.type === close) break
      const node = read(token)
      if (node) pushJoined(nodes, node)
    }
    return nodes
  }
  /** What stands between two marks. Too deep, the marks are passed over: a recursion for each would run out of stack. */
  const within = (close: string, make: (children: readonly Inline[]) => Inline): Inline | undefined => {
    if (depth === maxDepth) {
      isTooDeep = true
      return undefined
    }
    depth++
    const children = until(close)
    depth--
    return make(children)
  }
  const read = (token: Token): Inline | undefined => {
    switch (token.type) {
      case 'text':
        return token.content === '' ? undefined : { type: 'text', value: token.content }
      case 'softbreak':
      case 'hardbreak':
        return { type: 'break', hard: token.type === 'hardbreak' }
      case 'em_open':
        return within('em_close', (children) => ({ type: 'emphasis', children }))
      case 'strong_open':
        return within('strong_close', (children) => ({ type: 'strong', children }))
      case 's_open':
        return within('s_close', (children) => ({ type: 'strikethrough', children }))
      case 'code_inline':
        return { type: 'code', value: token.content }
      case 'link_open': {
        const [href, title] = [attribute(token, 'href'), attribute(token, 'title')]
        return within('link_close', (children) => ({ type: 'link', href, title, children }))
      }
      case 'image': {
        const [src, title] = [attribute(token, 'src'), attribute(token, 'title')]
        return { type: 'image', src, alt: token.content, title }
      }
      case 'footnote_ref': {
        const { id, subId } = token.meta as { id: number; subId: number }
        return { type: 'footnote', number: id + 1, mention: subId }
      }
      case 'html_inline': {
        const end = unseenEnd(tokens, at - 1)
        if (end === undefined) return { type: 'html', value: token.content }
        at = end
        return undefined
      }
      default:
        return undefined
    }
  }
  return { nodes: until(undefined), isTooDeep }
}

/** Where what a browser runs or styles with, and never shows, ends that begins at a token; no format has it. Nothing for any other token. */
function unseenEnd(tokens: readonly Token[], from: number): number | undefined {
  const name = /^<(script|style)\b/i.exec(tokens[from]?.content ?? '')?.[1]?.toLowerCase()
  if (name === undefined) return undefined
  const isEnd = ({ type, content }: Token): boolean =>
    type === 'html_inline' && content.toLowerCase().startsWith(`</${name}`)
  const end = tokens.findIndex((token, i) => i > from && isEnd(token))
  return end === -1 ? tokens.length : end + 1
}

function pushJoined(nodes: Inline[], node: Inline): void {
  const last = nodes.at(-1)
  if (last?.type === 'text' && node.type === 'text')
    nodes[nodes.length - 1] = { type: 'text', value: last.value + node.value }
  else nodes.push(node)
}

const attribute = (token: Token, name: string): string => String(token.attrGet(name) ?? '')
