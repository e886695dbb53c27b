import { attribute } from '../../clients/markup.ts'
import { attributeSpan } from './email.ts'
import { defineEmailRule } from './rule.ts'

export const cssComment = defineEmailRule({
  code: 'css-comment',
  severity: 'error',
  summary: 'Send no comments in CSS',
  why: 'Yahoo drops the rule after a comment in a style sheet, and in some places all that follow (known fault of Yahoo Mail); every reader downloads them for nothing.',
  examples: {
    good: [
      '<style>a{color:#111}</style>',
      '<!-- a comment in HTML -->',
      '<style>a{background:url(https://example.org/*/a.png);quotes:"/*"}</style>',
    ],
    bad: {
      '<style>/* links */a{color:#111}</style>': '1:8 Comment in CSS',
      '<style>a{/* ink */color:#111}</style>': '1:10 Comment in CSS',
      '<style>@media screen{\n/* a */a{color:#111}}</style>': '2:1 Comment in CSS',
      '<style>a{color:/* ink */#111}</style>': '1:16 Comment in CSS',
      '<style>a/* link */ b{color:#111}</style>': '1:9 Comment in CSS',
      '<p style="/* ink */color:#111">Text</p>': '1:4 Comment in CSS',
    },
  },
  check({ page }, report) {
    const finding = { message: 'Comment in CSS', hint: 'Take it out' }
    for (const { parsed, css, start } of page.sheets)
      if ('root' in parsed)
        for (const { 0: found, index } of css.matchAll(comments))
          if (found.startsWith('/*')) report({ ...finding, at: [start + index, start + index + found.length] })
    for (const element of page.elements)
      if (
        attribute(element, 'style')
          ?.match(comments)
          ?.some((found) => found.startsWith('/*'))
      )
        report({ ...finding, at: attributeSpan(element, 'style') })
  },
})

/** Comments, and what can hold the signs of one without being one. */
const comments = /\/\*[\s\S]*?(?:\*\/|$)|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|url\([^()]*\)/g
