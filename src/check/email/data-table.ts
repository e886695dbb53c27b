import { attribute } from '../../clients/markup.ts'
import { named, tagSpan } from './email.ts'
import { headersOf } from './layout-table.ts'
import { defineEmailRule } from './rule.ts'

const scopes = new Set(['col', 'row', 'colgroup', 'rowgroup'])

export const dataTable = defineEmailRule({
  code: 'data-table',
  severity: 'warning',
  summary: 'Say of each header cell what it heads',
  why: 'With `scope` a screen reader speaks the header before each figure (WCAG 2.2, 1.3.1; technique H63); a table of data marked as presentation loses its headers.',
  examples: {
    good: [
      '<table><tr><th scope="col">Year</th></tr><tr><td>2026</td></tr></table>',
      '<table role="presentation"><tr><td>Text</td></tr></table>',
    ],
    bad: {
      '<table><tr><th>Year</th></tr><tr><td>2026</td></tr></table>': '1:12 Missing scope of a header cell',
      '<table role="presentation"><tr><th scope="col">Year</th></tr></table>':
        '1:1 Table with headers marked as presentation',
    },
  },
  check({ page }, report) {
    for (const table of named(page, 'table')) {
      const headers = headersOf(table)
      const role = attribute(table, 'role')
      if (headers.length > 0 && (role === 'presentation' || role === 'none'))
        report({ message: 'Table with headers marked as presentation', hint: 'Take the role away', at: tagSpan(table) })
      for (const header of headers)
        if (!scopes.has(attribute(header, 'scope') ?? ''))
          report({
            message: 'Missing scope of a header cell',
            hint: 'Say `scope="col"` or `scope="row"`',
            at: tagSpan(header),
          })
    }
  },
})
