import type { StateBlock } from 'markdown-it'

export const blockOpen = 'press_block_open'
export const blockClose = 'press_block_close'

const opening = /^(:{3,})[ \t]*([\p{L}\p{N}-]+)[ \t]*(.*?)[ \t]*$/u

/**
 * `::: quote Speaker, Role` up to a line of as many colons. Blocks may stand inside each other when the outer one has more colons,
 * or simply by being closed in order.
 */
export function pressBlocks(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const indent = state.sCount[startLine] ?? 0
  if (indent - state.blkIndent >= 4) return false
  if (state.src[(state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0)] !== ':') return false
  const match = opening.exec(lineText(state, startLine))
  if (!match) return false
  if (silent) return true
  const [, colons = '', name = '', label = ''] = match
  let depth = 1
  let line = startLine
  while (++line < endLine) {
    if ((state.sCount[line] ?? 0) < state.blkIndent) break
    const text = lineText(state, line).trim()
    if (opening.test(text) && text.startsWith(colons)) depth++
    else if (/^:{3,}$/.test(text) && text.length >= colons.length && --depth === 0) break
  }
  const closed = depth === 0
  const open = state.push(blockOpen, 'div', 1)
  open.map = [startLine, closed ? line + 1 : line]
  open.info = name
  open.markup = colons
  open.meta = { closed }
  const inline = state.push('inline', '', 0)
  inline.content = label
  inline.map = [startLine, startLine + 1]
  inline.children = []
  const { parentType, lineMax } = state
  state.lineMax = line
  state.md.block.tokenize(state, startLine + 1, line)
  state.parentType = parentType
  state.lineMax = lineMax
  state.push(blockClose, 'div', -1)
  state.line = closed ? line + 1 : line
  return true
}

const lineText = (state: StateBlock, line: number): string =>
  state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line])
