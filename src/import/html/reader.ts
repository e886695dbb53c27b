import type { Aside, Block, Enclosure, Run, TextBlock } from '../manuscript.ts'
import { isText } from '../manuscript.ts'
import { cut, joined, textOf, trimmed } from '../runs.ts'
import { scripted } from '../script.ts'
import type { FindPicture } from '../find-picture.ts'
import { plainHref } from './links.ts'
import { cssOf, type Css } from './style.ts'
import { markLength, typedItem } from './word-list.ts'
import { attribute, elementsBelow, isElement, silent, textBelow, type Element, type Node } from './tree.ts'

interface Source {
  readonly rules: ReadonlyMap<string, Css>
  readonly findPicture: FindPicture
  readonly notes: ReadonlyMap<Element, string>
  readonly noteBodies: ReadonlySet<Element>
  /** Whether it is a footnote that is read, in which links lead back to its mark. */
  readonly isNote?: boolean
}

/** What text takes over from the elements that it stands in. */
interface Within extends Css {
  readonly href?: string
  readonly code?: boolean
  readonly quoted?: boolean
}

interface List {
  readonly level: number
  number: number | undefined
}

const furniture = new Set(['nav', 'aside', 'footer', 'button', 'form', 'dialog'])
const blocksOf = new Set([
  'address',
  'article',
  'blockquote',
  'center',
  'dd',
  'details',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figcaption',
  'figure',
  'header',
  'hgroup',
  'main',
  'p',
  'section',
  'summary',
  'body',
  'html',
  'tbody',
  'td',
  'tr',
  'caption',
])

/** Goes through a page and gathers its blocks. */
export class HtmlReader {
  readonly asides: Aside[] = []
  readonly remarks: string[] = []
  readonly #pictures = new Map<string, Enclosure>()
  readonly #source: Source
  #blocks: Block[] = []
  #runs: Run[] = []
  #shape: Partial<TextBlock> = {}

  constructor(source: Source) {
    this.#source = source
  }

