import { attribute } from '../../clients/markup.ts'
import { attributeSpan, inAnyReading, tagSpan } from './email.ts'
import { defineEmailRule } from './rule.ts'

export const imageAlt = defineEmailRule({
  code: 'image-alt',
  severity: 'error',
  summary: 'Give each image an alt text, an empty one where it only decorates',
  why: 'Outlook and many offices block images until asked, and then the alt text is the image; without the attribute a screen reader spells the file name (WCAG 2.2, 1.1.1).',
  examples: {
    good: [
      '<img src="https://example.org/a.png" alt="The plant in Turku">',
      '<img src="https://example.org/line.png" alt="">',
    ],
    bad: {
      '<img src="https://example.org/a.png">': '1:1 Missing alt of an image',
      '<!--[if mso]><img src="https://example.org/a.png"><![endif]-->': '1:14 Missing alt of an image',
      '<img src="https://example.org/a.png" alt="IMG_0231.jpg">': '1:38 File name as alt, "IMG_0231.jpg"',
    },
  },
  check(email, report) {
    for (const image of inAnyReading(email)) {
      if (image.tagName !== 'img') continue
      const alt = attribute(image, 'alt')
      const hint = 'Say in `alt` what it shows; `alt=""` where it only decorates'
      if (alt === undefined) report({ message: 'Missing alt of an image', hint, at: tagSpan(image) })
      else if (/^[\w.-]+\.(?:png|jpe?g|gif|webp|svg)$/i.test(alt.trim()))
        report({ message: `File name as alt, "${alt}"`, hint, at: attributeSpan(image, 'alt') })
    }
  },
})
