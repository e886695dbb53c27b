import { isAlias, isMap, isNode, isScalar, isSeq, parseDocument } from 'yaml'
import type { Alias, Document, DocumentOptions, Node, Pair, ParseOptions } from 'yaml'

/** More nodes than any press room writes; what unfolds beyond it is a bomb, not a file. */
const maxNodes = 200_000
const nothing = new Set(['', '~', 'null', 'Null', 'NULL'])

/** Values that begin with * or &, which is nobody's name: YAML takes their first word away. By the offset of that word. */
export type Lost = readonly { readonly at: number; readonly length: number }[]

/** The keys that have nothing behind them, by the map of the value that would have them: they are not in it. */
export type Blank = ReadonlyMap<unknown, readonly string[]>

/**
 * A text read as YAML, every scalar as text; nothing where thousands of lines stand in a bracket that is not closed, with which the parser
 * runs out of stack.
 */
export function documentOf(text: string, options: ParseOptions & DocumentOptions): Document.Parsed | undefined {
  try {
    return parseDocument(text, { schema: 'failsafe', ...options })
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** The document as plain data, its aliases unfolded; or where it unfolds without end. */
export function unfold(
  document: Document,
): { readonly value: unknown; readonly blank: Blank; readonly lost: Lost } | { readonly bomb: number } {
  const anchors = new Map<string, Node>()
  const asked = new Set<string>()
  const unfolding = new Set<Node>()
  const lost: { at: number; length: number }[] = []
  const blank = new Map<unknown, readonly string[]>()
  let nodes = 0
  let bomb: number | undefined

  const plain = (node: unknown): unknown => {
    if (++nodes > maxNodes || bomb !== undefined) {
      bomb ??= 0
      return undefined
    }
    if (isAlias(node)) return target(node)
    if (isNode(node) && node.anchor !== undefined && unfolding.size === 0) anchors.set(node.anchor, node)
    if (isScalar(node)) {
      const text = String(node.value ?? '')
      return node.type === 'PLAIN' && nothing.has(text) ? undefined : text
    }
    if (isSeq(node)) return node.items.map(plain)
    if (!isMap(node)) return undefined
    const object: Record<string, unknown> = Object.create(null)
    const without: string[] = []
    for (const pair of node.items) {
      const [key, value] = [keyText(pair), plain(pair.value)]
      if (value === undefined) without.push(key)
      else object[key] = value
    }
    if (without.length > 0) blank.set(object, without)
    return object
  }
  const target = (alias: Alias): unknown => {
    const at = alias.range?.[0] ?? 0
    const node = anchors.get(alias.source)
    asked.add(alias.source)
    if (!node) lost.push({ at, length: alias.source.length + 1 })
    if (!node) return undefined
    const outermost = unfolding.size === 0
    if (unfolding.has(node) || isAround(node, alias)) bomb ??= at
    if (bomb !== undefined) return undefined
    unfolding.add(node)
    const value = plain(node)
    unfolding.delete(node)
    if (bomb !== undefined && outermost) bomb = at
    return value
  }

  const value = plain(document.contents)
  if (bomb !== undefined) return { bomb }
  for (const [name, node] of anchors)
    if (!asked.has(name) && isScalar(node)) lost.push({ at: (node.range?.[0] ?? 0) - 1, length: name.length + 1 })
  return { value, blank, lost }
}

/** Whether an alias stands inside what it stands for. */
const isAround = (node: Node, alias: Alias): boolean =>
  (node.range?.[0] ?? 0) < (alias.range?.[0] ?? 0) && (node.range?.[2] ?? 0) > (alias.range?.[0] ?? 0)

export const keyText = (pair: Pair): string => String(isScalar(pair.key) ? (pair.key.value ?? '') : (pair.key ?? ''))
