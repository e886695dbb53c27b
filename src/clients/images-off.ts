import { attribute, elementsOf, parseMarkup, printMarkup, removeAttributes, setAttribute } from './markup.ts'
import { rewriteStyles } from './rewrite.ts'

/** The page with its images blocked, as Outlook and many offices show mail until the reader asks: their alt texts are left. */
export function withoutImages(html: string): string {
  const document = parseMarkup(html)
  for (const element of elementsOf(document)) {
    removeAttributes(element, (name) => name === 'background' || name === 'srcset')
    if (element.tagName === 'img' && attribute(element, 'src') !== undefined) setAttribute(element, 'src', 'data:,')
  }
  rewriteStyles(document, (one) => (/url\(/i.test(one.value) ? [] : [one]))
  return printMarkup(document)
}
