import { parse, serialize, type DefaultTreeAdapterMap } from 'parse5'

export type Document = DefaultTreeAdapterMap['document']
export type Element = DefaultTreeAdapterMap['element']
export type Node = DefaultTreeAdapterMap['node']
type Text = DefaultTreeAdapterMap['textNode']
type ParentNode = DefaultTreeAdapterMap['parentNode']
type ChildNode = DefaultTreeAdapterMap['childNode']

/** Parses HTML as a browser does, each node with the offsets of its source. Never fails. */
export const parseMarkup = (html: string): Document => parse(html, { sourceCodeLocationInfo: true })

export const printMarkup = (document: Document): string => serialize(document)

/** What stands in an element, without the element itself. */
export const printInside = (element: Element): string => serialize(element)

export const isElement = (node: Node): node is Element => 'tagName' in node
export const isText = (node: Node): node is Text => node.nodeName === '#text'
const isParent = (node: Node): node is ParentNode => 'childNodes' in node

/** Every element below a node, in the order of the document; without recursion, for mail can be nested as deep as it is long. */
export function elementsOf(node: Node): Element[] {
  return nodesOf(node).filter(isElement)
}

function nodesOf(node: Node): ChildNode[] {
  const found: ChildNode[] = []
  const waiting = isParent(node) ? node.childNodes.toReversed() : []
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    found.push(next)
    if (isParent(next)) for (const child of next.childNodes.toReversed()) waiting.push(child)
  }
  return found
}

export const childrenOf = (element: Element): Element[] => element.childNodes.filter(isElement)

/** The elements around one, the nearest first. */
export function ancestorsOf(node: ChildNode): Element[] {
  const found: Element[] = []
  for (let parent = node.parentNode; parent && isElement(parent); parent = parent.parentNode) found.push(parent)
  return found
}

/** The text below a node as it stands, white space included. */
export const textOf = (node: Node): string =>
  isText(node)
    ? node.value
    : nodesOf(node)
        .map((child) => (isText(child) ? child.value : ''))
        .join('')

export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((one) => one.name === name)?.value

export function setAttribute(element: Element, name: string, value: string): void {
  removeAttributes(element, (one) => one === name)
  element.attrs.push({ name, value })
}

export function removeAttributes(element: Element, which: (name: string) => boolean): void {
  element.attrs = element.attrs.filter(({ name }) => !which(name))
}

/** Takes away every node below the given one that is chosen, with what it holds. */
export function removeNodes(node: Node, which: (child: ChildNode) => boolean): void {
  if (!isParent(node)) return
  node.childNodes = node.childNodes.filter((child) => !which(child))
  for (const child of node.childNodes) removeNodes(child, which)
}

/** The names in the class attribute, in their order: Word looks at the first one only. */
export const classesOf = (element: Element): string[] =>
  (attribute(element, 'class') ?? '').split(/\s+/).filter((name) => name !== '')
