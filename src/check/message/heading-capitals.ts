import { elementsOf, parseMarkup, textOf } from '../../clients/markup.ts'
import { beginning } from './message.ts'
import { defineMessageRule } from './rule.ts'
import { sample } from './sample.ts'

const html = '<h1>Acme opens a plant in Turku</h1><p>It gives work to four hundred people</p>'
const body = '\r\n\r\nIt gives work to four hundred people'

export const headingCapitals = defineMessageRule({
  code: 'heading-capitals',
  severity: 'warning',
  summary: 'Keep the headings in the text as they are written',
  why: 'Texts that are made from HTML often come with their headings in capitals: they are harder to read, screen readers spell some of them out, and whoever pastes the headline has to type it again (html-to-text; WebAIM, text and typographical layout).',
  examples: {
    good: [
      sample(),
      sample({ html, text: `Acme opens a plant in Turku\r\n===========================${body}` }),
      sample({ html: '<h1>ICC</h1><h2>DNA</h2>', text: 'ICC\r\n\r\nDNA' }),
    ],
    bad: {
      [sample({ html, text: `ACME OPENS A PLANT IN TURKU${body}` })]:
        '1:1 Heading in capitals, "ACME OPENS A PLANT IN TURKU"',
    },
  },
  check({ text, html: rich }, report) {
    if (text === undefined || rich === undefined) return
    const lines = new Set(text.split(/\r?\n/).map(collapsed))
    for (const element of elementsOf(parseMarkup(rich))) {
      if (!/^h[1-6]$/.test(element.tagName)) continue
      const heading = collapsed(textOf(element))
      const capitals = heading.toUpperCase()
      if (heading !== capitals && lines.has(capitals) && !lines.has(heading))
        report({
          message: `Heading in capitals, "${capitals}"`,
          hint: 'Make the text from the release, with its headings as they are',
          at: beginning,
        })
    }
  },
})

const collapsed = (text: string): string => text.replace(/\s+/g, ' ').trim()