  get pictures(): Enclosure[] {
    return [...this.#pictures.values()]
  }

  read(root: Element): Block[] {
    this.#children(root, {}, [])
    this.#end()
    const blocks = this.#blocks
    this.#blocks = []
    return blocks
  }

  /** A footnote as one text, without its mark and its way back. */
  readNote(elements: readonly Element[]): Run[] {
    const inner = new HtmlReader({ ...this.#source, noteBodies: new Set(), notes: new Map(), isNote: true })
    const blocks = elements.flatMap((element) => inner.read(element))
    const runs = blocks.flatMap((block, i) =>
      isText(block) ? (i === 0 ? block.runs : [{ text: '\n' }, ...block.runs]) : [],
    )
    return trimmed(joined(runs))
  }

  #children(parent: Element, within: Within, lists: readonly List[]): void {
    for (const node of parent.childNodes) this.#node(node, within, lists)
  }

  #node(node: Node, within: Within, lists: readonly List[]): void {
    if ('value' in node && node.nodeName === '#text') return this.#text(node.value, within)
    if (!isElement(node) || silent.has(node.tagName) || this.#source.noteBodies.has(node)) return
    const style = attribute(node, 'style')
    const css = this.#css(node, style)
    if (css.hidden || node.attrs.some(({ name }) => name === 'hidden')) return this.#aside('hidden text', node)
    if (
      furniture.has(node.tagName) ||
      /^(?:navigation|banner|contentinfo|search|complementary)$/.test(attribute(node, 'role'))
    )
      return this.#furniture(node, within, lists)
    if (/mso-list:\s*ignore/i.test(style)) return this.#wordMark(node)
    if (
      node.tagName === 'div' &&
      elementsBelow(node).some((one) => attribute(one, 'href').startsWith('#cmnt_ref')) &&
      textBelow(node).length < 3000
    )
      return this.#aside('a comment', node)
    const look: Within = { ...within, ...css }
    switch (node.tagName) {
      case 'br':
        this.#runs.push({ text: '\n' })
        return
      case 'b':
      case 'strong':
        return this.#children(node, { ...within, strong: true, ...css }, lists)
      case 'i':
      case 'em':
      case 'cite':
        return this.#children(node, { ...within, emphasis: true, ...css }, lists)
      case 's':
      case 'strike':
      case 'del':
        return this.#children(node, { ...within, strike: true, ...css }, lists)
      case 'sup':
        return this.#children(node, { ...within, script: 'super', ...css }, lists)
      case 'sub':
        return this.#children(node, { ...within, script: 'sub', ...css }, lists)
      case 'code':
      case 'kbd':
        return this.#children(node, { ...look, code: true }, lists)
      case 'a': {
        const footnote = this.#source.notes.get(node)
        if (footnote !== undefined) return void this.#runs.push({ text: '', footnote })
        if (
          attribute(node, 'href').startsWith('#cmnt') ||
          (this.#source.isNote && attribute(node, 'href').startsWith('#'))
        )
          return
        const href = plainHref(attribute(node, 'href'))
        return this.#children(node, href === undefined ? look : { ...look, href }, lists)
      }
      case 'q':
        this.#text('“', look)
        this.#children(node, look, lists)
        return this.#text('”', look)
      case 'img':
        return this.#picture(node)
      case 'figure':
        return this.#figure(node, look, lists)
      case 'hr':
        this.#end()
        return void this.#blocks.push({ kind: 'rule' })
      case 'pre':
        return this.#pre(node, look)
      case 'table':
        return this.#table(node, look, lists)
      case 'ul':
      case 'ol':
        this.#end()
        this.#children(node, look, [
          ...lists,
          {
            level: lists.length,
            number: node.tagName === 'ol' ? Number(attribute(node, 'start') || 1) - 1 : undefined,
          },
        ])
        return this.#end()
      case 'li':
        return this.#item(node, look, lists)
      case 'blockquote':
        this.#end()
        this.#children(node, { ...look, quoted: true }, lists)
        return this.#end()
      default:
        if (/^h[1-6]$/.test(node.tagName)) return this.#heading(node, look, lists)
        if (blocksOf.has(node.tagName)) return this.#block(node, look, lists)
        return this.#children(node, look, lists)
    }
  }

  #css(element: Element, style: string): Css {
    const { rules } = this.#source
    let css: Css = rules.size === 0 ? {} : { ...rules.get(element.tagName) }
    for (const name of attribute(element, 'class').split(/\s+/)) css = { ...css, ...rules.get(`.${name}`) }
    return style === '' ? css : { ...css, ...cssOf(style) }
  }

