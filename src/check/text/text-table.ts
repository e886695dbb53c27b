import { displayWidth, segmentsOf } from '../../markdown/width.ts'
import { definePlainTextRule } from './rule.ts'

/** In columns: what mail programs and editing systems show without breaking lines. */
const widest = 72

export const textTable = definePlainTextRule({
  code: 'text-table',
  severity: 'warning',
  summary: 'Line up a table only where it fits',
  why: 'A row that is broken in the middle cannot be read as a row; a table wider than 72 columns is better told as `label: value`.',
  examples: {
    good: [
      'Year  Ferries\n----  -------\n2026        3\n',
      'Harbour  Ferries\n-------  -------\n東京           3\n',
      'Harbour  Ferries\n-------  -------\nNantes\n⛴️           12\n',
      'هاتف            سنة\n--------------  ----\n\u200e+31 70 555 010\u200e  2026\n',
      'Year: 2026\nFerries: 3\n',
    ],
    bad: {
      [`Year  ${'Ferries '.repeat(9)}\n----  ${'-'.repeat(72)}\n2026  3\n`]:
        '2:1 Too wide table, 78 columns, maximum 72',
      'Year  Ferries\n----  -------\nTwenty twenty-six  3\n': '3:1 Row that does not line up with its table',
      'Year  Ferries\n----  -------\n2026 3\n': '3:1 Row that does not line up with its table',
      'Harbour  Ferries\n-------  -------\n東京      3\nNantes   4\nMarseille 5\n':
        '5:1 Row that does not line up with its table',
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
        if (!linesUp(row.text, text))
          report({
            message: 'Row that does not line up with its table',
            hint: 'Make the columns as wide as their widest cell',
            at: [row.start, row.start + row.text.length],
          })
    }
  },
})

/** Letters and signs of one column each, as most rows have them alone. */
const narrow = /^[\x20-\x7e\u00a0-\u02ff\u2010-\u2026]*$/

/** Whether the gaps between the columns of a table are free in one of its rows. */
function linesUp(row: string, rule: string): boolean {
  if (narrow.test(row)) {
    for (let at = 0; at < row.length; at++) if (row[at] !== ' ' && rule[at] !== '-') return false
    return true
  }
  let column = 0
  for (const { segment } of segmentsOf(row)) {
    const width = displayWidth(segment)
    if (segment !== ' ' && width > 0 && !/^-+$/.test(rule.slice(column, column + width))) return false
    column += width
  }
  return true
}
