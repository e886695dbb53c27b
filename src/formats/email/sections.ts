import { childBlocks, plainText, type Block, type Document, type Inline } from '../../markdown/tree.ts'

/**
 * Outlook's Word engine breaks a table cell that is taller than a page (about 1,800 px), so a body is split into sections. The
 * heights are estimates for 552 px and 16 px text: they need only be on the safe side.
 */
const tallest = 1200

/** A body in parts, split between blocks; the footnotes stay with the last one. */
export function inSections({ blocks, footnotes }: Document): Document[] {
  const sections: Block[][] = [[]]
  let height = 0
  for (const block of blocks.flatMap(splitList)) {
    const own = heightOf(block)
    const current = sections.at(-1) ?? []
    const last = current.at(-1)
    const alone = last?.type === 'heading' && height - heightOf(last) <= 0
    if (height + own > tallest && current.length > 0 && !alone) {
      const heading = last?.type === 'heading' ? current.splice(-1) : []
      sections.push([...heading, block])
      height = own + heading.reduce((sum, one) => sum + heightOf(one), 0)
    } else {
      current.push(block)
      height += own
    }
  }
  const parts = sections.filter((section) => section.length > 0)
  if (parts.length === 0) return footnotes.length > 0 ? [{ blocks: [], footnotes }] : []
  return parts.map((section, i) => ({ blocks: section, footnotes: i === parts.length - 1 ? footnotes : [] }))
}

/** A list taller than a section becomes several that count on. */
function splitList(block: Block): Block[] {
  if (block.type !== 'list' || heightOf(block) <= tallest) return [block]
  const lists: Block[] = []
  let items: (readonly Block[])[] = []
  let start = block.start
  let height = 0
  for (const item of block.items) {
    const own = item.reduce((sum, one) => sum + heightOf(one), 6)
    if (height + own > tallest && items.length > 0) {
      lists.push({ ...block, start, items })
      start += items.length
      items = []
      height = 0
    }
    items.push(item)
    height += own
  }
  return [...lists, { ...block, start, items }]
}

const lineHeight = 25
const charactersPerLine = 62

function heightOf(block: Block): number {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return linesOf(block.children) * lineHeight + 16
    case 'table':
      return [block.head, ...block.rows].reduce((sum, row) => {
        const perCell = Math.max(8, charactersPerLine / Math.max(1, row.length))
        return (
          sum + Math.max(1, ...row.map(({ children }) => Math.ceil(plainText(children).length / perCell))) * 22 + 17
        )
      }, 20)
    case 'code':
      return block.value.split('\n').length * 21 + 16
    case 'figure':
      return 440
    case 'rule':
      return 49
    case 'html':
      return Math.ceil(block.value.length / charactersPerLine) * lineHeight
    case 'list':
    case 'blockquote':
    case 'block':
      return childBlocks(block).reduce(
        (sum, blocks) => sum + blocks.reduce((inner, one) => inner + heightOf(one), 6),
        24,
      )
  }
}

const linesOf = (children: readonly Inline[]): number => Math.max(1, Math.ceil(lengthOf(children) / charactersPerLine))

/** As many characters as `plainText` gives of most texts, without putting them together. */
function lengthOf(children: readonly Inline[]): number {
  let length = 0
  for (const node of children)
    length +=
      node.type === 'text' ? node.value.length : 'children' in node ? lengthOf(node.children) : plainText([node]).length
  return length
}
