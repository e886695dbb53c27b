import { displayWidth } from '../../markdown/width.ts'
import { definePlainTextRule } from './rule.ts'

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
    ],
    bad: {
      'Acme opens a plant\n=====\n': '2:1 Underline of 5 columns, the heading has 18',
      '東京\n--\n': '2:1 Underline of 2 columns, the heading has 4',
    },
  },
  check({ lines }, report) {
    for (const [i, { text, start }] of lines.entries()) {
      if (!/^(?:=+|-{2,})$/.test(text)) continue
      const heading = lines[i - 1]?.text ?? ''
      const width = Math.min(displayWidth(heading), longest)
      if (heading.trim() !== '' && width !== text.length)
        report({
          message: `Underline of ${text.length} columns, the heading has ${width}`,
          hint: 'Make them equal',
          at: [start, start + text.length],
        })
    }
  },
})
