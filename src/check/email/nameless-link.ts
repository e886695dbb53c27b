import { attribute, elementsOf, textOf, type Element } from '../../clients/markup.ts'
import { named, tagSpan } from './email.ts'
import { defineEmailRule } from './rule.ts'

export const namelessLink = defineEmailRule({
  code: 'nameless-link',
  severity: 'error',
  summary: 'Give every link words',
  why: 'A screen reader spells out the address of a link without text (WCAG 2.2, 2.4.4); `aria-label` is no way out, for Yahoo strips it (caniemail.com, "aria-label").',
  examples: {
    good: [
      '<a href="https://example.org">Read it</a>',
      '<a href="https://example.org"><img src="https://example.org/a.png" alt="Acme"></a>',
      '<a id="top"></a>',
    ],
    bad: {
      '<a href="https://example.org"></a>': '1:1 Link without text',
      '<a href="https://example.org"><img src="https://example.org/a.png" alt=""></a>': '1:1 Link without text',
      '<a href="https://example.org" aria-label="Acme">&nbsp;</a>': '1:1 Link without text',
    },
  },
  check({ page }, report) {
    for (const link of named(page, 'a'))
      if (attribute(link, 'href') !== undefined && wordsOf(link) === '')
        report({
          message: 'Link without text',
          hint: 'Write where it leads, or say it in the `alt` of its image',
          at: tagSpan(link),
        })
  },
})

/** What is read out of an element: its text and the alt texts of its images. */
export const wordsOf = (element: Element): string =>
  readOut(
    textOf(element),
    elementsOf(element)
      .map((one) => (one.tagName === 'img' ? (attribute(one, 'alt') ?? '') : ''))
      .join(' '),
  )

/** Text and the words of pictures, as they are heard. */
export const readOut = (text: string, alts: string): string => `${text} ${alts}`.replace(/[\s\p{Cf}]+/gu, ' ').trim()
