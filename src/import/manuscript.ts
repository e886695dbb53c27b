/** A stretch of text that looks the same throughout. A line break within a paragraph is a "\n" in it. */
export interface Run {
  readonly text: string
  readonly strong?: boolean
  readonly emphasis?: boolean
  readonly strike?: boolean
  readonly code?: boolean
  readonly href?: string
  /** The name of a picture of the manuscript that stands here; the text is its description. */
  readonly picture?: string
  /** What stands under the picture. */
  readonly caption?: string
  /** The id of a footnote whose mark stands here; the text is empty. */
  readonly footnote?: string
}

/** A paragraph, a heading, an item: what is made of runs. */
export interface TextBlock {
  readonly kind: 'paragraph' | 'heading' | 'item'
  readonly runs: readonly Run[]
  /** Of a heading from 1 on, of an item from 0 on. */
  readonly level: number
  /** Of an item in a numbered list: its number. */
  readonly number?: number
  /** What its style says that it is. */
  readonly style?: 'title' | 'subtitle'
  readonly quoted?: boolean
  /** Whether only a line break stands between it and the block before. */
  readonly follows?: boolean
}

export interface TableBlock {
  readonly kind: 'table'
  /** Rows of cells; the first one is the head. */
  readonly rows: readonly (readonly (readonly Run[])[])[]
}

export interface CodeBlock {
  readonly kind: 'code'
  readonly text: string
}

export interface RuleBlock {
  readonly kind: 'rule'
}

/** Something that import was unsure of and could not place at all: it stands as a comment where it was met. */
export interface RemarkBlock {
  readonly kind: 'remark'
  readonly text: string
}

export type Block = TextBlock | TableBlock | CodeBlock | RuleBlock | RemarkBlock

/** A picture or another file that comes with a manuscript. */
export interface Enclosure {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Words that are not part of the text: in the head of the page, in a menu, in a comment. */
export interface Aside {
  readonly what: string
  readonly text: string
}

/** What a file holds, whatever its format: what the recognition starts from. */
export interface Manuscript {
  readonly blocks: readonly Block[]
  readonly footnotes: ReadonlyMap<string, readonly Run[]>
  readonly pictures: readonly Enclosure[]
  readonly attachments: readonly Enclosure[]
  readonly asides: readonly Aside[]
  /** What the reader of the release should know of the file, such as that it had tracked changes. */
  readonly remarks: readonly string[]
  /** The front matter of another system, or the fields of a mail. */
  readonly fields: Readonly<Record<string, unknown>>
  readonly language?: string
  /** All that the file says, read in another way than the blocks: what nothing may be missing of. */
  readonly words: string
}

export const noManuscript: Manuscript = {
  blocks: [],
  footnotes: new Map(),
  pictures: [],
  attachments: [],
  asides: [],
  remarks: [],
  fields: {},
  words: '',
}

export const isText = (block: Block): block is TextBlock =>
  block.kind === 'paragraph' || block.kind === 'heading' || block.kind === 'item'

export const paragraph = (runs: readonly Run[], more: Partial<TextBlock> = {}): TextBlock => ({
  kind: 'paragraph',
  runs,
  level: 0,
  ...more,
})
