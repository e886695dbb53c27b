import { directionApart, hasRightToLeft, phonesApart } from './direction.ts'
import { escapeHtml } from './escape.ts'
import { isFigure, tableClass } from './table-class.ts'
import { plainText, type Block, type Cell, type Document, type Inline } from './tree.ts'

/** A picture, resolved: where it is shown from and how large it is. */
export interface Picture {
  readonly src: string
  readonly alt: string
  readonly caption: string
  readonly credit: string
  readonly rights: string
  /** Credit and rights in one line. */
  readonly credits: string
  /** Caption, credit and rights in one line. */
  readonly line: string
  /** In pixels; 0 where the file does not say. */
  readonly width: number
  readonly height: number
}

/** What a format brings to the rendering of a body as HTML: its partials, and where links and pictures lead. */
export interface HtmlParts {
  /** The address that a link gets, or nothing where only its text is to stay. */
  link(href: string): string | undefined
  /** The picture at a path that the body names, in a place that is so many pixels wide; nothing where it cannot be shown. */
  picture(src: string, alt: string, title: string, room: number): Picture | undefined
  /** How wide the text is, in pixels, and how much less wide it is within what stands in it; of no account where a page stretches. */
  readonly room: number
  readonly margins: Readonly<Record<'quote' | 'box' | 'item' | 'cell', number>>
  readonly figure: (view: Picture) => string
  readonly quote: (view: { body: string; speaker: string }) => string
  readonly blockquote: (view: { body: string }) => string
  readonly table: (view: { table: string }) => string
  readonly notes: (view: { title: string; body: string }) => string
  readonly factBox: (view: { title: string; body: string }) => string
  readonly dateline: (view: { text: string }) => string
  readonly footnotes: (view: { footnotes: readonly Footnote[] }) => string
  /** Whether footnote marks and notes lead to each other; mail programs break such links. */
  readonly linkFootnotes: boolean
  /** Whether the language runs from right to left. */
  readonly rightToLeft: boolean
  /** Keeps the ids of several bodies on one page apart. */
  readonly idPrefix: string
}

/** Renders what a release says as HTML that can be put on a page. */
export interface Renderer {
  document(document: Document): string
  line(children: readonly Inline[]): string
}

export interface Footnote {
  readonly id: string
  readonly number: number
  readonly body: string
  readonly backTo: string
}

/** A body as HTML: its blocks, then its footnotes. Text is escaped; nothing that an author types becomes markup. */
export function renderHtml({ blocks, footnotes }: Document, parts: HtmlParts): string {
  const body = renderBlocks(blocks, parts, parts.room)
  if (footnotes.length === 0) return body
  const notes = footnotes.map((note, i) => ({
    id: `${parts.idPrefix}note-${i + 1}`,
    number: i + 1,
    body: renderBlocks(alone(note), parts, parts.room - parts.margins.item),
    backTo: parts.linkFootnotes ? `#${parts.idPrefix}mention-${i + 1}` : '',
  }))
  return body + parts.footnotes({ footnotes: notes })
}

/** A note of one paragraph stands in its list without one, so that the way back closes its line. */
const alone = (note: readonly Block[]): readonly Block[] => {
  const [only] = note
  return note.length === 1 && only?.type === 'paragraph' ? [{ ...only, tight: true }] : note
}

function renderBlocks(blocks: readonly Block[], parts: HtmlParts, room: number): string {
  let out = ''
  for (const block of blocks) out += renderBlock(block, parts, room)
  return out
}

function renderBlock(block: Block, parts: HtmlParts, room: number): string {
  switch (block.type) {
    case 'paragraph': {
      const inner = renderInlineHtml(block.children, parts, room)
      return block.tight ? inner : `<p${apart(inner, block.children, parts)}>${inner}</p>\n`
    }
    case 'heading': {
      const inner = renderInlineHtml(block.children, parts, room)
      return `<h${block.level}${apart(inner, block.children, parts)}>${inner}</h${block.level}>\n`
    }
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul'
      const start = block.ordered && block.start !== 1 ? ` start="${block.start}"` : ''
      const items = block.items
        .map((item) => {
          const inner = renderBlocks(item, parts, room - parts.margins.item)
          return `<li${itemApart(inner, item, parts)}>${inner}</li>\n`
        })
        .join('')
      return `<${tag}${start}>\n${items}</${tag}>\n`
    }
    case 'blockquote':
      return parts.blockquote({ body: renderBlocks(block.children, parts, room - parts.margins.quote) })
    case 'table':
      return renderTable(block.head, block.rows, parts, room)
    case 'code':
      return `<pre${parts.rightToLeft ? leftToRight : ''}><code>${escapeHtml(block.value)}</code></pre>\n`
    case 'rule':
      return '<hr>\n'
    case 'figure': {
      const picture = parts.picture(block.src, block.alt, block.title, room)
      return picture ? parts.figure(picture) : block.alt === '' ? '' : `<p>${escapeHtml(block.alt)}</p>\n`
    }
    case 'block': {
      const within = room - parts.margins[block.name === 'quote' ? 'quote' : 'box']
      const label = renderInlineHtml(block.label, parts, within)
      const body = renderBlocks(block.children, parts, within)
      if (block.name === 'quote') return parts.quote({ body, speaker: label })
      return (block.name === 'notes' ? parts.notes : parts.factBox)({ title: label, body })
    }
    case 'html':
      return block.value
  }
}

