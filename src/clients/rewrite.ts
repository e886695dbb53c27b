import { CssSyntaxError, parse as parseCss, type Declaration as CssDeclaration, type Root } from 'postcss'
import { declarations, printDeclarations, type Declaration } from './inline-style.ts'
import {
  attribute,
  elementsOf,
  isElement,
  removeAttributes,
  removeNodes,
  setAttribute,
  type Document,
  type Element,
} from './markup.ts'

/** Passes every style attribute through a change; one that is left with nothing goes. */
export function rewriteStyles(
  document: Document,
  change: (declaration: Declaration, element: Element) => readonly Declaration[],
): void {
  for (const element of elementsOf(document)) {
    const style = attribute(element, 'style')
    if (style === undefined) continue
    const kept = declarations(style).flatMap((one) => change(one, element))
    if (kept.length > 0) setAttribute(element, 'style', printDeclarations(kept))
    else removeAttributes(element, (name) => name === 'style')
  }
}

/** What becomes of a style sheet: CSS to put in its place, or `undefined` where the client drops all of it. */
export type SheetChange = (root: Root, css: string) => string | undefined

/** Passes every style sheet through a change; one that cannot be parsed goes, as with every client that parses at all. */
export function rewriteSheets(document: Document, change: SheetChange): void {
  for (const element of elementsOf(document)) {
    if (element.tagName !== 'style') continue
    const text = element.childNodes[0]
    const css = text && 'value' in text ? text.value : ''
    const changed = parseSheet(css, change)
    if (text && 'value' in text) text.value = changed ?? ''
  }
  removeNodes(
    document,
    (node) => isElement(node) && node.tagName === 'style' && (node.childNodes[0] === undefined || isEmpty(node)),
  )
}

const isEmpty = (element: Element): boolean => {
  const text = element.childNodes[0]
  return text !== undefined && 'value' in text && text.value.trim() === ''
}

function parseSheet(css: string, change: SheetChange): string | undefined {
  try {
    return change(parseCss(css), css)
  } catch (error) {
    if (!(error instanceof CssSyntaxError)) throw error
    return undefined
  }
}

/** Takes the rules out that are for dark mode only; the clients that don't know the query drop them. */
export function removeDarkMedia(root: Root): void {
  root.walkAtRules('media', (rule) => {
    if (/prefers-color-scheme/i.test(rule.params)) rule.remove()
  })
}

/** Passes every declaration of a sheet through a change of its value. */
export function rewriteValues(root: Root, change: (declaration: CssDeclaration) => string): void {
  root.walkDecls((one) => {
    one.value = change(one)
  })
}
