import type { Prose } from './prose.ts'

export interface TypedCell {
  /** Without the spaces and the emphasis around it. */
  readonly text: string
  readonly start: number
  readonly end: number
}

export interface TypedTable {
  readonly head: readonly TypedCell[]
  readonly rows: readonly (readonly TypedCell[])[]
}

const delimiter = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/

/** The tables of a text, by its prose, whose lines begin with a bar. */
export function tablesIn({ text, passages }: Prose): TypedTable[] {
  return passages.flatMap(({ kind, start, end }) => {
    if (kind !== 'table') return []
    const lines: { at: number; line: string }[] = []
    for (let at = start; at < end; at += (lines.at(-1)?.line.length ?? 0) + 1) {
      const next = text.indexOf('\n', at)
      lines.push({ at, line: text.slice(at, next === -1 ? end : Math.min(next, end)) })
    }
    const [head, rule, ...rows] = lines
    if (!head || !rule || !delimiter.test(rule.line)) return []
    return [{ head: cellsOf(head.line, head.at), rows: rows.map(({ line, at }) => cellsOf(line, at)) }]
  })
}

function cellsOf(line: string, at: number): TypedCell[] {
  const cells: TypedCell[] = []
  const first = line.indexOf('|') + 1
  const last = /\|\s*$/.exec(line)?.index ?? line.length
  for (let from = first; from <= last;) {
    const next = line.slice(from, last).search(/(?<!\\)\|/)
    const to = next === -1 ? last : from + next
    const cell = line.slice(from, to)
    const text = cell.replace(/^[\s*_]+|[\s*_]+$/g, '')
    const start = at + from + (text === '' ? 0 : cell.indexOf(text))
    cells.push({ text, start, end: start + Math.max(text.length, 1) })
    from = to + 1
  }
  return cells
}
