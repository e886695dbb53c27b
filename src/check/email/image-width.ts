import { attribute } from '../../clients/markup.ts'
import { attributeSpan, named, tagSpan } from './email.ts'
import { defineEmailRule } from './rule.ts'

export const imageWidth = defineEmailRule({
  code: 'image-width',
  severity: 'error',
  summary: 'Give each image its width in whole px',
  why: 'Word shows an image without a `width` attribute at the size of its file, scaled by the screen; CSS does not count (Microsoft; caniemail.com, "width attribute"). `height="auto"` is not HTML (WHATWG HTML, dimension attributes).',
  examples: {
    good: [
      '<img src="https://example.org/a.png" width="120" height="40" alt="">',
      '<img src="https://example.org/a.png" width="120" alt="">',
    ],
    bad: {
      '<img src="https://example.org/a.png" alt="">': '1:1 Missing width of an image',
      '<img src="https://example.org/a.png" width="100%" alt="">': '1:38 Invalid width of an image, "100%"',
      '<img src="https://example.org/a.png" width="120" height="auto" alt="">':
        '1:50 Invalid height of an image, "auto"',
    },
  },
  check({ outlook }, report) {
    for (const image of named(outlook, 'img')) {
      const width = attribute(image, 'width')
      const height = attribute(image, 'height')
      const hint = 'Say `width="120"`: a whole number, without a unit'
      if (width === undefined) report({ message: 'Missing width of an image', hint, at: tagSpan(image) })
      else if (!/^\d+$/.test(width))
        report({ message: `Invalid width of an image, "${width}"`, hint, at: attributeSpan(image, 'width') })
      if (height !== undefined && !/^\d+$/.test(height))
        report({
          message: `Invalid height of an image, "${height}"`,
          hint: 'Leave the attribute out and say `height:auto` in the style attribute',
          at: attributeSpan(image, 'height'),
          severity: 'warning',
        })
    }
  },
})
