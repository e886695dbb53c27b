import { pixels } from '../../clients/inline-style.ts'
import { ancestorsOf, attribute, type Element } from '../../clients/markup.ts'
import { attributeSpan, named, styleValue, tagSpan, type Email } from './email.ts'
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
      '<table width="600"><tr><td style="padding:0 24px"><img src="https://example.org/a.png" width="552" alt=""></td></tr></table>',
    ],
    bad: {
      '<img src="https://example.org/a.png" alt="">': '1:1 Missing width of an image',
      '<img src="https://example.org/a.png" width="100%" alt="">': '1:38 Invalid width of an image, "100%"',
      '<img src="https://example.org/a.png" width="120" height="auto" alt="">':
        '1:50 Invalid height of an image, "auto"',
      '<table width="600"><tr><td style="padding:0 24px"><table width="100%"><tr><td style="padding:2px 0 2px 20px"><img src="https://example.org/a.png" width="552" alt=""></td></tr></table></td></tr></table>':
        '1:147 Too wide image, 552 px, its place has 532',
    },
  },
  check(email, report) {
    const { outlook } = email
    for (const image of named(outlook, 'img')) {
      const width = attribute(image, 'width')
      const height = attribute(image, 'height')
      const hint = 'Say `width="120"`: a whole number, without a unit'
      if (width === undefined) report({ message: 'Missing width of an image', hint, at: tagSpan(image) })
      else if (!/^\d+$/.test(width))
        report({ message: `Invalid width of an image, "${width}"`, hint, at: attributeSpan(image, 'width') })
      else if (Number(width) > roomFor(email, image))
        report({
          message: `Too wide image, ${width} px, its place has ${roomFor(email, image)}`,
          hint: 'Word knows no max-width: let the attribute say what there is room for',
          at: attributeSpan(image, 'width'),
          severity: 'warning',
        })
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

/** How wide the place of an image is at most, by the widths around it and the padding within them, in px. */
function roomFor(email: Email, image: Element): number {
  let [room, taken] = [Infinity, 0]
  for (const around of ancestorsOf(image)) {
    const style = email.styleOf(around)
    const given = /^\d+(?:px)?$/.exec(attribute(around, 'width') ?? '')?.[0]
    if (around.tagName === 'td' || around.tagName === 'th') taken += paddingOf(style)
    else room = Math.min(room, (given ? Number.parseInt(given, 10) : Infinity) - taken)
  }
  return room
}

/** What the padding of a cell takes on its left and right, in px. */
function paddingOf(style: ReturnType<Email['styleOf']>): number {
  const [top = '0', right = top, , left = right] = styleValue(style, 'padding')?.split(/\s+/) ?? []
  const [before, after] = [styleValue(style, 'padding-left') ?? left, styleValue(style, 'padding-right') ?? right]
  return (pixels(before) ?? 0) + (pixels(after) ?? 0)
}
