import type { Client } from './client.ts'
import { asWordReads } from './conditional.ts'
import type { Declaration } from './inline-style.ts'
import {
  childrenOf,
  classesOf,
  elementsOf,
  isElement,
  parseMarkup,
  printMarkup,
  removeNodes,
  setAttribute,
  textOf,
  type Element,
} from './markup.ts'
import { rewriteSheets, rewriteStyles } from './rewrite.ts'

/** Outlook for Windows up to 2024 shows mail with the engine of Word. */
export const outlookWord: Client = {
  name: 'outlook-word',
  title: 'Outlook for Windows',
  summary:
    'Shows what stands in mso comments and not what is for others; reads the first class only and no @media; drops empty paragraphs; knows no max-width, float, background images or border-radius, boxes only on tables, cells, headings and list items, margins on div and p too.',
  source: 'Microsoft, Word HTML and CSS rendering capabilities in Outlook; caniemail.com (June 2026)',
  transform(html) {
    const document = parseMarkup(asWordReads(html))
    removeNodes(document, (node) => node.nodeName === '#comment' || (isElement(node) && isDropped(node)))
    for (const element of elementsOf(document)) {
      const [first, second] = classesOf(element)
      if (first && second) setAttribute(element, 'class', first)
    }
    rewriteSheets(document, (root) => {
      root.walkAtRules((rule) => void rule.remove())
      root.walkDecls((one) => {
        if (unknown.test(one.prop) || isUnknownValue(one.prop, one.value)) one.remove()
      })
      return root.toString()
    })
    rewriteStyles(document, asWordKnows)
    return printMarkup(document)
  },
}

/** Word reads nothing from an empty paragraph; that is why people write `&nbsp;` into one. */
const isDropped = (element: Element): boolean =>
  element.tagName === 'noscript' ||
  (element.tagName === 'p' && childrenOf(element).length === 0 && /^[\t\r\n ]*$/.test(textOf(element)))

const text = new Set(['body', 'span', 'a', 'strong', 'b', 'em', 'i', 'small', 'font'])
const box = /^(?:width|height|padding(?:-\w+)?)$/
const margin = /^(?:margin|border)(?:-\w+)*$/

/** Properties that Word knows on no element, or on no other than a table. */
const unknown =
  /^(?:float|clear|position|top|right|bottom|left|opacity|overflow.*|box-shadow|text-shadow|border-radius|flex.*|grid.*|gap|object-fit|min-.*|max-.*|transform|transition|animation|color-scheme)$/

const isUnknownValue = (property: string, value: string): boolean =>
  /url\(|gradient\(|\bvar\(|\brem\b|\dv[wh]\b/i.test(value) ||
  (property === 'display' && value !== 'none' && !/^(?:block|inline|table.*)$/.test(value)) ||
  (property.startsWith('margin') && /\bauto\b/.test(value))

function asWordKnows(one: Declaration, { tagName }: Element): readonly Declaration[] {
  const { property, value } = one
  if (property === 'mso-hide' && value === 'all') return [{ property: 'display', value: 'none', important: true }]
  if (property === 'max-width' && tagName === 'table') return [one]
  if (unknown.test(property) || isUnknownValue(property, value)) return []
  if (text.has(tagName) && (box.test(property) || margin.test(property))) return []
  return (tagName === 'div' || tagName === 'p') && box.test(property) ? [] : [one]
}
