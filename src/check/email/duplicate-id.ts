import { attribute } from '../../clients/markup.ts'
import { attributeSpan } from './email.ts'
import { defineEmailRule } from './rule.ts'

export const duplicateId = defineEmailRule({
  code: 'duplicate-id',
  severity: 'warning',
  reads: 'whole',
  summary: 'Give each id to one element',
  why: 'Links and aria- references lead to the first element of that id only (WHATWG HTML, the id attribute).',
  examples: {
    good: ['<p id="a">Text</p><p id="b">Text</p>'],
    bad: { '<p id="a">Text</p><p id="a">Text</p>': '1:22 Duplicate id "a"' },
  },
  check({ page }, report) {
    const seen = new Set<string>()
    for (const element of page.elements) {
      const id = attribute(element, 'id')
      if (id === undefined) continue
      if (seen.has(id))
        report({ message: `Duplicate id "${id}"`, hint: 'Rename or remove one', at: attributeSpan(element, 'id') })
      seen.add(id)
    }
  },
})
