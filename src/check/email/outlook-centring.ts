import { ancestorsOf, attribute, type Element } from '../../clients/markup.ts'
import { pixels } from '../../clients/inline-style.ts'
import { attributeSpan, styleValue } from './email.ts'
import { defineEmailRule } from './rule.ts'

export const outlookCentring = defineEmailRule({
  code: 'outlook-centring',
  severity: 'error',
  summary: 'Give Outlook a table where others have max-width and margin:auto',
  why: 'Word knows neither `max-width` outside tables nor `margin:auto`: without a table of its own between `<!--[if mso]>` comments, the column is as wide as the window and stands at its left (caniemail.com, "max-width", "margin").',
  examples: {
    good: [
      '<!--[if mso]><table align="center" width="600"><tr><td><![endif]--><div style="margin:0 auto;max-width:600px">Text</div><!--[if mso]></td></tr></table><![endif]-->',
      '<table align="center" style="margin:0 auto;max-width:600px"><tr><td>Text</td></tr></table>',
      '<p style="margin:0 auto;width:100%">Text</p>',
      '<img style="max-width:100%" width="100" src="https://example.org/a.png" alt="">',
    ],
    bad: {
      '<div style="max-width:600px">Text</div>': '1:6 Outlook ignores max-width on <div>',
      '<div style="margin:0 auto">Text</div>': '1:6 Outlook ignores margin:auto on <div>',
      '<table style="margin:0 auto"><tr><td>Text</td></tr></table>': '1:8 Outlook ignores margin:auto on <table>',
      '<!--[if mso]><table width="800"><tr><td><![endif]--><div style="max-width:600px">Text</div><!--[if mso]></td></tr></table><![endif]-->':
        '1:58 Outlook ignores max-width on <div>',
    },
  },
  check(email, report) {
    for (const element of email.shownInWord) {
      const style = email.styleOf(element)
      const { tagName } = element
      const at = attributeSpan(element, 'style')
      const hint = 'Put a table with `width` and `align="center"` around it, between `<!--[if mso]>` and `<![endif]-->`'
      const widest = pixels(styleValue(style, 'max-width'))
      if (widest && tagName !== 'table' && tagName !== 'img' && (widthAround(element) ?? Infinity) > widest)
        report({ message: `Outlook ignores max-width on <${tagName}>`, hint, at })
      const centred = ['margin', 'margin-left'].some((one) => /\bauto\b/.test(styleValue(style, one) ?? ''))
      if (centred && styleValue(style, 'width') !== '100%' && !isCentred(element))
        report({ message: `Outlook ignores margin:auto on <${tagName}>`, hint, at })
    }
  },
})

/** The width of the nearest table or cell that says one in px. */
function widthAround(element: Element): number | undefined {
  const width = ancestorsOf(element)
    .map((one) => attribute(one, 'width'))
    .find((one) => one !== undefined && /^\d+(?:px)?$/.test(one))
  return width === undefined ? undefined : Number.parseInt(width, 10)
}

function isCentred(element: Element): boolean {
  const table = [element, ...ancestorsOf(element)].find(({ tagName }) => tagName === 'table')
  return table !== undefined && attribute(table, 'align') === 'center'
}
