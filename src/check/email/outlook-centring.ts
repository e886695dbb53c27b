import { ancestorsOf, attribute, type Element } from '../../clients/markup.ts'
import type { Span } from '../rule.ts'
import { pixels } from '../../clients/inline-style.ts'
import { defineEmailRule } from './rule.ts'
import { styleInWord, winning } from './word-style.ts'

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
      '<style>.card{max-width:600px}</style><div class="card">Text</div>': '1:14 Outlook ignores max-width on <div>',
      '<p style="margin-inline:auto">Text</p>': '1:4 Outlook ignores margin:auto on <p>',
    },
  },
  check(email, report) {
    const styleOf = styleInWord(email)
    const said = new Set<string>()
    const tell = (message: string, at: Span): void => {
      if (said.has(`${at[0]} ${message}`)) return
      said.add(`${at[0]} ${message}`)
      report({ message, hint, at })
    }
    for (const element of email.shownInWord) {
      const style = styleOf(element)
      const { tagName } = element
      const limit = winning(style, 'max-width')
      const widest = pixels(limit?.value)
      if (limit && widest && tagName !== 'table' && tagName !== 'img' && (widthAround(element) ?? Infinity) > widest)
        tell(`Outlook ignores max-width on <${tagName}>`, limit.at)
      const centred = ['margin', 'margin-left', 'margin-inline']
        .map((one) => winning(style, one))
        .find((one) => one && /\bauto\b/.test(one.value))
      if (centred && winning(style, 'width')?.value !== '100%' && !isCentred(element))
        tell(`Outlook ignores margin:auto on <${tagName}>`, centred.at)
    }
  },
})

const hint = 'Put a table with `width` and `align="center"` around it, between `<!--[if mso]>` and `<![endif]-->`'

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
