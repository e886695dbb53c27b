import { attributeSpan } from './email.ts'
import { defineEmailRule } from './rule.ts'

export const attributeQuotes = defineEmailRule({
  code: 'attribute-quotes',
  severity: 'error',
  summary: 'Write quotation marks inside of an attribute as `&quot;`',
  why: 'An attribute ends at the first quotation mark of its kind, and the rest of its words become attributes of their own: an alt text is cut off, a style or an address lost (WHATWG HTML, 13.1.2.3).',
  examples: {
    good: [
      '<img src="https://example.org/a.png" alt="The &quot;Aurora&quot; leaves">',
      '<p title=\'The "Aurora"\' class=lead>Text</p>',
    ],
    bad: {
      '<img src="https://example.org/a.png" alt="The "Aurora" leaves">':
        '1:48 Attribute that ends too soon, before aurora"',
      '<p title="a"b>Text</p>': '1:13 Attribute that ends too soon, before b',
      '<p title="a" = class="b">Text</p>': '1:14 Attribute that ends too soon, before =',
    },
  },
  check({ page, source }, report) {
    for (const element of page.elements) {
      const broken = element.attrs.find(
        // A name with a sign of markup in it, or one that stands right behind the attribute before.
        ({ name }) => /["'<=]/.test(name) || /["']/.test(source.text.charAt(attributeSpan(element, name)[0] - 1)),
      )
      if (broken)
        report({
          message: `Attribute that ends too soon, before ${broken.name}`,
          hint: 'Write `&quot;` for a quotation mark inside of it',
          at: attributeSpan(element, broken.name),
        })
    }
  },
})
