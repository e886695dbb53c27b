import { ancestorsOf, attribute, elementsOf, type Element } from '../../clients/markup.ts'
import { inAnyReading, tagSpan } from './email.ts'
import { defineEmailRule } from './rule.ts'

export const layoutTable = defineEmailRule({
  code: 'layout-table',
  severity: 'error',
  summary: 'Mark each table that only lays out with role="presentation"',
  why: 'Without the role a screen reader announces every table of the layout with its rows and columns (Email Markup Consortium, accessibility report 2025; WAI-ARIA 1.2, presentation).',
  examples: {
    good: [
      '<table role="presentation"><tr><td>Text</td></tr></table>',
      '<table role="none"><tr><td><table><tr><th scope="col">Year</th></tr><tr><td>2026</td></tr></table></td></tr></table>',
      '<!--[if mso]><table role="presentation"><tr><td><![endif]-->Text<!--[if mso]></td></tr></table><![endif]-->',
    ],
    bad: {
      '<table><tr><td>Text</td></tr></table>': '1:1 Missing role of a layout table',
      '<!--[if mso]><table><tr><td><![endif]-->Text<!--[if mso]></td></tr></table><![endif]-->':
        '1:14 Missing role of a layout table',
    },
  },
  check(email, report) {
    for (const table of inAnyReading(email))
      if (table.tagName === 'table' && !isPresentation(table) && !isData(table))
        report({
          message: 'Missing role of a layout table',
          hint: 'Say `role="presentation"`; for data, give it `<th>`',
          at: tagSpan(table),
        })
  },
})

const isPresentation = (table: Element): boolean => /^(?:presentation|none)$/.test(attribute(table, 'role') ?? '')

/** Header cells of its own, not of a table inside it, make a table of data. */
const isData = (table: Element): boolean => headersOf(table).length > 0

export const headersOf = (table: Element): Element[] =>
  elementsOf(table).filter(
    (cell) => cell.tagName === 'th' && ancestorsOf(cell).find(({ tagName }) => tagName === 'table') === table,
  )
