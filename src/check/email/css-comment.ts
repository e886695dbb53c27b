import { spanInSheet } from './email.ts'
import { defineEmailRule } from './rule.ts'

export const cssComment = defineEmailRule({
  code: 'css-comment',
  severity: 'error',
  summary: 'Send no comments in CSS',
  why: 'Yahoo drops the rule after a comment in a style sheet, and in some places all that follow (known fault of Yahoo Mail); every reader downloads them for nothing.',
  examples: {
    good: ['<style>a{color:#111}</style>', '<!-- a comment in HTML -->'],
    bad: {
      '<style>/* links */a{color:#111}</style>': '1:8 Comment in CSS',
      '<style>a{/* ink */color:#111}</style>': '1:10 Comment in CSS',
      '<style>@media screen{\n/* a */a{color:#111}}</style>': '2:1 Comment in CSS',
    },
  },
  check({ page }, report) {
    for (const sheet of page.sheets)
      if ('root' in sheet.parsed)
        sheet.parsed.root.walkComments((comment) => {
          report({ message: 'Comment in CSS', hint: 'Take it out', at: spanInSheet(sheet, comment) })
        })
  },
})
