import type { Client } from './client.ts'
import { isElement, parseMarkup, printMarkup, removeNodes } from './markup.ts'
import { intoWebmail } from './webmail.ts'

/** GMX and WEB.DE on the web. */
export const gmx: Client = {
  name: 'gmx',
  title: 'GMX and WEB.DE',
  summary: 'Drops every style sheet, html and body; style attributes are left as they are.',
  source: 'caniemail.com, "<style> element", GMX (June 2026)',
  transform(html) {
    const document = parseMarkup(html)
    removeNodes(document, (node) => isElement(node) && node.tagName === 'style')
    intoWebmail(document)
    return printMarkup(document)
  },
}
