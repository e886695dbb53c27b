import { ancestorsOf, isText } from '../../clients/markup.ts'
import { defineEmailRule } from './rule.ts'

const address = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/u
const phone = /\+\d[\d\s().\u00a0\u2010-\u2014/-]{6,}\d/

export const unlinkedContact = defineEmailRule({
  code: 'unlinked-contact',
  severity: 'warning',
  summary: 'Link phone numbers and mail addresses yourself',
  why: 'Gmail and iOS find numbers and addresses in plain text and make links of them, in their own blue and sometimes from half a number (Apple, format detection; Gmail).',
  examples: {
    good: [
      '<a href="tel:+31705550100">+31 70 555 0100</a>, <a href="mailto:press@example.org">press@example.org</a>',
      '<p>In 2019-2020, 1,200 people and 30 countries</p>',
    ],
    bad: {
      '<p>Call +31 70 555 0100</p>': '1:9 Phone number without a link, "+31 70 555 0100"',
      '<p>Write to press@example.org.</p>': '1:13 Mail address without a link, "press@example.org"',
    },
  },
  check({ source, page }, report) {
    for (const element of page.elements) {
      if (unseen.has(element.tagName) || [element, ...ancestorsOf(element)].some(({ tagName }) => tagName === 'a'))
        continue
      for (const node of element.childNodes) {
        if (!isText(node) || !node.sourceCodeLocation) continue
        for (const [what, pattern, link] of kinds) {
          const found = pattern.exec(node.value)?.[0]
          if (!found) continue
          const { startOffset, endOffset } = node.sourceCodeLocation
          const start = Math.max(startOffset, source.text.slice(0, endOffset).indexOf(found, startOffset))
          report({
            message: `${what} without a link, "${found}"`,
            hint: `Link it with ${link}`,
            at: [start, start + found.length],
          })
        }
      }
    }
  },
})

const unseen = new Set(['style', 'title', 'noscript', 'script'])
const kinds = [
  ['Phone number', phone, 'tel:'],
  ['Mail address', address, 'mailto:'],
] as const

/** A phone number or mail address in a text. */
export const contactIn = (text: string): string | undefined =>
  text.includes('@') || text.includes('+') ? (phone.exec(text) ?? address.exec(text))?.[0] : undefined
