import { elementsOf, parseMarkup } from '../../clients/markup.ts'
import { beginning, visibleText } from './message.ts'
import { defineMessageRule } from './rule.ts'
import { sample } from './sample.ts'

/** In characters: less than this is a caption, not a release. */
const fewest = 200

export const imageOnly = defineMessageRule({
  code: 'image-only',
  severity: 'warning',
  summary: 'Send words, not a picture of them',
  why: 'With images blocked, as in many newsrooms, nothing is left; filters count mail of pictures and few words against the sender (SpamAssassin, HTML_IMAGE_ONLY), and nobody can quote from it.',
  examples: {
    good: [sample(), sample({ html: `<img src=3D"a.png" alt=3D""><p>${'Some words\r\n'.repeat(25)}</p>` })],
    bad: {
      [sample({ html: '<img src=3D"https://example.org/release.png" alt=3D"Our release">' })]:
        '1:1 Too few words beside the images, 0 characters, minimum 200',
    },
  },
  check({ html }, report) {
    if (html === undefined || !elementsOf(parseMarkup(html)).some(({ tagName }) => tagName === 'img')) return
    const { length } = visibleText(html)
    if (length < fewest)
      report({
        message: `Too few words beside the images, ${length} characters, minimum ${fewest}`,
        hint: 'Write the release out as text',
        at: beginning,
      })
  },
})
