import { attribute, childrenOf } from '../../clients/markup.ts'
import { named, tagSpan } from './email.ts'
import { isLanguage } from './language-tag.ts'
import { defineEmailRule } from './rule.ts'

export const bodyLanguage = defineEmailRule({
  code: 'body-language',
  severity: 'error',
  summary: 'Repeat lang and dir on each element directly in the body',
  why: 'Gmail, Outlook.com and Yahoo put the content of the body into a page of their own and drop html and body with their attributes; Arabic then runs from the left and a screen reader speaks it in the voice of the page (Email Markup Consortium, accessibility report 2025).',
  examples: {
    good: ['<body><div lang="en" dir="ltr"><p>Text</p></div></body>', '<body><!-- a comment --></body>'],
    bad: {
      '<html lang="en" dir="ltr"><body><div>Text</div></body></html>': '1:33 Missing lang and dir on <div>',
      '<body><div lang="en" dir="ltr">Text</div><table lang="en"></table></body>': '1:42 Missing dir on <table>',
      '<body><div lang="und" dir="ltr">Text</div></body>': '1:7 Missing lang on <div>',
    },
  },
  check({ page }, report) {
    for (const element of named(page, 'body').flatMap(childrenOf)) {
      if (element.tagName === 'style' || element.tagName === 'script') continue
      const missing = [
        ...(isLanguage(attribute(element, 'lang') ?? '') ? [] : ['lang']),
        ...(/^(?:ltr|rtl)$/.test(attribute(element, 'dir') ?? '') ? [] : ['dir']),
      ]
      if (missing.length > 0)
        report({
          message: `Missing ${missing.join(' and ')} on <${element.tagName}>`,
          hint: 'Say them as on `<html>`, or move the element into the wrapper',
          at: tagSpan(element),
        })
    }
  },
})
