import { plainText } from '../markdown/tree.ts'
import { cutToWidth } from '../markdown/width.ts'
import type { ResolvedRelease } from '../release/resolved.ts'

/** What a list shows of a release beside its headline: the summary; without one the line under the headline, or how the text begins. */
export function inShort({ withdrawal, summary, subheadline, body }: ResolvedRelease): string {
  if (withdrawal) return withdrawal.notice
  const said = plainText(summary) || plainText(subheadline)
  if (said !== '') return said
  const first = body.blocks.find((block) => block.type === 'paragraph')
  return first?.type === 'paragraph' ? plainText(first.children.filter(({ type }) => type !== 'dateline')).trim() : ''
}

/** A text of at most so many characters, of which those of double width count twice; cut off between words. */
export function shortened(text: string, longest: number): string {
  if (cutToWidth(text, longest) === text) return text
  const cut = cutToWidth(text, longest - 1)
  const space = cut.lastIndexOf(' ')
  return `${space * 2 > cut.length ? cut.slice(0, space) : cut}…`
}
