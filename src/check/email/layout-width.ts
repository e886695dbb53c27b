import { pixels } from '../../clients/inline-style.ts'
import { attribute } from '../../clients/markup.ts'
import { attributeSpan, everyDeclaration, inAnyReading, type Span } from './email.ts'
import { defineEmailRule } from './rule.ts'

const maximum = 600

export const layoutWidth = defineEmailRule({
  code: 'layout-width',
  severity: 'warning',
  summary: 'Make the email at most 600 px wide',
  why: 'The reading panes of desktop clients are 600 to 700 px wide; beyond, mail scrolls sideways (usual panes of Outlook and Gmail), and lines pass 75 characters.',
  examples: {
    good: ['<table width="600"><tr><td style="max-width:600px">Text</td></tr></table>', '<table width="100%"></table>'],
    bad: {
      '<table width="640"><tr><td>Text</td></tr></table>': '1:8 Too wide, 640 px, maximum 600',
      '<div style="max-width:700px">Text</div>': '1:6 Too wide, 700 px, maximum 600',
      '<!--[if mso]><table width="720"></table><![endif]-->': '1:21 Too wide, 720 px, maximum 600',
      '<style>@media (min-width:800px){.page{width:760px}}</style>': '1:39 Too wide, 760 px, maximum 600',
    },
  },
  check(email, report) {
    const said = new Set<number>()
    const tell = (px: number, at: Span): void => {
      if (px <= maximum || said.has(at[0])) return
      said.add(at[0])
      report({ message: `Too wide, ${px} px, maximum ${maximum}`, hint: 'Make it 600 px or less', at })
    }
    for (const element of inAnyReading(email)) {
      const width = attribute(element, 'width')
      if (width !== undefined && /^\d+(?:px)?$/.test(width))
        tell(Number.parseInt(width, 10), attributeSpan(element, 'width'))
    }
    for (const reading of [email.page, email.outlook])
      for (const { property, value, at } of everyDeclaration(email, reading))
        if (/^(?:(?:min|max)-)?width$/.test(property)) tell(pixels(value) ?? 0, at)
  },
})
