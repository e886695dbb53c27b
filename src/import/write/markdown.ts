import type { Block, Run, TableBlock, TextBlock } from '../manuscript.ts'
import { isText } from '../manuscript.ts'
import { plainRuns, textOf } from '../runs.ts'
import { inline } from './inline.ts'

/** A remark as a comment that `pressmark check` reports; its text cannot end it. */
export const commentOf = (text: string): string => `<!-- import: ${text.replace(/--+>/g, '-- >').trim()} -->`

/** Blocks as Markdown: a blank line between them, none between the items of a list. */
export function markdownOf(blocks: readonly Block[]): string {
  let out = ''
  let last: Block | undefined
  let indents: number[] = []
  for (const block of blocks) {
    indents = isText(block) && block.kind === 'item' ? [...indents.slice(0, block.level), markOf(block).length] : []
    const indent = indents.slice(0, -1).reduce((sum, width) => sum + width, 0)
    const text = blockText(block, blocks, indent)
    if (text === '') continue
    const isList =
      last &&
      isText(last) &&
      last.kind === 'item' &&
      isText(block) &&
      block.kind === 'item' &&
      (last.number === undefined) === (block.number === undefined)
    out += out === '' ? text : `${isList ? '\n' : '\n\n'}${text}`
    last = block
  }
  return out
}

/** What stands before an item. */
const markOf = ({ number }: TextBlock): string => (number === undefined ? '- ' : `${number}. `)

function blockText(block: Block, all: readonly Block[], indent: number): string {
  switch (block.kind) {
    case 'table':
      return tableText(block)
    case 'code':
      return `\`\`\`\n${block.text.replaceAll('```', "'''")}\n\`\`\``
    case 'rule':
      return '---'
    case 'remark':
      return commentOf(block.text)
    default:
      return textBlock(block, all, ' '.repeat(indent))
  }
}

function textBlock(block: TextBlock, all: readonly Block[], indent: string): string {
  const { kind, runs, level, quoted } = block
  if (kind === 'heading') {
    const text = inline(plainRuns(runs).map((run) => ({ ...run, text: run.text.replace(/\n/g, ' ') })))
    const top = Math.min(...all.flatMap((one) => (isText(one) && one.kind === 'heading' ? [one.level] : [])))
    return text === '' ? '' : `${'#'.repeat(Math.min(6, 2 + level - top))} ${text}`
  }
  const text = inline(runs)
  if (text === '') return ''
  if (kind === 'item') {
    const mark = markOf(block)
    return `${indent}${mark}${text.replaceAll('\n', `\n${indent}${' '.repeat(mark.length)}`)}`
  }
  return quoted ? text.replace(/^/gm, '> ') : text
}

function tableText({ rows }: TableBlock): string {
  const width = Math.max(...rows.map((row) => row.length))
  if (rows.length === 0 || width === 0) return ''
  if (width === 1 || rows.length === 1)
    return rows
      .flatMap((row) => row.map(inline))
      .filter((text) => text !== '')
      .join('\n\n')
  const cell = (runs: readonly Run[] | undefined): string =>
    inline((runs ?? []).map((run) => ({ ...run, text: run.text.replace(/\s*\n\s*/g, ' ') }))).replace(/\\?\|/g, '\\|')
  const line = (row: readonly (readonly Run[])[]): string =>
    `| ${Array.from({ length: width }, (_, i) => cell(row[i])).join(' | ')} |`
  const kept = rows.filter((row) => row.some((runs) => textOf(runs).trim() !== '' || runs.length > 0))
  const [head = [], ...body] = kept
  return [line(head.map(plainRuns)), `|${' --- |'.repeat(width)}`, ...body.map(line)].join('\n')
}
