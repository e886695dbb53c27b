import { displayWidth } from '../../markdown/width.ts'
import { definePlainTextRule } from './rule.ts'
import type { Line } from './text.ts'

/** In columns; no line under a heading is longer. */
const longest = 72

export const textUnderline = definePlainTextRule({
  code: 'text-underline',
  severity: 'warning',
  summary: 'Underline a heading by its whole width',
  why: 'A line that is shorter or longer than its heading looks like a fault, and Markdown readers take `---` alone for a rule.',
  examples: {
    good: [
      'Acme opens a plant\n==================\n',
      '東京\n----\n',
      'Year  Ferries\n----  -------\n2026        3\n',
      'Text\n\n---\n',
      `${'A headline of many words that goes on and on to see how far it comes,'}\nand further\n${'='.repeat(72)}\n`,
    ],
    bad: {
      'Acme opens a plant\n=====\n': '2:1 Underline of 5 columns, the heading has 18',
      'Notes\n----------\n': '2:1 Underline of 10 columns, the heading has 5',
      '東京\n--\n': '2:1 Underline of 2 columns, the heading has 4',
    },
  },
  check({ lines }, report) {
    for (const [i, { text, start }] of lines.entries()) {
      if (!/^(?:=+|-{2,})$/.test(text)) continue
      const heading = headingAbove(lines, i)
      const width = Math.min(displayWidth(heading), longest)
      if (heading !== '' && width !== text.length)
        report({
          message: `Underline of ${text.length} columns, the heading has ${width}`,
          hint: 'Make them equal',
          at: [start, start + text.length],
        })
    }
  },
})

/** The heading that ends above a line; a wrapped one has several lines. */
function headingAbove(lines: readonly Line[], line: number): string {
  let from = line
  while (from > 0 && lines[from - 1]?.text.trim() !== '') from--
  return lines
    .slice(from, line)
    .map(({ text }) => text.trim())
    .join(' ')
}
