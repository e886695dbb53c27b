import { tagSpan } from './email.ts'
import { defineEmailRule } from './rule.ts'

const maximum = 16_384

export const styleSize = defineEmailRule({
  code: 'style-size',
  severity: 'error',
  summary: 'Keep all style sheets together under 16 KB',
  why: 'Gmail adds up the `<style>` elements and drops each that would pass 16,384 bytes (caniemail.com, "<style> element").',
  examples: {
    good: [`<style>${'a{color:#111}'.repeat(100)}</style>`],
    bad: {
      [`<style>a{color:#111}</style><style>${'a{color:#111}'.repeat(1_300)}</style>`]:
        '1:29 Too long style sheets, 16913 bytes, maximum 16384',
      [`<style>${'a{color:#111}'.repeat(1_300)}</style>`]: '1:1 Too long style sheets, 16900 bytes, maximum 16384',
    },
  },
  check({ page }, report) {
    let total = 0
    for (const { css, element } of page.sheets) {
      const before = total
      total += new TextEncoder().encode(css).length
      if (before <= maximum && total > maximum)
        report({
          message: `Too long style sheets, ${total} bytes, maximum ${maximum}`,
          hint: 'Put styles into `style` attributes and keep only media queries',
          at: tagSpan(element),
        })
    }
  },
})
