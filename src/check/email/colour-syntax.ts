import { everyDeclaration } from './email.ts'
import { defineEmailRule } from './rule.ts'

const spaced = /\b(?:rgb|hsl)a?\(\s*[^,()]+\s[^,()]+\)/i

export const colourSyntax = defineEmailRule({
  code: 'colour-syntax',
  severity: 'error',
  summary: 'Write colours as #rrggbb, or rgb() with commas',
  why: 'Gmail drops the whole style attribute or style sheet that has `rgb(0 0 0)` with spaces (caniemail.com, "rgb()").',
  examples: {
    good: ['<p style="color:#1b4b8f">Text</p>', '<p style="color:rgb(0, 0, 0);background:rgba(0,0,0,0.1)">Text</p>'],
    bad: {
      '<p style="color:rgb(27 75 143)">Text</p>': '1:4 Colour with spaces, "rgb(27 75 143)"',
      '<style>a{color:hsl(210deg 50% 40% / 0.5)}</style>': '1:10 Colour with spaces, "hsl(210deg 50% 40% / 0.5)"',
    },
  },
  check(email, report) {
    for (const { value, at } of everyDeclaration(email, email.page)) {
      const found = spaced.exec(value)
      if (found) report({ message: `Colour with spaces, "${found[0]}"`, hint: 'Write it as #rrggbb', at })
    }
  },
})
