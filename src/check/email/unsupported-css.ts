import { everyDeclaration, type Placed } from './email.ts'
import { defineEmailRule } from './rule.ts'

export const unsupportedCss = defineEmailRule({
  code: 'unsupported-css',
  severity: 'error',
  summary: 'Use no custom properties, no position and no negative margins',
  why: 'Gmail removes `position`, negative margins and every declaration with `var()`, so what was built on them falls apart (caniemail.com, "position", "margin", "CSS variables").',
  examples: {
    good: ['<p style="margin:0 0 16px;color:#111111">Text</p>', '<p style="position:static">Text</p>'],
    bad: {
      '<p style="color:var(--ink)">Text</p>': '1:4 Unsupported var() in "color"',
      '<p style="position:absolute">Text</p>': '1:4 Unsupported position, "absolute"',
      '<p style="position:relative">Text</p>': '1:4 Unsupported position, "relative"',
      '<style>:root{--ink:#111111}</style>': '1:14 Unsupported custom property "--ink"',
      '<style>p{margin:0 -8px}</style>': '1:10 Unsupported negative margin, "0 -8px"',
      '<p style="margin-top:calc(-1 * 8px)">Text</p>': '1:4 Unsupported negative margin, "calc(-1 * 8px)"',
    },
  },
  check(email, report) {
    for (const one of everyDeclaration(email, email.page)) {
      const message = faultOf(one)
      if (message) report({ message, hint: 'Write the value out, or build it with padding and tables', at: one.at })
    }
  },
})

function faultOf({ property, value }: Placed): string | undefined {
  if (/\bvar\(/i.test(value)) return `Unsupported var() in "${property}"`
  if (property.startsWith('--')) return `Unsupported custom property "${property}"`
  if (property === 'position' && value !== 'static') return `Unsupported position, "${value}"`
  if (property.startsWith('margin') && /(?:^|[\s(])-\.?\d/.test(value)) return `Unsupported negative margin, "${value}"`
  return undefined
}
