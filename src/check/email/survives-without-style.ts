import { textOf } from '../../clients/markup.ts'
import { declarationsOf, named, plainRules, styleValue, tagSpan, type Reading } from './email.ts'
import { defineEmailRule } from './rule.ts'
import { matches, selectorsOf } from './selector.ts'
import type { Element } from '../../clients/markup.ts'

export const survivesWithoutStyle = defineEmailRule({
  code: 'survives-without-style',
  severity: 'error',
  summary: 'Hide nothing by a style sheet alone',
  why: 'Gmail on a phone with a foreign account, GMX and others drop every `<style>`: what only a sheet hides is then shown twice or out of place (caniemail.com, "<style> element").',
  examples: {
    good: [
      '<style>.night{display:none}</style><img class="night" style="display:none" src="https://example.org/a.png" alt="">',
      '<style>.empty{display:none}</style><p class="empty"></p>',
    ],
    bad: {
      '<style>.night{display:none}</style><p class="night">Text</p>': '1:36 Content hidden only by the style sheet',
    },
  },
  check(email, report) {
    const hiding = email.page.sheets.flatMap((sheet) =>
      plainRules(sheet)
        .filter((rule) =>
          declarationsOf(sheet, rule).some(({ property, value }) => property === 'display' && value === 'none'),
        )
        .flatMap((rule) => selectorsOf(rule.selector)),
    )
    if (hiding.length === 0) return
    for (const element of withContent(email.page))
      if (styleValue(email.styleOf(element), 'display') === undefined && hiding.some((one) => matches(element, one)))
        report({
          message: 'Content hidden only by the style sheet',
          hint: 'Say `display:none;mso-hide:all` in its style attribute too',
          at: tagSpan(element),
        })
  },
})

function withContent(page: Reading): Element[] {
  const images = new Set(named(page, 'img'))
  return page.elements.filter((element) => images.has(element) || textOf(element).trim() !== '')
}
