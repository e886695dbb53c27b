import { elementsOf, isElement, removeNodes, type Document, type Element } from './markup.ts'

/** Nothing that can act, and nothing that shows a page within the page, passes any web mail. */
const refused = new Set([
  'script',
  'form',
  'input',
  'iframe',
  'object',
  'embed',
  'video',
  'audio',
  'svg',
  'base',
  'link',
  'meta',
])

/**
 * Puts an email into the page of a web mail: html, head and body lose their attributes (lang, dir, bgcolor and style with them),
 * comments go, and of the head only the style sheets are left. The page's own language is English.
 */
export function intoWebmail(document: Document): void {
  removeNodes(
    document,
    (node) =>
      node.nodeName === '#comment' || (isElement(node) && (refused.has(node.tagName) || node.tagName === 'title')),
  )
  for (const element of elementsOf(document)) {
    if (element.tagName === 'html') element.attrs = [{ name: 'lang', value: 'en' }]
    if (element.tagName === 'body') element.attrs = []
    if (element.tagName === 'head') element.childNodes.unshift(...pageHead(element))
  }
}

function pageHead(head: Element): Element[] {
  const make = (tagName: string, attrs: Record<string, string>, text?: string): Element => {
    const element = {
      nodeName: tagName,
      tagName,
      attrs: Object.entries(attrs).map(([name, value]) => ({ name, value })),
      namespaceURI: head.namespaceURI,
      parentNode: head,
      childNodes: [],
    } as Element
    if (text) element.childNodes.push({ nodeName: '#text', value: text, parentNode: element })
    return element
  }
  return [
    make('meta', { charset: 'utf-8' }),
    make('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    make('title', {}, 'Mail'),
  ]
}
