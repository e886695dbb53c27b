import { CssSyntaxError, parse, type ChildNode, type Root } from 'postcss'

/** A style sheet parsed, or what keeps it from being parsed and where. */
export type ParsedCss = { readonly root: Root } | { readonly fault: string; readonly at: number }

export function parseCss(css: string): ParsedCss {
  try {
    return { root: parse(css) }
  } catch (error) {
    if (!(error instanceof CssSyntaxError)) throw error
    return { fault: error.reason, at: error.input?.offset ?? 0 }
  }
}

/** What a browser forgives and postcss lets through. */
export function faultOf(node: ChildNode): string | undefined {
  if (node.type === 'decl') return node.value.trim() === '' ? `${node.prop} without a value` : undefined
  if (node.type !== 'rule' || /^(?:from|to|[\d.]+%)/.test(node.selector)) return undefined
  if (node.selector.trim() === '') return 'no selector'
  return broken.test(node.selector.replace(/\\.|\[[^\]]*\]|\([^)]*\)/g, 'x'))
    ? `the selector ${node.selector}`
    : undefined
}

/** A comma or a combinator beside nothing, a dot or a # before no name. */
const broken = /^\s*,|,\s*(?:,|$)|[>+~]\s*(?:[,>+~]|$)|\.(?![-\w\u0080-\uffff])|\.\d|#(?![-\w\u0080-\uffff])/
