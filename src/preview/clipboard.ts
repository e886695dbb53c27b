import { mobileWeb } from '../clients/mobile-web.ts'
import {
  attribute,
  elementsOf,
  isElement,
  parseMarkup,
  printInside,
  removeAttributes,
  removeNodes,
} from '../clients/markup.ts'

/**
 * An email as Outlook and Gmail take it from the clipboard: with its styles in the elements, no style sheets, and nothing hidden, for an
 * editor shows the preview line as text. The body only, in an element that carries its language and direction.
 */
export function richText(email: string): string {
  const whole = elementsOf(parseMarkup(email)).find(({ tagName }) => tagName === 'html')
  const document = parseMarkup(mobileWeb.transform(email))
  removeNodes(
    document,
    (node) =>
      node.nodeName === '#comment' ||
      (isElement(node) &&
        (/^(?:style|script)$/.test(node.tagName) || /(?:^|;)\s*display:\s*none/i.test(attribute(node, 'style') ?? ''))),
  )
  for (const element of elementsOf(document))
    removeAttributes(element, (name) => name === 'class' || name === 'id' || name.startsWith('aria-'))
  const body = elementsOf(document).find(({ tagName }) => tagName === 'body')
  const language = (whole && attribute(whole, 'lang')) ?? 'en'
  const direction = (whole && attribute(whole, 'dir')) ?? 'ltr'
  return `<div lang="${language}" dir="${direction}">${body ? printInside(body).trim() : ''}</div>`
}
