import type { TextBlock } from '../manuscript.ts'
import { attribute, textBelow, type Element } from './tree.ts'

/** The bullet or number before an item, with the blanks that Word fills up with; an `o` without these is a word. */
const mark = /^\s*(?:[·•§▪]|o(?=\u00A0)|(\d{1,3})[.)])\s+/

/** An item of a list that Word saved as "Web Page, Filtered": a paragraph of that style, its bullet or number typed out. */
export function typedItem(element: Element): Partial<TextBlock> | undefined {
  const found = /^MsoListParagraph/i.test(attribute(element, 'class')) ? mark.exec(textBelow(element)) : undefined
  if (!found) return undefined
  const [, number] = found
  return {
    kind: 'item',
    level: levelOf(attribute(element, 'style')),
    ...(number !== undefined && { number: Number(number) }),
  }
}

/** How many letters of an item are its mark. */
export const markLength = (text: string): number => mark.exec(text)?.[0].length ?? 0

/** Whether an element is the bullet of such an item, which is no word even where it is an `o`. */
export function isBullet(element: Element): boolean {
  const [first] = element.childNodes
  if (element.tagName !== 'span' || !first || !('value' in first) || !/^\s*[·•o§▪]\s*$/.test(first.value)) return false
  const text = textBelow(element)
  return /^\s*[·•o§▪]\s+$/.test(text) && text.includes('\u00A0')
}

const unitsInAnInch: Readonly<Record<string, number>> = { in: 1, cm: 2.54, mm: 25.4, pt: 72 }

/** Word indents each level by half an inch more; the first has its indent from the style. */
function levelOf(style: string): number {
  const [, width = '', unit = ''] = /margin-left:\s*([\d.]{1,8})(in|cm|mm|pt)/i.exec(style) ?? []
  const inches = Number(width || 0) / (unitsInAnInch[unit.toLowerCase()] ?? 1)
  return Math.min(8, Math.max(0, Math.round(inches * 2) - 1))
}
