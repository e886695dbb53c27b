import { number } from '../../options.ts'
import { defineTextRule, excess } from '../rule.ts'
import { tablesIn } from '../tables.ts'

export const tableColumns = defineTextRule({
  code: 'table-columns',
  severity: 'warning',
  summary: 'Give a table no more columns than a mail has room for',
  why: 'A mail is 600 px wide, and 280 px on the narrowest phone; with 24 px on either side, twelve columns have 46 px each in the one, and six have 38 px in the other. In less, words and figures are broken anywhere, so that nobody has to scroll sideways.',
  rate: 'not measured: archives have lost their tables',
  options: {
    long: number(6, 'The most columns that nothing is said of'),
    max: number(12, 'The most columns'),
  },
  examples: {
    good: [`---\nheadline: Acme opens a plant\n---\n\n${tableOf(6)}`],
    bad: {
      [`---\nheadline: Acme opens a plant\n---\n\n${tableOf(7)}`]: '5:1 Wide table, 7 columns, a phone shows 6',
      [`---\nheadline: Acme opens a plant\n---\n\n${tableOf(13)}`]: '5:1 Too wide table, 13 columns, maximum 12',
    },
  },
  check({ prose }, report, { long, max }) {
    for (const { head } of tablesIn(prose)) {
      const severity = excess(head.length, long, max)
      const [first] = head
      if (!severity || !first) continue
      const hint = 'make it two tables, let columns and rows change places, or attach it as a file'
      const message =
        severity === 'warning'
          ? `Too wide table, ${head.length} columns, maximum ${max}`
          : `Wide table, ${head.length} columns, a phone shows ${long}`
      report({
        message,
        hint,
        severity,
        at: [prose.text.lastIndexOf('\n', first.start) + 1, head.at(-1)?.end ?? first.end],
      })
    }
  },
})

function tableOf(columns: number): string {
  const row = (cell: string): string => `|${` ${cell} |`.repeat(columns)}\n`
  return row('Pumps') + `|${'---|'.repeat(columns)}\n` + row('12')
}
