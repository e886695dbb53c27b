import type { StateBlock, StateInline } from 'markdown-it'

/** `<!-- … -->` on lines of its own: a word between those who write the release, in no output. */
export function commentBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0)
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4 || !state.src.startsWith('<!--', start)) return false
  const end = state.src.indexOf('-->', start + 4)
  if (end === -1) return false
  let line = startLine
  while (line < endLine && (state.eMarks[line] ?? 0) < end + 3) line++
  if (line >= endLine || state.src.slice(end + 3, state.eMarks[line]).trim() !== '') return false
  if (!silent) state.line = line + 1
  return true
}

/** The same within a line. */
export function commentInline(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state
  if (!src.startsWith('<!--', pos)) return false
  const end = src.indexOf('-->', pos + 4)
  if (end === -1) return false
  state.pos = end + 3
  if (silent) return true
  const isFirst = state.pending === '' && state.tokens.length === 0
  if (isFirst) while (src[state.pos] === ' ') state.pos++
  else if (state.pos === src.length || /\s/.test(src.charAt(state.pos)))
    state.pending = state.pending.replace(/[ \t]+$/, '')
  return true
}
