import { pixels } from '../../clients/inline-style.ts'
import { textOf } from '../../clients/markup.ts'
import { cascade } from './cascade.ts'
import { attributeSpan } from './email.ts'
import { defineEmailRule } from './rule.ts'

export const yahooHeight = defineEmailRule({
  code: 'yahoo-height',
  severity: 'warning',
  summary: 'Give no height to what holds text',
  why: 'Yahoo turns `height` into `min-height`, and elsewhere the text overflows when a reader enlarges it (caniemail.com, "height", Yahoo; WCAG 2.2, 1.4.4 Resize text).',
  examples: {
    good: [
      '<div style="height:20px;line-height:20px">&#8202;</div>',
      '<img style="height:auto" src="https://example.org/a.png" alt="">',
      '<div style="display:none;height:0">Preheader</div>',
    ],
    bad: {
      '<div style="height:40px">Text</div>': '1:6 Fixed height of text, 40px',
      '<style>.bar{height:40px}</style><div class="bar">Text</div>': '1:33 Fixed height of text, 40px',
    },
  },
  check(email, report) {
    const styleOf = cascade(email, email.page, 'light')
    for (const element of email.page.elements) {
      const style = styleOf(element)
      const height = style.get('height')
      if (!pixels(height) || style.get('display') === 'none' || textOf(element).trim() === '') continue
      report({
        message: `Fixed height of text, ${height}`,
        hint: 'Use padding, and let the text make the height',
        at: attributeSpan(element, 'style'),
      })
    }
  },
})
