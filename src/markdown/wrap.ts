import LineBreaker from 'linebreak'
import { displayWidth } from './width.ts'

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
  const breaker = new LineBreaker(line)
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