/** Code runs from left to right in every language. */
const leftToRight = ' dir="ltr"'

/** What a block runs in, where that is not the way of the release; the words are put together only where its HTML may have such letters. */
const apart = (html: string, children: readonly Inline[], { rightToLeft }: HtmlParts): string =>
  rightToLeft || hasRightToLeft(html) ? directionApart(plainText(children), rightToLeft) : ''

/** Of an item whose words stand in it without a paragraph. */
const itemApart = (html: string, [first]: readonly Block[], parts: HtmlParts): string =>
  first?.type === 'paragraph' && first.tight ? apart(html, first.children, parts) : ''

function renderTable(
  head: readonly Cell[],
  rows: readonly (readonly Cell[])[],
  parts: HtmlParts,
  room: number,
): string {
  const within = Math.floor(room / head.length) - parts.margins.cell
  const row = (cells: readonly Cell[], tag: 'th' | 'td'): string => {
    const scope = tag === 'th' ? ' scope="col"' : ''
    const inner = cells.map((cell) => {
      const { align, children } = cell
      const name = tag === 'td' && isFigure(cell) ? `${align} number` : align
      const side = align === 'start' ? '' : ` class="${name}"`
      const empty = tag === 'th' && children.length === 0
      return empty ? '<td></td>' : `<${tag}${scope}${side}>${renderInlineHtml(children, parts, within)}</${tag}>`
    })
    return `<tr>${inner.join('')}</tr>\n`
  }
  const bodyRows = rows.map((cells) => row(cells, 'td')).join('')
  const table = `<table class="${tableClass(head, rows)}">\n<thead>\n${row(head, 'th')}</thead>\n<tbody>\n${bodyRows}</tbody>\n</table>\n`
  return parts.table({ table })
}

/** One line of a body as HTML. */
export function renderInlineHtml(children: readonly Inline[], parts: HtmlParts, room = parts.room): string {
  let out = ''
  for (const node of children) out += renderNode(node, parts, room)
  return out
}

function renderNode(node: Inline, parts: HtmlParts, room: number): string {
  switch (node.type) {
    case 'text':
      return parts.rightToLeft ? phonesApart(escapeHtml(node.value)) : escapeHtml(node.value)
    case 'emphasis':
      return `<em>${renderInlineHtml(node.children, parts, room)}</em>`
    case 'strong':
      return `<strong>${renderInlineHtml(node.children, parts, room)}</strong>`
    case 'strikethrough':
      return `<s>${renderInlineHtml(node.children, parts, room)}</s>`
    case 'code':
      return `<code${parts.rightToLeft ? leftToRight : ''}>${escapeHtml(node.value)}</code>`
    case 'link': {
      const inner = renderInlineHtml(node.children, parts, room)
      const href = parts.link(node.href)
      if (href === undefined || inner === '') return inner
      const title = node.title === '' ? '' : ` title="${escapeHtml(node.title)}"`
      return `<a href="${escapeHtml(href)}"${title}>${inner}</a>`
    }
    case 'image': {
      const picture = parts.picture(node.src, node.alt, node.title, room)
      if (!picture) return escapeHtml(node.alt)
      const height = picture.height > 0 ? ` height="${picture.height}"` : ''
      const size = picture.width > 0 ? ` width="${picture.width}"${height}` : ''
      return `<img src="${escapeHtml(picture.src)}" alt="${escapeHtml(picture.alt)}"${size}>`
    }
    case 'break':
      return node.hard ? '<br>\n' : '\n'
    case 'footnote': {
      if (!parts.linkFootnotes) return `<sup>${node.number}</sup>`
      const id = node.mention === 0 ? ` id="${parts.idPrefix}mention-${node.number}"` : ''
      return `<sup><a href="#${parts.idPrefix}note-${node.number}"${id}>${node.number}</a></sup>`
    }
    case 'dateline':
      return `${parts.dateline({ text: renderInlineHtml(node.children, parts, room) })} `
    case 'html':
      return node.value
  }
}
