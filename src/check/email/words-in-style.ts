import { attribute } from '../../clients/markup.ts'
import { allRules, declarationsOf, named, type Placed } from './email.ts'
import { defineEmailRule } from './rule.ts'

export const wordsInStyle = defineEmailRule({
  code: 'words-in-style',
  severity: 'error',
  summary: 'Keep words, and the order of words, out of the style sheets',
  why: 'Gmail on a phone with a foreign account, GMX and others drop every `<style>`: what only a sheet says is then missing, and what only a sheet has put in order is read in another one (caniemail.com, "<style> element"; WCAG 2.2, 1.3.2 Meaningful sequence).',
  examples: {
    good: [
      '<style>li:before{content:"\\2022"}</style>',
      '<html dir="rtl"><head><style>.sheet{direction:rtl}</style></head></html>',
      '<style>.row{flex-direction:column;display:table-row-group}</style>',
    ],
    bad: {
      '<style>.new:before{content:"New: "}</style><p class="new">Text</p>':
        '1:20 Words that only the style sheet has, content:"New: "',
      '<style>.row{direction:rtl}</style><table class="row"></table>':
        '1:13 Order that only the style sheet gives, direction:rtl',
      '<style>@media (max-width:480px){.foot{display:table-header-group}}</style><table><tbody class="foot"></tbody></table>':
        '1:39 Order that only the style sheet gives, display:table-header-group',
      '<style>.row{flex-direction:row-reverse}.cell{order:2}</style><div class="row"><p class="cell">Text</p></div>':
        '1:13 Order that only the style sheet gives, flex-direction:row-reverse\n1:46 Order that only the style sheet gives, order:2',
    },
  },
  check({ page }, report) {
    const direction = named(page, 'html').map((html) => attribute(html, 'dir'))[0] ?? 'ltr'
    for (const sheet of page.sheets)
      for (const { property, value, at } of allRules(sheet).flatMap((rule) => declarationsOf(sheet, rule))) {
        const what = lostIn(property, value, direction)
        if (what)
          report({
            message: `${what}, ${property}:${value}`,
            hint: 'Write it into the HTML: the words where they are read, `dir` where the direction turns',
            at,
          })
      }
  },
})

/** What is lost with a declaration. Signs such as the dot of a list are not missed. */
function lostIn(property: Placed['property'], value: string, direction: string): string | undefined {
  if (property === 'content')
    return /[\p{L}\p{N}]/u.test(
      value.replace(/\\[\da-f]{1,6}/gi, '').replace(/^(?:none|normal|inherit|[\w-]+\([^)]*\))$/, ''),
    )
      ? 'Words that only the style sheet has'
      : undefined
  const isOrder =
    (property === 'direction' && value !== direction) ||
    (property === 'display' && /^table-(?:header|footer)-group$|^table-caption$/.test(value)) ||
    (/^flex-(?:direction|flow)$/.test(property) && value.includes('reverse')) ||
    (property === 'order' && value !== '0')
  return isOrder ? 'Order that only the style sheet gives' : undefined
}
