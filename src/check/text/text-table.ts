import { displayWidth } from '../../markdown/width.ts'
import { definePlainTextRule } from './rule.ts'

/** In columns: what mail programs and editing systems show without breaking lines. */
const widest = 72

export const textTable = definePlainTextRule({
  code: 'text-table',
  severity: 'warning',
  summary: 'Line up a table only where it fits',
  why: 'A row that is broken in the middle cannot be read as a row; a table wider than 72 columns is better told as `label: value`.',
  examples: {
    good: ['Year  Ferries\n----  -------\n2026        3\n', 'Year: 2026\nFerries: 3\n'],
    bad: {
      [`Year  ${'Ferries '.repeat(9)}\n----  ${'-'.repeat(72)}\n2026  3\n`]:
        '2:1 Too wide table, 78 columns, maximum 72',
      'Year  Ferries\n----  -------\nTwenty twenty-six  3\n': '3:1 Row that does not line up with its table',
    },
  },
  check({ lines }, report) {
    for (const [i, { text, start }] of lines.entries()) {
      if (!/^-+(?: {2}-+)+$/.test(text)) continue
      if (text.length > widest) {
        const message = `Too wide table, ${text.length} columns, maximum ${widest}`
        report({ message, hint: 'Write each row as `label: value`', at: [start, start + text.length] })
        continue
      }
      for (let row = lines[i + 1], next = i + 2; row && row.text !== ''; row = lines[next++])
        if (displayWidth(row.text) > text.length)
          report({
            message: 'Row that does not line up with its table',
            hint: 'Make the columns as wide as their widest cell',
            at: [row.start, row.start + row.text.length],
          })
    }
  },
})
