import type { Block, Run, TextBlock } from './manuscript.ts'
import { isText } from './manuscript.ts'

/** The words of runs, with their line breaks. */
export const textOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('')

/** All words of a block. */
export function wordsOf(block: Block): string {
  if (isText(block)) return textOf(block.runs)
  if (block.kind === 'table') return block.rows.map((row) => row.map(textOf).join('\t')).join('\n')
  return block.kind === 'rule' ? '' : block.text
}

const sameLook = (a: Run, b: Run): boolean =>
  !a.strong === !b.strong &&
  !a.emphasis === !b.emphasis &&
  !a.strike === !b.strike &&
  !a.code === !b.code &&
  a.href === b.href &&
  a.picture === undefined &&
  b.picture === undefined &&
  a.footnote === undefined &&
  b.footnote === undefined

/** Neighbours that look the same as one run, empty ones left out. */
export function joined(runs: readonly Run[]): Run[] {
  const out: Run[] = []
  for (const run of runs) {
    const last = out.at(-1)
    if (run.text === '' && run.picture === undefined && run.footnote === undefined) continue
    if (last && sameLook(last, run)) out[out.length - 1] = { ...last, text: last.text + run.text }
    else out.push(run)
  }
  return out
}

/** The runs between two offsets of their text. */
export function cut(runs: readonly Run[], start: number, end: number = Infinity): Run[] {
  const out: Run[] = []
  let at = 0
  for (const run of runs) {
    const [from, to] = [Math.max(0, start - at), Math.min(run.text.length, end - at)]
    const isEmpty = run.text === '' && at >= start && at <= end
    if (isEmpty || from < to) out.push(isEmpty ? run : { ...run, text: run.text.slice(from, to) })
    at += run.text.length
  }
  return out
}

const isMark = ({ picture, footnote }: Run): boolean => picture !== undefined || footnote !== undefined

/** Without white space at both ends; pictures and marks of footnotes are none. */
export function trimmed(runs: readonly Run[]): Run[] {
  const isBlank = (run: Run | undefined): boolean => run !== undefined && !isMark(run) && run.text.trim() === ''
  let [start, end] = [0, runs.length]
  while (start < end && isBlank(runs[start])) start++
  while (end > start && isBlank(runs[end - 1])) end--
  return runs.slice(start, end).map((run, i, all) => {
    if (isMark(run)) return run
    const text = i === 0 ? run.text.trimStart() : run.text
    return { ...run, text: i === all.length - 1 ? text.trimEnd() : text }
  })
}

/** What stands between two texts that were lines of one, as runs. */
const lineBreak: Run = { text: '\n' }

/** Each line of a text block as a block of its own, which knows that it follows. */
export function unfolded(block: TextBlock): TextBlock[] {
  const text = textOf(block.runs)
  if (!text.includes('\n')) return [block]
  const lines: TextBlock[] = []
  let at = 0
  for (const line of text.split('\n')) {
    const runs = trimmed(cut(block.runs, at, at + line.length))
    if (runs.length > 0) lines.push({ ...block, runs: joined(runs), ...(lines.length > 0 && { follows: true }) })
    at += line.length + 1
  }
  return lines
}

/** Lines that follow each other as the paragraphs that they were. */
export function folded(blocks: readonly Block[]): Block[] {
  const out: Block[] = []
  for (const block of blocks) {
    const last = out.at(-1)
    if (isText(block) && block.follows && last && isText(last) && last.kind === block.kind)
      out[out.length - 1] = { ...last, runs: joined([...last.runs, lineBreak, ...block.runs]) }
    else out.push(isText(block) ? { ...block, follows: false } : block)
  }
  return out
}

/** Whether all its words are bold, as people set headings without a style. */
export const isStrong = ({ runs }: TextBlock): boolean =>
  runs.some(({ text }) => text.trim() !== '') && runs.every(({ text, strong }) => strong || text.trim() === '')

/** Whether a block looks like a heading: by its style, or a short line in bold. */
export const looksLikeHeading = (block: Block): boolean =>
  isText(block) &&
  (block.kind === 'heading' ||
    block.style !== undefined ||
    (block.kind === 'paragraph' && isStrong(block) && textOf(block.runs).length <= 160))

/** The same runs without bold, as a heading is written. */
export const plainRuns = (runs: readonly Run[]): Run[] => joined(runs.map((run) => ({ ...run, strong: false })))
