import { matchesIn } from '../../../source/matches.ts'
import type { SourceText } from '../../../source/text.ts'
import type { Span } from '../../rule.ts'

export interface Remark {
  readonly words: string
  readonly at: Span
}

/** The comments of a release that begin with a mark of ours: `<!-- mark: words -->`, and `# mark: words` in front matter. */
export function remarksIn({ text }: SourceText, mark: 'import' | 'earlier'): Remark[] {
  const bodyStart = text.indexOf('\n---', 3)
  const inFrontMatter = new RegExp(`(?<=^[ \\t]*)#[ \\t]*${mark}:[ \\t]*(.*)`, 'gm')
  const inBody = new RegExp(`<!--\\s*${mark}:\\s*([\\s\\S]*?)-->`, 'g')
  const found = (pattern: RegExp, start: number, end: number): Remark[] =>
    matchesIn(text.slice(start, end), pattern).map(({ 0: typed, 1: words = '', index }) => ({
      words: words.trim().replace(/\s+/g, ' '),
      at: [start + index, start + index + typed.trimEnd().length],
    }))
  return [...found(inFrontMatter, 0, bodyStart), ...found(inBody, bodyStart, text.length)]
}
