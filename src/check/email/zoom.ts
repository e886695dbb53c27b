import { attribute } from '../../clients/markup.ts'
import { attributeSpan, named } from './email.ts'
import { defineEmailRule } from './rule.ts'

export const zoom = defineEmailRule({
  code: 'zoom',
  severity: 'error',
  summary: 'Let readers zoom',
  why: 'A viewport that forbids zooming shuts out who needs larger text (WCAG 2.2, 1.4.4; Email Markup Consortium, accessibility report 2025).',
  examples: {
    good: ['<meta name="viewport" content="width=device-width, initial-scale=1">'],
    bad: {
      '<meta name="viewport" content="width=device-width, user-scalable=no">':
        '1:23 Zooming forbidden, "user-scalable=no"',
      '<meta name="viewport" content="user-scalable = 0">': '1:23 Zooming forbidden, "user-scalable = 0"',
      '<meta name="viewport" content="maximum-scale=1.0">': '1:23 Zooming forbidden, "maximum-scale=1.0"',
    },
  },
  check({ page }, report) {
    for (const meta of named(page, 'meta')) {
      if (attribute(meta, 'name')?.toLowerCase() !== 'viewport') continue
      const found = /user-scalable\s*=\s*(?:no|0)|maximum-scale\s*=\s*[01](?:\.\d+)?(?![\d.])/i.exec(
        attribute(meta, 'content') ?? '',
      )
      if (found)
        report({ message: `Zooming forbidden, "${found[0]}"`, hint: 'Take it out', at: attributeSpan(meta, 'content') })
    }
  },
})
