import { attribute, textOf } from '../../clients/markup.ts'
import { attributeSpan, named, tagSpan } from './email.ts'
import { defineEmailRule } from './rule.ts'

export const article = defineEmailRule({
  code: 'article',
  severity: 'warning',
  reads: 'whole',
  summary: 'Wrap the email in role="article" with the subject as its label',
  why: 'In a web mail the email is a part of a larger page; the role lets a screen reader find it and say its name (Email Markup Consortium, accessibility report 2025; WAI-ARIA 1.2, article).',
  examples: {
    good: [
      '<head><title>Acme opens a plant</title></head><body><div role="article" aria-label="Acme opens a plant">Text</div></body>',
    ],
    bad: {
      '<body><div>Text</div></body>': '1:1 Missing role="article"',
      '<body><div role="article">Text</div></body>': '1:7 Missing aria-label of the article',
      '<head><title>Acme opens a plant</title></head><body><div role="article" aria-label="Newsletter">Text</div></body>':
        '1:73 Label "Newsletter" is not the title "Acme opens a plant"',
    },
  },
  check({ page }, report) {
    const [body] = named(page, 'body')
    const wrapper = page.elements.find((element) => attribute(element, 'role') === 'article')
    const hint = 'Say `<div role="article" aria-roledescription="email" aria-label="…">` with the subject'
    if (!wrapper) {
      if (body) report({ message: 'Missing role="article"', hint, at: tagSpan(body) })
      return
    }
    const label = attribute(wrapper, 'aria-label')?.replace(/\s+/g, ' ').trim()
    const subject = named(page, 'title').map(textOf)[0]?.replace(/\s+/g, ' ').trim()
    if (!label) report({ message: 'Missing aria-label of the article', hint, at: tagSpan(wrapper) })
    else if (subject && label !== subject)
      report({
        message: `Label "${label}" is not the title "${subject}"`,
        hint,
        at: attributeSpan(wrapper, 'aria-label'),
      })
  },
})
