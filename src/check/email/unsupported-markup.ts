import { attribute } from '../../clients/markup.ts'
import { attributeSpan, tagSpan } from './email.ts'
import { defineEmailRule } from './rule.ts'

const elements = new Set([
  'svg',
  'picture',
  'source',
  'script',
  'form',
  'input',
  'iframe',
  'video',
  'audio',
  'object',
  'embed',
  'canvas',
  'base',
])
const attributes = ['srcset', 'hidden'] as const

export const unsupportedMarkup = defineEmailRule({
  code: 'unsupported-markup',
  severity: 'error',
  summary: 'Use only the elements and attributes that mail clients keep',
  why: 'Gmail, Outlook and Yahoo remove inline SVG, `picture`, `srcset`, `hidden`, forms, frames and scripts; several take a message with them for dangerous (caniemail.com, HTML features).',
  examples: {
    good: ['<img src="https://example.org/a.png" alt="" width="100">'],
    bad: {
      '<svg width="1"></svg>': '1:1 Unsupported element <svg>',
      '<img src="https://example.org/a.png" srcset="b.png 2x" alt="">': '1:38 Unsupported attribute "srcset"',
      '<picture><img src="https://example.org/a.png" alt="" width="100"></picture>':
        '1:1 Unsupported element <picture>',
      '<p hidden>Text</p>': '1:4 Unsupported attribute "hidden"',
    },
  },
  check({ page }, report) {
    for (const element of page.elements) {
      const { tagName } = element
      if (elements.has(tagName))
        report({
          message: `Unsupported element <${tagName}>`,
          hint: 'Use an image, or a link to the page',
          at: tagSpan(element),
        })
      for (const name of attributes)
        if (attribute(element, name) !== undefined)
          report({
            message: `Unsupported attribute "${name}"`,
            hint: name === 'hidden' ? 'Use `display:none;mso-hide:all`' : 'Give one image of twice the size in `src`',
            at: attributeSpan(element, name),
          })
    }
  },
})
