import type { DefaultTreeAdapterTypes } from 'parse5'

export type Node = DefaultTreeAdapterTypes.Node
export type Element = DefaultTreeAdapterTypes.Element

export const isElement = (node: Node): node is Element => 'tagName' in node

export const attribute = (element: Element, name: string): string =>
  element.attrs.find((one) => one.name === name || `${one.prefix}:${one.name}` === name)?.value ?? ''

/** How deep a tree goes, without going down it by calls: hostile pages go down a million levels. */
export function depthOf(root: Node): number {
  let deepest = 0
  const open: { node: Node; depth: number }[] = [{ node: root, depth: 0 }]
  for (let next = open.pop(); next; next = open.pop()) {
    deepest = Math.max(deepest, next.depth)
    if ('childNodes' in next.node) for (const node of next.node.childNodes) open.push({ node, depth: next.depth + 1 })
  }
  return deepest
}

/** All elements below a node, in the order of the page. */
export function elementsBelow(node: Node): Element[] {
  if (!('childNodes' in node)) return []
  return node.childNodes.flatMap((one) => (isElement(one) ? [one, ...elementsBelow(one)] : []))
}

export function textBelow(node: Node): string {
  if ('value' in node && node.nodeName === '#text') return node.value
  return 'childNodes' in node ? node.childNodes.map(textBelow).join('') : ''
}

/** Elements whose text nobody reads. */
export const silent = new Set([
  'script',
  'style',
  'template',
  'head',
  'title',
  'noscript',
  'svg',
  'math',
  'iframe',
  'object',
  'select',
  'textarea',
  'xml',
])
