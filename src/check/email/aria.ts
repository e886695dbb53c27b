import { attribute } from '../../clients/markup.ts'
import { attributeSpan } from './email.ts'
import { defineEmailRule } from './rule.ts'

/** Roles and attributes of WAI-ARIA 1.2 that a static document can use, and those of 1.3 that browsers know. */
const roles = new Set(
  (
    'article banner blockquote caption cell code columnheader complementary contentinfo definition deletion document ' +
    'emphasis figure generic group heading img image insertion link list listitem main math meter navigation none note ' +
    'paragraph presentation region row rowgroup rowheader search separator strong subscript superscript table term text time'
  ).split(' '),
)
const attributes = new Set(
  (
    'atomic braillelabel brailleroledescription busy colcount colindex colindextext colspan current describedby description ' +
    'details disabled errormessage flowto hidden keyshortcuts label labelledby level live orientation owns posinset relevant ' +
    'roledescription rowcount rowindex rowindextext rowspan setsize sort valuemax valuemin valuenow valuetext'
  ).split(' '),
)
/** What an attribute may say, of those that say one of a few words. */
const values: Readonly<Record<string, RegExp>> = {
  'aria-hidden': /^(?:true|false|undefined)$/,
  'aria-atomic': /^(?:true|false)$/,
  'aria-busy': /^(?:true|false)$/,
  'aria-disabled': /^(?:true|false)$/,
  'aria-current': /^(?:page|step|location|date|time|true|false)$/,
  'aria-live': /^(?:off|polite|assertive)$/,
  'aria-orientation': /^(?:horizontal|vertical|undefined)$/,
  'aria-sort': /^(?:none|ascending|descending|other)$/,
  'aria-level': /^[1-9]\d*$/,
}
const references = new Set(['aria-labelledby', 'aria-describedby', 'aria-details', 'aria-owns'])

export const aria = defineEmailRule({
  code: 'aria',
  severity: 'error',
  summary: 'Use only roles, aria- attributes and values that exist',
  why: 'A role that does not exist is ignored or read out as something else (WAI-ARIA 1.2); a reference to nothing leaves the element without a name.',
  examples: {
    good: [
      '<div role="article" aria-roledescription="email" aria-label="Acme opens a plant">Text</div>',
      '<h2 id="about">About</h2><div role="region" aria-labelledby="about">Text</div>',
    ],
    bad: {
      '<div role="mail">Text</div>': '1:6 Unknown role "mail"',
      '<div aria-lable="Acme">Text</div>': '1:6 Unknown attribute "aria-lable"',
      '<div aria-hidden="yes">Text</div>': '1:6 Unknown value "yes" of "aria-hidden"',
      '<div aria-labelledby="about">Text</div>': '1:6 Unknown id "about" in "aria-labelledby"',
    },
  },
  check({ page }, report) {
    const ids = new Set(page.elements.map((element) => attribute(element, 'id')))
    for (const element of page.elements) {
      for (const role of (attribute(element, 'role') ?? '').split(/\s+/))
        if (role !== '' && !roles.has(role))
          report({
            message: `Unknown role "${role}"`,
            hint: 'Use a role of WAI-ARIA, or none',
            at: attributeSpan(element, 'role'),
          })
      for (const { name, value } of element.attrs) {
        if (!name.startsWith('aria-')) continue
        const at = attributeSpan(element, name)
        if (!attributes.has(name.slice(5)))
          report({ message: `Unknown attribute "${name}"`, hint: 'Use an attribute of WAI-ARIA, or none', at })
        else if (values[name]?.test(value) === false)
          report({ message: `Unknown value "${value}" of "${name}"`, hint: 'Use a value of WAI-ARIA', at })
        const lost = references.has(name) ? value.split(/\s+/).find((id) => !ids.has(id)) : undefined
        if (lost !== undefined)
          report({ message: `Unknown id "${lost}" in "${name}"`, hint: 'Name an element that is there', at })
      }
    }
  },
})
