import { attribute } from '../../clients/markup.ts'
import { attributeSpan, named } from './email.ts'
import { defineEmailRule } from './rule.ts'

export const imageFormat = defineEmailRule({
  code: 'image-format',
  severity: 'error',
  summary: 'Use PNG, JPEG or GIF',
  why: 'Outlook for Windows shows no WebP, AVIF or SVG images (caniemail.com, image formats).',
  examples: {
    good: ['<img src="https://example.org/photo.jpg?format=webp" alt="">'],
    bad: {
      '<img src="https://example.org/photo.webp" alt="">': '1:6 Outlook shows no webp images',
      '<img src="https://example.org/logo.svg?v=2" alt="">': '1:6 Outlook shows no svg images',
    },
  },
  check({ outlook }, report) {
    for (const image of named(outlook, 'img')) {
      const [, format] = /^[^?#]*\.(webp|avif|svg)(?:[?#]|$)/i.exec(attribute(image, 'src') ?? '') ?? []
      if (format)
        report({
          message: `Outlook shows no ${format.toLowerCase()} images`,
          hint: 'Save it as PNG or JPEG',
          at: attributeSpan(image, 'src'),
        })
    }
  },
})
