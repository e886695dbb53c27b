import type { Root } from 'postcss'
import {
  ancestorsOf,
  attribute,
  elementsOf,
  isElement,
  parseMarkup,
  printMarkup,
  removeAttributes,
  removeNodes,
  type Document,
} from './markup.ts'
import { rewriteSheets, rewriteStyles } from './rewrite.ts'
import { intoWebmail } from './webmail.ts'

const maximum = 16_384
const spacedColour = /\b(?:rgb|hsl)a?\(\s*[^,()]+\s[^,()]+\)/i

/** What both of Gmail's web pages do; the one for phones' browsers drops all style sheets besides. */
export function gmail(html: string, sheets: 'some' | 'none'): string {
  const document = parseMarkup(html)
  for (const element of elementsOf(document)) {
    removeAttributes(element, (name) => name === 'srcset' || name === 'hidden' || name.startsWith('on'))
    if (spacedColour.test(attribute(element, 'style') ?? '')) removeAttributes(element, (name) => name === 'style')
    if (/^\s*data:/i.test(attribute(element, 'src') ?? '')) removeAttributes(element, (name) => name === 'src')
  }
  rewriteStyles(document, (one) => (isDropped(one.property, one.value) ? [] : [one]))
  dropSheets(document, sheets)
  intoWebmail(document)
  return printMarkup(document)
}

const isDropped = (property: string, value: string): boolean =>
  property === 'position' ||
  property.startsWith('--') ||
  /\bvar\(|url\(\s*["']?data:/i.test(value) ||
  (property.startsWith('margin') && /(?:^|\s)-/.test(value))

function dropSheets(document: Document, sheets: 'some' | 'none'): void {
  removeNodes(
    document,
    (node) =>
      isElement(node) &&
      node.tagName === 'style' &&
      (sheets === 'none' || ancestorsOf(node).some(({ tagName }) => tagName === 'body')),
  )
  let total = 0
  rewriteSheets(document, (root, css) => {
    total += new TextEncoder().encode(css).length
    return total > maximum || spacedColour.test(css) || hasNestedRule(root) ? undefined : understood(root)
  })
}

function hasNestedRule(root: Root): boolean {
  let nested = false
  root.walkAtRules((rule) => {
    if (rule.parent?.type === 'atrule') nested = true
  })
  return nested
}

/** Of a sheet, the classes, types and media queries for widths; attribute selectors and other @-rules go. */
function understood(root: Root): string {
  root.walkAtRules((rule) => {
    if (rule.name !== 'media' || /prefers-/i.test(rule.params)) rule.remove()
  })
  root.walkRules((rule) => {
    if (/\[/.test(rule.selector)) rule.remove()
  })
  root.walkDecls((one) => {
    if (isDropped(one.prop, one.value)) one.remove()
  })
  return root.toString()
}