  #text(value: string, within: Within): void {
    const { strong, emphasis, strike, code, href, script } = within
    const text = scripted(value.replace(/[ \t\n\r\f]+/g, ' '), script)
    if (text === '') return
    if (within.quoted) this.#shape = { ...this.#shape, quoted: true }
    this.#runs.push({
      text,
      ...(strong && { strong }),
      ...(emphasis && { emphasis }),
      ...(strike && { strike }),
      ...(code && { code }),
      ...(href !== undefined && { href }),
    })
  }

  /** Ends the paragraph that has been gathered so far. */
  #end(): void {
    const runs = trimmed(joined(collapsed(this.#runs)))
    const shape = this.#shape
    this.#runs = []
    this.#shape = {}
    if (runs.length > 0) this.#blocks.push({ kind: 'paragraph', level: 0, ...shape, runs })
  }

  #block(element: Element, within: Within, lists: readonly List[]): void {
    const wordList = /mso-list:\s*l\d+\s+level(\d)/i.exec(attribute(element, 'style'))
    const item = wordList ? undefined : typedItem(element)
    const name = attribute(element, 'class')
    const isOuter = element.tagName !== 'p' || lists.length === 0
    if (isOuter || this.#runs.length > 0) this.#end()
    if (wordList) this.#shape = { kind: 'item', level: Number(wordList[1]) - 1 }
    else if (item) this.#shape = item
    else if (/^(?:mso)?title$/i.test(name)) this.#shape = { kind: 'heading', level: 1, style: 'title' }
    else if (/^(?:mso)?subtitle$/i.test(name)) this.#shape = { style: 'subtitle' }
    this.#children(element, within, lists)
    if (item) this.#runs = cut(this.#runs, markLength(textOf(this.#runs)))
    this.#end()
  }

  #heading(element: Element, within: Within, lists: readonly List[]): void {
    this.#end()
    const { strong: _, ...look } = within
    const isTitle = /(?:^|\s)(?:mso)?title(?:\s|$)/i.test(attribute(element, 'class'))
    this.#shape = { kind: 'heading', level: Number(element.tagName.slice(1)), ...(isTitle && { style: 'title' }) }
    const shape = this.#shape
    this.#children(element, look, lists)
    this.#shape = { ...this.#shape, ...shape }
    this.#end()
  }

  #item(element: Element, within: Within, lists: readonly List[]): void {
    this.#end()
    const list = lists.at(-1)
    if (list?.number !== undefined) list.number++
    this.#shape = { kind: 'item', level: list?.level ?? 0, ...(list?.number !== undefined && { number: list.number }) }
    this.#children(element, within, lists)
    this.#end()
  }

  /** The bullet or number that Word writes out before an item for readers that know no lists. */
  #wordMark(element: Element): void {
    const number = /^\s*(\d+)[.)]/.exec(textBelow(element))?.[1]
    this.#shape = { ...this.#shape, kind: 'item', ...(number !== undefined && { number: Number(number) }) }
    const text = textBelow(element).replace(/[·•o§\s\u00A0.)]/g, '')
    if (text !== '' && number === undefined) this.#text(`${textBelow(element)} `, {})
  }

  #pre(element: Element, within: Within): void {
    this.#end()
    for (const part of textBelow(element).split(/\n[ \t]*\n/))
      if (part.trim() !== '')
        this.#blocks.push({
          kind: 'paragraph',
          level: 0,
          runs: [{ text: part.trim() }],
          ...(within.quoted && { quoted: true }),
        })
  }

  /** A menu or a footer comes aside, unless it is all there is: mails and Word know no such elements. */
  #furniture(element: Element, within: Within, lists: readonly List[]): void {
    if (element.tagName === 'form' && textBelow(element).length > 2000) return this.#children(element, within, lists)
    this.#end()
    this.#aside('around the text', element)
  }

  #aside(what: string, element: Element): void {
    const inner = new HtmlReader({ ...this.#source, rules: new Map() })
    for (const node of element.childNodes) inner.#node(node, {}, [])
    inner.#end()
    const lines = inner.#blocks.map((block) =>
      isText(block)
        ? textOf(block.runs)
        : block.kind === 'table'
          ? block.rows.map((row) => row.map(textOf).join(' ')).join('\n')
          : '',
    )
    const text = lines.join('\n').trim()
    if (text !== '') this.asides.push({ what, text })
    this.asides.push(...inner.asides)
  }

  /** A picture with its caption. */
  #figure(element: Element, within: Within, lists: readonly List[]): void {
    const inner = elementsBelow(element)
    const pictures = inner.filter(({ tagName }) => tagName === 'img')
    const captions = inner.filter(({ tagName }) => tagName === 'figcaption')
    const [picture] = pictures
    const caption = captions.map((one) => textBelow(one).replace(/\s+/g, ' ').trim()).join(' ')
    const isAll = textBelow(element).replace(/\s+/g, '') === captions.map(textBelow).join('').replace(/\s+/g, '')
    this.#end()
    if (pictures.length === 1 && picture && isAll && this.#source.findPicture(attribute(picture, 'src')))
      this.#picture(picture, caption)
    else this.#children(element, within, lists)
    this.#end()
  }

  #picture(element: Element, caption = ''): void {
    const [src, alt] = [attribute(element, 'src'), attribute(element, 'alt').replace(/\s+/g, ' ').trim()]
    const [width, height] = [attribute(element, 'width'), attribute(element, 'height')]
    if (src === '' || width === '1' || height === '1') return
    const found = this.#source.findPicture(src)
    if (found) {
      this.#pictures.set(found.name, found)
      this.#runs.push({ text: alt, picture: found.name, ...(caption !== '' && { caption }) })
    } else {
      if (alt !== '') this.#text(alt, {})
      this.#end()
      this.#blocks.push({ kind: 'remark', text: `a picture is not at hand, ${src.slice(0, 200)}` })
    }
  }

  #table(element: Element, within: Within, lists: readonly List[]): void {
    this.#end()
    const inner = elementsBelow(element)
    const rows = inner.filter((one) => one.tagName === 'tr' && closest(one, 'table') === element)
    const cells = rows.map((row) =>
      row.childNodes.filter((one): one is Element => isElement(one) && /^t[dh]$/.test(one.tagName)),
    )
    const isLayout =
      attribute(element, 'role') === 'presentation' ||
      inner.some(({ tagName }) => /^(?:table|h[1-6]|ul|ol|blockquote|hr)$/.test(tagName)) ||
      cells.every((row) => row.length <= 1) ||
      cells.flat().some((cell) => textBelow(cell).trim().length > 600)
    if (isLayout) {
      this.#children(element, within, lists)
      return this.#end()
    }
    const caption = inner.find(({ tagName }) => tagName === 'caption')
    if (caption) this.#block(caption, within, lists)
    /** For each column, how many rows a cell from above still reaches over. */
    let above: number[] = []
    const laid = cells.map((row) => {
      const runs: Run[][] = []
      const below: number[] = []
      const passOver = (): void => {
        for (let left = above[runs.length] ?? 0; left > 0 && runs.length < maxSpan; left = above[runs.length] ?? 0) {
          below[runs.length] = left - 1
          runs.push([])
        }
      }
      for (const cell of row) {
        passOver()
        for (let i = 0; i === 0 || (i < spanOf(cell, 'colspan') && runs.length < maxSpan); i++) {
          below[runs.length] = spanOf(cell, 'rowspan') - 1
          runs.push(i === 0 ? this.#cell(cell, within) : [])
        }
      }
      passOver()
      above = below
      return runs
    })
    this.#blocks.push({ kind: 'table', rows: laid })
  }

  #cell(cell: Element, within: Within): Run[] {
    const before = this.#blocks
    this.#blocks = []
    const { strong, ...look } = within
    this.#children(cell, cell.tagName === 'th' ? look : { ...look, ...(strong && { strong }) }, [])
    this.#end()
    const runs = this.#blocks.flatMap((block, i) =>
      isText(block) ? (i === 0 ? block.runs : [{ text: '\n' }, ...block.runs]) : [],
    )
    this.#blocks = before
    return joined(runs)
  }
}

/** No table of a release has more columns, nor a cell that reaches over more rows. */
const maxSpan = 60

/** How many columns or rows a cell reaches over. */
const spanOf = (cell: Element, name: 'colspan' | 'rowspan'): number =>
  Math.max(1, Math.min(maxSpan, Math.trunc(Number(attribute(cell, name))) || 1))

function closest(element: Element, name: string): Element | undefined {
  for (let node: Node | null = element.parentNode; node; node = 'parentNode' in node ? node.parentNode : null)
    if (isElement(node) && node.tagName === name) return node
  return undefined
}

/** White space of HTML is one space, and none at the ends of lines. */
function collapsed(runs: readonly Run[]): Run[] {
  let last = '\n'
  return runs.map((run) => {
    let text = ''
    for (const letter of run.text) {
      if (letter === ' ' && (last === ' ' || last === '\n')) continue
      text += letter
      last = letter
    }
    if (run.picture !== undefined || run.footnote !== undefined) last = 'x'
    return { ...run, text }
  })
}
