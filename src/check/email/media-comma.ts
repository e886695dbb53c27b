import { attribute } from '../../clients/markup.ts'
import { attributeSpan, spanInSheet } from './email.ts'
import { defineEmailRule } from './rule.ts'

export const mediaComma = defineEmailRule({
  code: 'media-comma',
  severity: 'error',
  summary: 'Write one @media for each condition',
  why: 'Yahoo breaks a list of media queries at its comma and applies the rules everywhere or nowhere (caniemail.com, "@media", Yahoo).',
  examples: {
    good: [
      '<style>@media (max-width:480px){a{color:#111}}</style>',
      '<style media="(max-width:480px)">a{color:#111}</style>',
    ],
    bad: {
      '<style>@media screen,print{a{color:#111}}</style>': '1:8 List of media queries, "screen,print"',
      '<style media="screen, print">a{color:#111}</style>': '1:8 List of media queries, "screen, print"',
    },
  },
  check({ page }, report) {
    const hint = 'Repeat the rules for each condition'
    for (const sheet of page.sheets) {
      const media = attribute(sheet.element, 'media')
      if (media?.includes(','))
        report({ message: `List of media queries, "${media}"`, hint, at: attributeSpan(sheet.element, 'media') })
      if (!('root' in sheet.parsed)) continue
      sheet.parsed.root.walkAtRules('media', (rule) => {
        if (!rule.params.includes(',')) return
        const at = spanInSheet(sheet, rule, '@media '.length + rule.params.length)
        report({ message: `List of media queries, "${rule.params}"`, hint, at })
      })
    }
  },
})
