/** The first and the one after the last line of a block, counted from 0 in the text that was parsed. */
export type Lines = readonly [start: number, end: number]

export type Inline =
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'emphasis' | 'strong' | 'strikethrough'; readonly children: readonly Inline[] }
  | { readonly type: 'code'; readonly value: string }
  | { readonly type: 'link'; readonly href: string; readonly title: string; readonly children: readonly Inline[] }
  | { readonly type: 'image'; readonly src: string; readonly alt: string; readonly title: string }
  | { readonly type: 'break'; readonly hard: boolean }
  | { readonly type: 'footnote'; readonly number: number; readonly mention: number }
  | { readonly type: 'dateline'; readonly children: readonly Inline[] }
  | { readonly type: 'html'; readonly value: string }

export type Align = 'start' | 'center' | 'end'

export interface Cell {
  readonly align: Align
  readonly children: readonly Inline[]
}

export type BlockName = 'quote' | 'notes' | 'fact-box'
export const blockNames: readonly BlockName[] = ['quote', 'notes', 'fact-box']

export type Block = { readonly lines: Lines } & (
  | { readonly type: 'paragraph'; readonly children: readonly Inline[]; readonly tight: boolean }
  | { readonly type: 'heading'; readonly level: 2 | 3 | 4 | 5 | 6; readonly children: readonly Inline[] }
  | {
      readonly type: 'list'
      readonly ordered: boolean
      readonly start: number
      readonly items: readonly (readonly Block[])[]
    }
  | { readonly type: 'blockquote'; readonly children: readonly Block[] }
  | { readonly type: 'table'; readonly head: readonly Cell[]; readonly rows: readonly (readonly Cell[])[] }
  | { readonly type: 'code'; readonly value: string }
  | { readonly type: 'rule' }
  | { readonly type: 'figure'; readonly src: string; readonly alt: string; readonly title: string }
  | {
      /** `::: quote Speaker, Role`: what stands after the name is the speaker of a quote, the title of the others. */
      readonly type: 'block'
      readonly name: BlockName
      readonly label: readonly Inline[]
      readonly children: readonly Block[]
    }
  | { readonly type: 'html'; readonly value: string }
)

/** A parsed body: what every renderer reads, so that every format has the same words in the same order. */
export interface Document {
  readonly blocks: readonly Block[]
  readonly footnotes: readonly (readonly Block[])[]
}

/** The words of a text, without its marks. */
export function plainText(children: readonly Inline[]): string {
  let out = ''
  for (const node of children) {
    switch (node.type) {
      case 'text':
      case 'code':
        out += node.value
        break
      case 'emphasis':
      case 'strong':
      case 'strikethrough':
      case 'link':
      case 'dateline':
        out += plainText(node.children)
        break
      case 'break':
        out += ' '
        break
      case 'image':
        out += node.alt
        break
      case 'footnote':
      case 'html':
        break
    }
  }
  return out
}

/** Shows every inline node of a document, in reading order, with the block that it stands in. */
export function eachInline(blocks: readonly Block[], see: (node: Inline, block: Block) => void): void {
  for (const block of blocks) {
    eachWithin(ownInlines(block), block, see)
    for (const children of childBlocks(block)) eachInline(children, see)
  }
}

function eachWithin(nodes: readonly Inline[], block: Block, see: (node: Inline, block: Block) => void): void {
  for (const node of nodes) {
    see(node, block)
    if ('children' in node) eachWithin(node.children, block, see)
  }
}

/** Shows every block, and those that stand inside it, in reading order. */
export function eachBlock(blocks: readonly Block[], see: (block: Block) => void): void {
  for (const block of blocks) {
    see(block)
    for (const children of childBlocks(block)) eachBlock(children, see)
  }
}

/** The lines of code of a document, in reading order: in its sentences and in blocks of their own. */
export function codeLines(blocks: readonly Block[]): string[] {
  const lines: string[] = []
  for (const block of blocks) {
    if (block.type === 'code') lines.push(...block.value.split('\n').filter((line) => line.trim() !== ''))
    eachWithin(ownInlines(block), block, (node) => {
      if (node.type === 'code') lines.push(node.value)
    })
    for (const children of childBlocks(block)) lines.push(...codeLines(children))
  }
  return lines
}

function ownInlines(block: Block): readonly Inline[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return block.children
    case 'table':
      return [block.head, ...block.rows].flatMap((row) => row.flatMap(({ children }) => children))
    case 'block':
      return block.label
    default:
      return []
  }
}

/** The lists of blocks that stand inside a block. */
export function childBlocks(block: Block): readonly (readonly Block[])[] {
  switch (block.type) {
    case 'list':
      return block.items
    case 'blockquote':
    case 'block':
      return [block.children]
    default:
      return []
  }
}
