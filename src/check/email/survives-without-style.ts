import { textOf, type Element } from '../../clients/markup.ts'
import { declarationsOf, plainRules, styleValue, tagSpan, type Placed, type Reading } from './email.ts'
import { defineEmailRule } from './rule.ts'
import { selecting, selectorsOf, type Selected } from './selector.ts'

export const survivesWithoutStyle = defineEmailRule({
  code: 'survives-without-style',
  severity: 'error',
  summary: 'Hide and show nothing by a style sheet alone',
  why: 'Gmail on a phone with a foreign account, GMX and others drop every `<style>`: what only a sheet hides is then shown twice or out of place, and what only a sheet shows is not there (caniemail.com, "<style> element").',
  examples: {
    good: [
      '<style>.night{display:none}</style><img class="night" style="display:none" src="https://example.org/a.png" alt="">',
      '<style>.empty{display:none}</style><p class="empty"></p>',
    ],
    bad: {
      '<style>.night{display:none}</style><p class="night">Text</p>': '1:36 Content hidden only by the style sheet',
      '<style>.night{visibility:hidden}</style><p class="night">Text</p>':
        '1:41 Content hidden only by the style sheet',
      '<style>.more{display:block!important}</style><p class="more" style="display:none">Text</p>':
        '1:46 Content shown only by the style sheet',
    },
  },
  check(email, report) {
    const hiding = rulesWith(email.page, ({ property, value }) => hides.test(`${property}:${value}`))
    const showing = rulesWith(email.page, (one) => one.important && one.property === 'display' && one.value !== 'none')
    const [hiddenBy, shownBy] = [selecting(hiding), selecting(showing)]
    for (const element of hiding.length + showing.length > 0 ? email.page.elements : []) {
      const style = email.styleOf(element)
      const at = tagSpan(element)
      if (
        !style.some(({ property }) => /^(?:display|visibility|opacity)$/.test(property)) &&
        hiddenBy(element).length > 0 &&
        hasContent(element)
      )
        report({
          message: 'Content hidden only by the style sheet',
          hint: 'Say `display:none;mso-hide:all` in its style attribute too',
          at,
        })
      if (styleValue(style, 'display') === 'none' && shownBy(element).length > 0 && hasContent(element))
        report({
          message: 'Content shown only by the style sheet',
          hint: 'Show it by its style attribute, or leave it out',
          at,
        })
    }
  },
})

const hides = /^(?:display:none|visibility:hidden|opacity:0)$/

/** The selectors of the rules that hold for every width and scheme and have some declaration. */
const rulesWith = (page: Reading, has: (one: Placed) => boolean): Selected[] =>
  page.sheets.flatMap((sheet) =>
    plainRules(sheet)
      .filter((rule) => declarationsOf(sheet, rule).some(has))
      .flatMap((rule) => selectorsOf(rule.selector).map((selector) => ({ selector }))),
  )

const hasContent = (element: Element): boolean => element.tagName === 'img' || textOf(element).trim() !== ''
