import { datesIn } from '../dates.ts'
import type { Block } from '../manuscript.ts'
import { isText } from '../manuscript.ts'
import { looksLikeHeading, textOf } from '../runs.ts'

const words = (text: string): number => text.trim().split(/\s+/).length

/** The end of a sentence: its stop behind a word, a figure with its unit, a bracket or a quotation. */
const sentenceEnd = /[\p{L}\p{M}\p{N}\p{Sc})\]%‰°"”»’'][.!?…؟。]["”»’']?$/u

/** The place of a dateline, up to the day that follows it: `TURKU, `, `Paris, le `, `Turku (`. */
const placeBefore =
  /^\(?(?:\p{Lu}|\p{Lo})[\p{L}\p{M} .’'/-]{1,40}(?:[,،][\p{L}\p{M} .’'/-]{0,30}){0,2}[,،(] ?(?:(?:le|el|den|am|il) )?$/u

/** Whether a text begins as only a first paragraph does, with place, day and dash, and goes on after them. */
function hasDateline(text: string): boolean {
  const [day] = /[—–―-]/.test(text) ? datesIn(text.slice(0, 140), 'en') : []
  if (!day || !placeBefore.test(text.slice(0, day.start))) return false
  const [dash] = /^[.)]{0,2}\s*(?:[—–―]|--?\s)/.exec(text.slice(day.end)) ?? []
  return dash !== undefined && words(text.slice(day.end + dash.length)) >= 8
}

/** Whether a block is a paragraph that people read, and not a line of the head. */
export function isProse(block: Block): boolean {
  if (!isText(block) || block.kind === 'heading' || looksLikeHeading(block)) return false
  const text = textOf(block.runs).trim()
  if (/^\S+@\S+$|^[+\d]/.test(text) && words(text) < 12) return false
  const count = words(text)
  return count >= 28 || (count >= 8 && sentenceEnd.test(text) && !/@/.test(text)) || hasDateline(text)
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
