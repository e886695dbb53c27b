import type { Client } from './client.ts'
import { attribute, classesOf, elementsOf, parseMarkup, printMarkup, setAttribute } from './markup.ts'
import { removeDarkMedia, rewriteSheets, rewriteStyles } from './rewrite.ts'
import { intoWebmail } from './webmail.ts'

/** Outlook on the web, and the new Outlook for Windows, which is the same page. */
export const outlookCom: Client = {
  name: 'outlook-com',
  title: 'Outlook.com',
  summary:
    'Puts x_ before classes and ids, but only before the first of a chain of classes in a selector; drops html, body and dark-mode queries. In dark mode it marks what it has changed by data-ogsc and data-ogsb (see dark-partial).',
  source: 'caniemail.com, "chaining selectors", "prefers-color-scheme" (June 2026)',
  transform(html) {
    const document = parseMarkup(html)
    for (const element of elementsOf(document)) {
      const classes = classesOf(element)
      if (classes.length > 0) setAttribute(element, 'class', classes.map((name) => `x_${name}`).join(' '))
      const id = attribute(element, 'id')
      if (id !== undefined) setAttribute(element, 'id', `x_${id}`)
    }
    rewriteSheets(document, (root) => {
      removeDarkMedia(root)
      root.walkRules((rule) => {
        rule.selector = rule.selector.replace(/(^|[^\w.#-])((?:[a-z][\w-]*)?)([.#])/gi, '$1$2$3x_')
      })
      return root.toString()
    })
    rewriteStyles(document, (one) => (one.property === 'position' || /\bvar\(/.test(one.value) ? [] : [one]))
    intoWebmail(document)
    return printMarkup(document)
  },
}
