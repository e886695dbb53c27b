import { parse, type DefaultTreeAdapterTypes } from 'parse5'

type Node = DefaultTreeAdapterTypes.Node

/** An email as indented text: its tree, its attributes, its declarations in order; white space that no reader sees is taken out. */
export function treeOf(html: string): string {
  const lines: string[] = []
  const visit = (node: Node, depth: number, verbatim: boolean): void => {
    const indent = ' '.repeat(depth)
    if ('value' in node && node.nodeName === '#text') {
      const text = verbatim ? node.value : node.value.replace(/\s+/g, ' ').trim()
      if (text !== '') lines.push(indent + JSON.stringify(text))
    } else if ('data' in node) lines.push(`${indent}<!-- ${node.data.replace(/\s+/g, ' ')} -->`)
    else if ('tagName' in node) {
      const attributes = node.attrs.map(
        ({ name, value }) => `${name}=${JSON.stringify(name === 'style' ? declarations(value) : value.trim())}`,
      )
      lines.push(indent + [node.tagName, ...attributes.sort()].join(' '))
    }
    if ('childNodes' in node)
      for (const child of node.childNodes) visit(child, depth + 1, verbatim || node.nodeName === 'pre')
  }
  visit(parse(html), 0, false)
  return lines.join('\n')
}

const declarations = (style: string): string =>
  style
    .split(';')
    .map((one) =>
      one
        .trim()
        .replace(/\s*:\s*/, ':')
        .replace(/\s+/g, ' '),
    )
    .filter(Boolean)
    .join('; ')
