import { attribute, elementsOf } from '../../clients/markup.ts'
import { attributeSpan, tagSpan } from './email.ts'
import { defineEmailRule } from './rule.ts'

export const vml = defineEmailRule({
  code: 'vml',
  severity: 'error',
  summary: 'Avoid VML; where it must be, give it alt and no links',
  why: "Outlook's screen-reader view has nothing of a VML shape but its `alt`, and links inside one cannot be reached by keyboard (Email Markup Consortium, accessibility report 2025).",
  examples: {
    good: ['<table><tr><td bgcolor="#1b4b8f"><a href="https://example.org">Read it</a></td></tr></table>'],
    bad: {
      '<!--[if mso]><v:rect alt="" fill="true"></v:rect><![endif]-->': '1:14 VML in the email',
      '<!--[if mso]><v:rect></v:rect><![endif]-->': '1:14 Missing alt of <v:rect>',
      '<!--[if mso]><v:roundrect alt="" href="https://example.org"></v:roundrect><![endif]-->':
        '1:34 Link in <v:roundrect>',
      '<!--[if mso]><v:rect alt=""><a href="https://example.org">Read it</a></v:rect><![endif]-->':
        '1:29 Link in <v:rect>',
    },
  },
  check({ outlook }, report) {
    for (const shape of outlook.elements) {
      if (!/^v:(?:rect|roundrect|oval|shape|image|line|group)$/.test(shape.tagName)) continue
      const name = `<${shape.tagName}>`
      const hint = 'Use a table cell with `bgcolor` instead'
      const link = elementsOf(shape).find(({ tagName }) => tagName === 'a')
      if (attribute(shape, 'alt') === undefined) report({ message: `Missing alt of ${name}`, hint, at: tagSpan(shape) })
      else if (attribute(shape, 'href') !== undefined)
        report({ message: `Link in ${name}`, hint, at: attributeSpan(shape, 'href') })
      else if (link) report({ message: `Link in ${name}`, hint, at: tagSpan(link) })
      else report({ message: 'VML in the email', hint, at: tagSpan(shape), severity: 'warning' })
    }
  },
})
