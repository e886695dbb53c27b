import type { Recognizer } from '../draft.ts'
import type { Block } from '../manuscript.ts'
import { isText } from '../manuscript.ts'
import { cut, textOf, trimmed } from '../runs.ts'
import { fold } from '../fold-text.ts'
import { anyOf } from '../words/words.ts'
import { bodyStart } from './head.ts'

let pattern: RegExp | undefined

/** `###`, `# # #`, `-30-`, `***`, `ENDS`, `- ENDS -`, at the end of a text. */
function endPattern(): RegExp {
  pattern ??= new RegExp(
    `(?:^|\\s)(?:(?:#\\s*){3,}|-\\s*(?:30|xxx)\\s*-|(?:\\*\\s*){3,}|[-*\\s/[(]*(?:${anyOf('end')})[-*\\s/\\])]*)[.\\s]*$`,
    'u',
  )
  return pattern
}

/** The words that end a release are typed in capitals, or alone between marks; Arabic has none. */
const isMeant = (typed: string): boolean => typed === typed.toUpperCase() || /^\s*[-*/[(]/.test(typed)

/** What stands after the end mark comes apart; the kit writes the mark of the house itself. */
export const endMark: Recognizer = (reading) => {
  // An advisory may have no paragraph of prose at all.
  const start = bodyStart(reading.blocks)
  const from = start === reading.blocks.length ? 1 : start
  for (const [i, block] of reading.blocks.entries()) {
    if (i <= from && !(i === from && isText(block))) continue
    if (block.kind === 'rule' && isEndRule(reading.blocks, i)) return split(reading, i, [], '')
    if (!isText(block)) continue
    const text = textOf(block.runs)
    const match = endPattern().exec(fold(text))
    const typed = match ? text.slice(match.index) : ''
    if (!match || !isMeant(typed)) continue
    const isWord = /\p{L}/u.test(typed)
    const before = text.slice(0, match.index).trim()
    if (isWord && before !== '' && !/[.!?”"»؟]$/.test(before)) continue
    const left = trimmed(cut(block.runs, 0, match.index))
    return split(reading, i, left.length === 0 ? [] : [{ ...block, runs: left }], typed.trim())
  }
  return reading
}

function split(reading: Parameters<Recognizer>[0], at: number, left: readonly Block[], typed: string) {
  return {
    ...reading,
    blocks: [...reading.blocks.slice(0, at), ...left],
    tail: reading.blocks
      .slice(at + 1)
      .map((block) => (isText(block) && block.follows ? { ...block, follows: false } : block)),
    taken: typed === '' ? reading.taken : [...reading.taken, { as: 'end mark' as const, text: typed }],
  }
}

/** A rule ends the release where only one more is below, or none: `***` of Markdown, a line drawn in Word. */
const isEndRule = (blocks: readonly Block[], at: number): boolean =>
  blocks.slice(at + 1).some(isText) &&
  blocks.slice(at + 1).filter(({ kind }) => kind === 'rule').length === 0 &&
  at > blocks.length / 2
