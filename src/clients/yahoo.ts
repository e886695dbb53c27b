import type { Root } from 'postcss'
import type { Client } from './client.ts'
import { attribute, classesOf, elementsOf, parseMarkup, printMarkup, removeAttributes, setAttribute } from './markup.ts'
import { removeDarkMedia, rewriteSheets, rewriteStyles } from './rewrite.ts'
import { intoWebmail } from './webmail.ts'

const prefix = 'yiv1'

/** Yahoo Mail and AOL on the web. */
export const yahoo: Client = {
  name: 'yahoo',
  title: 'Yahoo Mail and AOL',
  summary:
    'Puts a prefix before classes and ids, loses the rule after a comment, lists of media queries and what follows a ; in a selector, turns height into min-height, and strips aria attributes.',
  source: 'caniemail.com, "@media", "height", "aria-label", Yahoo (June 2026)',
  transform(html) {
    const document = parseMarkup(html)
    for (const element of elementsOf(document)) {
      removeAttributes(element, (name) => name.startsWith('aria-'))
      const classes = classesOf(element)
      if (classes.length > 0) setAttribute(element, 'class', classes.map((name) => prefix + name).join(' '))
      const id = attribute(element, 'id')
      if (id !== undefined) setAttribute(element, 'id', prefix + id)
      if (element.tagName === 'style' && attribute(element, 'media')?.includes(',')) element.childNodes = []
    }
    rewriteSheets(document, (root) => {
      loseRules(root)
      root.walkRules((rule) => {
        rule.selector = rule.selector.replace(/\[[^\]]*\]|[.#](?=[a-z_-])/gi, (part) =>
          part.startsWith('[') ? part : part + prefix,
        )
      })
      return root.toString()
    })
    rewriteStyles(document, (one) => [one.property === 'height' ? { ...one, property: 'min-height' } : one])
    intoWebmail(document)
    return printMarkup(document)
  },
}

function loseRules(root: Root): void {
  removeDarkMedia(root)
  root.walkAtRules('media', (rule) => {
    if (rule.params.includes(',')) rule.remove()
  })
  root.walkComments((comment) => {
    comment.next()?.remove()
    comment.remove()
  })
  const broken = root.nodes.findIndex((node) => node.type === 'rule' && /\[[^\]]*;/.test(node.selector))
  if (broken !== -1) for (const node of root.nodes.slice(broken)) node.remove()
}
