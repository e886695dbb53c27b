import { parseColour } from '../../clients/colour.ts'
import { ancestorsOf, attribute, isText, textOf, type Element } from '../../clients/markup.ts'
import { cascade } from './cascade.ts'
import { named, styleValue, tagSpan, type Email } from './email.ts'
import { displayWidth } from '../../markdown/width.ts'
import { longestPreheader } from '../../formats/email/preheader.ts'
import { defineEmailRule } from './rule.ts'

export const shortestPreheader = 40
const [shortest, longest] = [shortestPreheader, longestPreheader]
const words = 'The plant opens on Thursday and gives work to four hundred'
const hidden = 'display:none;mso-hide:all'
const padding = '&#8199;&#847;'

export const preheader = defineEmailRule({
  code: 'preheader',
  severity: 'warning',
  reads: 'whole',
  summary: 'Begin the body with a hidden line that mail lists show after the subject',
  why: 'Mail lists show the first text of the body, which without a preheader is the logo or "Read online". Word needs `mso-hide:all`, screen readers the language, and white text counts as hidden text with SpamAssassin (+0.7); figure spaces with joiners keep the text after it out of the list.',
  examples: {
    good: [
      `<body><div lang="en" dir="ltr"><div style="${hidden}">${words}${padding.repeat(3)}</div><p>Text</p></div></body>`,
    ],
    bad: {
      '<body><p>Text</p></body>': '1:1 Missing preheader',
      [`<body><div lang="en" dir="ltr"><div style="display:none">${words}${padding}</div></div></body>`]:
        '1:32 Missing mso-hide:all of the preheader',
      [`<body><div style="${hidden}">${words}${padding}</div></body>`]:
        '1:7 Preheader outside of what carries lang and dir',
      [`<body><div lang="en" dir="ltr"><div style="${hidden};color:#fff">${words}${padding}</div></div></body>`]:
        '1:32 White text in the preheader',
      [`<style>.first{color:#fff}</style><body><div lang="en" dir="ltr" class="first"><div style="${hidden}">${words}${padding}</div></div></body>`]:
        '1:79 White text in the preheader',
      [`<body><div lang="en" dir="ltr"><div style="${hidden}">Acme opens a plant${padding}</div></div></body>`]:
        '1:32 Too short preheader, 18 characters, minimum 40',
      [`<body><div lang="en" dir="ltr"><div style="${hidden}">${words}, and ${words}${padding}</div></div></body>`]:
        '1:32 Too long preheader, 122 characters, maximum 90',
      [`<body><div lang="en" dir="ltr"><div style="${hidden}">${words}</div></div></body>`]:
        '1:32 Missing padding after the preheader',
    },
  },
  check(email, report) {
    const [body] = named(email.page, 'body')
    if (!body) return
    const element = findPreheader(email, body)
    if (!element) {
      const hint = 'Put the summary first, in `<div style="display:none;mso-hide:all">`'
      report({ message: 'Missing preheader', hint, at: tagSpan(body) })
      return
    }
    for (const [message, hint] of faultsOf(email, element)) {
      // Of half a line in the list nobody takes harm.
      const severity = message.startsWith('Too short') ? 'info' : 'warning'
      report({ message, hint, at: tagSpan(element), severity })
    }
  },
})

/** The hidden element that holds the first text of the body. */
function findPreheader(email: Email, body: Element): Element | undefined {
  const first = email.page.elements.find(
    (element) =>
      ancestorsOf(element).includes(body) &&
      element.childNodes.some((child) => isText(child) && /\S/.test(child.value)),
  )
  return first && [first, ...ancestorsOf(first)].find((one) => styleValue(email.styleOf(one), 'display') === 'none')
}

/** Figure spaces, joiners and the like, which fill the line in the list. */
const fillers = /(?:\s|\p{Cf}|\u034f)+$/u

/** How long the words of a preheader are, without what fills the line; characters of double width count twice. */
export const preheaderLength = (text: string): number => displayWidth(text.replace(fillers, '').trim())

function* faultsOf(email: Email, element: Element): Generator<readonly [message: string, hint: string]> {
  const style = email.styleOf(element)
  const text = textOf(element)
  const length = preheaderLength(text)
  if (styleValue(style, 'mso-hide') !== 'all')
    yield ['Missing mso-hide:all of the preheader', 'Say `display:none;mso-hide:all`']
  const around = [element, ...ancestorsOf(element)].filter(({ tagName }) => tagName !== 'html' && tagName !== 'body')
  if (!around.some((one) => attribute(one, 'lang') && attribute(one, 'dir')))
    yield [
      'Preheader outside of what carries lang and dir',
      'Move it into the wrapper, with mj-raw instead of mj-preview',
    ]
  const styles = cascade(email, email.page, 'light')
  const ink = around.map((one) => styles(one).get('color')).find((colour) => colour !== undefined)
  if (parseColour(ink ?? '')?.rgb.every((channel) => channel > 250))
    yield ['White text in the preheader', 'Leave the colour out, the line is hidden anyway']
  if (length < shortest)
    yield [
      `Too short preheader, ${length} characters, minimum ${shortest}`,
      'Say in the summary what the headline does not',
    ]
  if (length > longest)
    yield [`Too long preheader, ${length} characters, maximum ${longest}`, 'Shorten the summary, or cut it at a word']
  if (!text.includes('\u034f')) yield ['Missing padding after the preheader', 'Add `&#8199;&#847;` some eighty times']
}
