import { tablesIn } from '../tables.ts'
import { defineTextRule } from '../rule.ts'

export const tableHeader = defineTextRule({
  code: 'table-header',
  severity: 'warning',
  summary: 'Give every column of a table its heading',
  why: 'Screen readers read the heading of a column before each of its cells (WCAG 2.2, 1.3.1), and an editor who takes one figure over has to know what it is.',
  rate: 'not measured: archives have lost their tables',
  examples: {
    good: ['---\nheadline: Acme opens a plant\n---\n\n| Plant | 2025 |\n|---|---:|\n| Turku | 3 |\n'],
    bad: {
      '---\nheadline: Acme opens a plant\n---\n\n|  | 2025 |\n|---|---:|\n| Turku | 3 |\n':
        '5:2 Column without a heading',
      '---\nheadline: Acme opens a plant\n---\n\n| | |\n|---|---|\n| Turku | 3 |\n': '5:1 Table without headings',
    },
  },
  check({ prose }, report) {
    for (const { head, rows } of tablesIn(prose)) {
      const empty = head.filter(({ text }, i) => text === '' && rows.some((row) => (row[i]?.text ?? '') !== ''))
      const hint = 'say in the first line what stands in it'
      const [first] = head
      if (first && empty.length > 1 && empty.length === head.filter((_, i) => rows.some((row) => row[i])).length)
        report({ message: 'Table without headings', hint, at: [first.start - 1, head.at(-1)?.end ?? first.end] })
      else for (const { start, end } of empty) report({ message: 'Column without a heading', hint, at: [start, end] })
    }
  },
})
