import type { Declaration } from '../../clients/inline-style.ts'
import { textOf, type Element } from '../../clients/markup.ts'
import { declarationsOf, plainRules, tagSpan } from './email.ts'
import { defineEmailRule } from './rule.ts'
import { compileSelector, selectorsOf } from './selector.ts'

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
      '<style>.night{visibility:hidden}</style><p class="night">Text</p>':
        '1:41 Content hidden only by the style sheet',
    },
  },
  check(email, report) {
    const hiding = email.page.sheets.flatMap((sheet) =>
      plainRules(sheet)
        .filter((rule) => declarationsOf(sheet, rule).some(({ property, value }) => hides.test(`${property}:${value}`)))
        .flatMap((rule) => selectorsOf(rule.selector).map(compileSelector)),
    )
    for (const element of hiding.length > 0 ? email.page.elements : [])
      if (hiding.some((matches) => matches(element)) && hasContent(element) && !saysItself(email.styleOf(element)))
        report({
          message: 'Content hidden only by the style sheet',
          hint: 'Say `display:none;mso-hide:all` in its style attribute too',
          at: tagSpan(element),
        })
  },
})

const hides = /^(?:display:none|visibility:hidden|opacity:0)$/

const saysItself = (style: readonly Declaration[]): boolean =>
  style.some(({ property }) => /^(?:display|visibility|opacity)$/.test(property))

const hasContent = (element: Element): boolean => element.tagName === 'img' || textOf(element).trim() !== ''
