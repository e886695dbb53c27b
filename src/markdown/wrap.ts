import type LineBreaker from 'linebreak'
import { createRequire } from 'node:module'
import { displayWidth } from './width.ts'

/** Loaded when the first line is wrapped, with its tables of the whole of Unicode. */
let Breaker: typeof LineBreaker | undefined
const require = createRequire(import.meta.url)

const address = /(?:https?:\/\/|mailto:)[^\s]+/g

/**
 * Wraps a line at the opportunities of UAX 14, by display width, never inside an address. A piece that is wider than the width
 * stands on a line of its own, whole.
 */
export function wrapLine(line: string, width: number, indent = ''): string {
  if (displayWidth(line) <= width) return line
  const kept: readonly (readonly [number, number])[] = [...line.matchAll(address)].map(({ index, 0: url }) => [
    index,
    index + url.length,
  ])
  Breaker ??= require('linebreak') as typeof LineBreaker
  const breaker = new Breaker(line)
  const lines: string[] = []
  let current = ''
  let from = 0
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
    const { position } = next
    if (kept.some(([start, end]) => position > start && position < end)) continue
    const piece = line.slice(from, position)
    from = position
    if (current !== '' && displayWidth((current + piece).trimEnd()) > width) {
      lines.push(current.trimEnd())
      current = indent
    }
    current += piece
  }
  lines.push((current + line.slice(from)).trimEnd())
  return lines.join('\n')
}
