import type { Block } from '../manuscript.ts'
import { isText } from '../manuscript.ts'
import { looksLikeHeading, textOf } from '../runs.ts'

const words = (text: string): number => text.trim().split(/\s+/).length

/** Whether a block is a paragraph that people read, and not a line of the head. */
export function isProse(block: Block): boolean {
  if (!isText(block) || block.kind === 'heading' || looksLikeHeading(block)) return false
  const text = textOf(block.runs).trim()
  if (/^\S+@\S+$|^[+\d]/.test(text) && words(text) < 12) return false
  const count = words(text)
  return count >= 28 || (count >= 8 && /[\p{L}\p{N})][.!?…؟。]["”»’']?$/u.test(text) && !/@/.test(text))
}

/** Where the text begins: the first paragraph of prose. What stands before it is the head of the release. */
export function bodyStart(blocks: readonly Block[]): number {
  const at = blocks.findIndex(isProse)
  return at === -1 ? blocks.length : at
}

/** Without the colons, bars and dashes that stand between parts of a line. */
export const withoutSeparators = (text: string): string => text.replace(/^[\s:|·•,،;–—-]+|[\s:|·•,،;–—-]+$/g, '')

/** How many letters `withoutSeparators` takes away in front. */
export const separatorsBefore = (text: string): number => /^[\s:|·•,،;–—-]*/.exec(text)?.[0].length ?? 0
