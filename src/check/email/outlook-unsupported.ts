import { attribute } from '../../clients/markup.ts'
import { attributeSpan, declarationsOf, named, plainRules, type Placed } from './email.ts'
import { defineEmailRule } from './rule.ts'

export const outlookUnsupported = defineEmailRule({
  code: 'outlook-unsupported',
  severity: 'error',
  summary: 'Build with tables and px: no background images, floats, flexbox, grid or rem',
  why: 'Word knows none of them, so Outlook for Windows shows the text without its ground or its column (Microsoft, Word HTML and CSS rendering capabilities in Outlook; caniemail.com).',
  examples: {
    good: [
      '<p style="font-size:16px;background:#f4f5f7;float:none">Text</p>',
      '<style>@media (min-width:480px){.half{float:left}}</style>',
      '<!--[if !mso]><!--><p style="float:left">Text</p><!--<![endif]-->',
    ],
    bad: {
      '<p style="background:#ffffff url(https://example.org/a.png)">Text</p>': '1:4 Outlook has no background images',
      '<img style="float:right" src="https://example.org/a.png" alt="">': '1:6 Outlook has no float',
      '<p style="font-size:1rem">Text</p>': '1:4 Outlook has no rem',
      '<div style="display:flex">Text</div>': '1:6 Outlook has no display:flex',
      '<style>.half{float:left}</style>': '1:14 Outlook has no float',
      '<p style="background-image:linear-gradient(#ffffff,#eeeeee)">Text</p>': '1:4 Outlook has no background images',
      '<table><tr><td background="https://example.org/a.png">Text</td></tr></table>':
        '1:16 Outlook has no background images',
      '<div style="display:grid">Text</div>': '1:6 Outlook has no display:grid',
    },
  },
  check(email, report) {
    const inline = email.shownInWord.flatMap((element) =>
      email.styleOf(element).map((one): Placed => ({ ...one, at: attributeSpan(element, 'style') })),
    )
    const sheets = email.outlook.sheets.flatMap((sheet) =>
      plainRules(sheet).flatMap((rule) => declarationsOf(sheet, rule)),
    )
    for (const one of [...inline, ...sheets]) {
      const missing = missingInWord(one)
      if (missing) report({ message: `Outlook has no ${missing}`, hint, at: one.at })
    }
    for (const cell of named(email.outlook, 'table', 'tr', 'td', 'th'))
      if (attribute(cell, 'background') !== undefined)
        report({ message: 'Outlook has no background images', hint, at: attributeSpan(cell, 'background') })
  },
})

const hint = 'Build it with table cells and px'

function missingInWord({ property, value }: Placed): string | undefined {
  if (property.startsWith('background') && /url\(|gradient\(/i.test(value)) return 'background images'
  if (property === 'float' && value !== 'none') return 'float'
  if (property === 'display' && /flex|grid/.test(value)) return `display:${value}`
  return /(?:^|[\s(,])-?[\d.]+rem\b/.test(value) ? 'rem' : undefined
}
