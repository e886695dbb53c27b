import { parseColour, over, replaceColours } from './colour.ts'
import type { Inversion } from './inversion.ts'
import { attribute, elementsOf, parseMarkup, printMarkup, setAttribute, type Document, type Element } from './markup.ts'
import { removeDarkMedia, rewriteSheets, rewriteStyles, rewriteValues } from './rewrite.ts'

const ground = /^background(?:-color)?$/
const coloured = /^(?:color|background(?:-color)?|border(?:-(?:top|right|bottom|left))?(?:-color)?)$/

/**
 * Turns an email dark against its will: colours in style attributes, bgcolor, color and style sheets are exchanged, the page's own
 * white and black and the blue of its links too. What the email says for dark mode by itself is not asked.
 */
export function darken(
  html: string,
  inversion: Inversion,
  mark?: (element: Element, property: string, was: string) => void,
): string {
  const document = parseMarkup(html)
  const change = (property: string, value: string): string =>
    coloured.test(property) ? replaceColours(value, ground.test(property) ? inversion.ground : inversion.ink) : value
  rewriteSheets(document, (root) => {
    removeDarkMedia(root)
    rewriteValues(root, (one) => (isAuthoredDark(one.parent) ? one.value : change(one.prop.toLowerCase(), one.value)))
    return root.toString()
  })
  rewriteStyles(document, (one, element) => {
    const value = change(one.property, one.value)
    if (value !== one.value) mark?.(element, one.property, one.value)
    return [{ ...one, value }]
  })
  for (const element of elementsOf(document))
    for (const [name, exchange] of [
      ['bgcolor', inversion.ground],
      ['color', inversion.ink],
    ] as const) {
      const said = attribute(element, name)
      const colour = said === undefined ? undefined : parseColour(said)
      if (colour) setAttribute(element, name, exchange(over(colour, '#ffffff')))
    }
  paintPage(document, inversion)
  return printMarkup(document)
}

/** Rules that an email gives for Outlook's dark mode are dark already. */
const isAuthoredDark = (rule: unknown): boolean =>
  typeof rule === 'object' && rule !== null && 'selector' in rule && /\[data-ogs[cb]/i.test(String(rule.selector))

/** What the page paints where the email says nothing, before everything that it says. */
function paintPage(document: Document, inversion: Inversion): void {
  const head = elementsOf(document).find(({ tagName }) => tagName === 'head')
  if (!head) return
  const css = `html{background-color:${inversion.ground('#ffffff')};color:${inversion.ink('#000000')}}a{color:${inversion.ink('#0000ee')}}`
  const first = elementsOf(parseMarkup(`<style>${css}</style>`)).find(({ tagName }) => tagName === 'style')
  if (!first) return
  first.parentNode = head
  head.childNodes.unshift(first)
}
