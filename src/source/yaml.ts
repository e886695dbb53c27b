import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  parseDocument,
  type Document,
  type Pair,
  type Scalar,
  type YAMLError,
  type YAMLMap,
} from 'yaml'
import { diagnose, type Diagnostic, type Outcome } from './diagnostic.ts'
import type { SourceText } from './text.ts'

export type Path = readonly (string | number)[]
export type Span = readonly [start: number, end: number]

/** YAML as plain data, with the way back from a value to where it stands in the file. */
export interface Yaml {
  /** Maps without a prototype, lists, and text. Every scalar is its source text: what it means, the schema decides. */
  readonly value: unknown
  /** The offsets of the value at a path, or of the nearest thing around it that is there. */
  valueAt(path: Path): Span
  /** The offsets of the key that a path ends with. */
  keyAt(path: Path): Span
}

/** More nodes than any press room writes; what unfolds beyond it is a bomb, not a file. */
const maxNodes = 200_000
const nothing = new Set(['', '~', 'null', 'Null', 'NULL'])

/**
 * Reads a stretch of a file as YAML 1.2, failsafe schema: `no`, 007, 1.10, 12:30, +31 70 and 2020-04-09 stay the text that was
 * typed. Never throws; what cannot be read comes back as diagnostics with the positions of the file.
 */
export function readYaml(source: SourceText, start = 0, end = source.text.length): Outcome<Yaml> {
  const slice = source.text.slice(start, end)
  const document = parseDocument(slice, { schema: 'failsafe', prettyErrors: false, logLevel: 'silent' })
  const diagnostics = [...document.errors, ...document.warnings].map((error) => explain(source, start, error))
  if (diagnostics.some(({ severity }) => severity === 'error')) return { diagnostics }
  const budget = { nodes: 0 }
  try {
    const value = plain(document.contents, document, budget)
    diagnostics.push(...cutValues(source, start, slice, document))
    const spanOf = (range: readonly number[] | null | undefined): Span => [
      start + (range?.[0] ?? 0),
      start + (range?.[1] ?? slice.length),
    ]
    return {
      value: {
        value,
        valueAt: (path) => spanOf(nodeAround(document, path)),
        keyAt: (path) => spanOf(keyNode(document, path)?.range ?? nodeAround(document, path)),
      },
      diagnostics,
    }
  } catch (error) {
    if (!(error instanceof Bomb)) throw error
    const hint = 'write the values out, or repeat less with aliases'
    return { diagnostics: [diagnose(source, [start, start], 'yaml-bomb', 'YAML that unfolds without end', { hint })] }
  }
}

class Bomb extends Error {}

function plain(node: unknown, document: Document, budget: { nodes: number }): unknown {
  if (++budget.nodes > maxNodes) throw new Bomb()
  if (isAlias(node)) return plain(node.resolve(document), document, budget)
  if (isScalar(node)) {
    const text = String(node.value ?? '')
    return node.type === 'PLAIN' && nothing.has(text) ? undefined : text
  }
  if (isSeq(node)) return node.items.map((item) => plain(item, document, budget))
  if (isMap(node)) {
    const object: Record<string, unknown> = Object.create(null)
    for (const pair of node.items) {
      const value = plain(pair.value, document, budget)
      if (value !== undefined) object[keyText(pair)] = value
    }
    return object
  }
  return undefined
}

const keyText = (pair: Pair): string => String(isScalar(pair.key) ? (pair.key.value ?? '') : (pair.key ?? ''))

const pairOf = (map: YAMLMap, key: string | number): Pair | undefined =>
  map.items.find((pair) => keyText(pair) === String(key))

/** The range of the deepest thing on a path that is there. */
function nodeAround(document: Document, path: Path): readonly number[] | undefined {
  let node: unknown = document.contents
  let range = document.contents?.range ?? undefined
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(document)
    let next: unknown
    if (isMap(node)) {
      const pair = pairOf(node, step)
      next = pair?.value
      if (pair && !hasRange(next) && hasRange(pair.key)) range = pair.key.range
    } else if (isSeq(node)) next = node.items[Number(step)]
    if (isPair(next) || !hasRange(next)) return range
    node = next
    range = next.range
  }
  return range
}

const hasRange = (node: unknown): node is { range: [number, number, number] } =>
  typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)

function keyNode(document: Document, path: Path): Scalar | undefined {
  let node: unknown = document.contents
  for (const [i, step] of path.entries()) {
    if (isAlias(node)) node = node.resolve(document)
    if (isMap(node)) {
      const pair = pairOf(node, step)
      if (i === path.length - 1) return isScalar(pair?.key) ? pair.key : undefined
      node = pair?.value
    } else if (isSeq(node)) node = node.items[Number(step)]
    else return undefined
  }
  return undefined
}

/** `headline: We are #1` loses its end without a word from YAML; a # that touches a word was hardly meant as a comment. */
function cutValues(source: SourceText, start: number, slice: string, document: Document): Diagnostic[] {
  if (!/[ \t]#[^\s#]/.test(slice)) return []
  const found: Diagnostic[] = []
  const walk = (node: unknown): void => {
    if (isMap(node)) for (const pair of node.items) walk(pair.value)
    else if (isSeq(node)) for (const item of node.items) walk(item)
    else if (isScalar(node) && node.type === 'PLAIN' && node.comment && /^\S/.test(node.comment) && node.range) {
      const at = slice.indexOf('#', node.range[1])
      const lineEnd = slice.indexOf('\n', node.range[1])
      if (at === -1 || (lineEnd !== -1 && at > lineEnd)) return
      const [comment = ''] = node.comment.split('\n', 1)
      const span = [start + at, start + at + 1 + comment.length] as const
      const hint = `quote the whole value, if the # belongs to it: "${String(node.value)} #${comment}"`
      const message = `The value ends before "#", the rest is lost as a comment`
      found.push(diagnose(source, span, 'yaml-cut', message, { hint, severity: 'warning' }))
    }
  }
  walk(document.contents)
  return found
}

/** What YAML's own errors mean to somebody who is writing a release. */
function explain(source: SourceText, start: number, error: YAMLError): Diagnostic {
  const span = [start + error.pos[0], start + Math.max(error.pos[1], error.pos[0] + 1)] as const
  const severity = error.name === 'YAMLWarning' ? 'warning' : 'error'
  switch (error.code) {
    case 'DUPLICATE_KEY': {
      const key = /^[^\s:]+/.exec(source.text.slice(span[0]))?.[0] ?? ''
      return diagnose(source, [span[0], span[0] + key.length], 'duplicate-key', `Duplicate key "${key}"`, {
        hint: 'keep one of the two',
      })
    }
    case 'TAB_AS_INDENT':
      return diagnose(source, span, 'yaml-tab', 'Tab at the start of a line', { hint: 'indent with spaces' })
    case 'BLOCK_AS_IMPLICIT_KEY': {
      const line = lineAround(source.text, span[0])
      const value = /^[\s-]*[\w-]+:\s+(.*\S)/.exec(line)?.[1] ?? ''
      const hint = value && !value.includes('"') ? `quote the value: "${value}"` : 'put the value in quotation marks'
      return diagnose(source, span, 'yaml-syntax', 'A colon and a space inside a value that is not quoted', { hint })
    }
    case 'BAD_SCALAR_START':
    case 'BAD_DIRECTIVE':
      return diagnose(source, span, 'yaml-syntax', `A value cannot begin with "${source.text[span[0]] ?? ''}"`, {
        hint: 'put the value in quotation marks',
      })
    case 'BAD_ALIAS':
      return diagnose(source, span, 'yaml-syntax', 'A value that begins with * or & has a meaning of its own in YAML', {
        hint: 'put the value in quotation marks',
      })
    case 'MISSING_CHAR':
    case 'UNEXPECTED_TOKEN':
    case 'MULTILINE_IMPLICIT_KEY':
    case 'BAD_INDENT':
    case 'KEY_OVER_1024_CHARS':
    default: {
      const said = error.message.split('\n', 1)[0]?.replace(/\.$/, '') ?? ''
      const hint = 'each field is `name: value` on a line of its own; quote values that hold : # or quotation marks'
      return diagnose(source, span, 'yaml-syntax', `YAML that cannot be read: ${said}`, { hint, severity })
    }
  }
}

function lineAround(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  const end = text.indexOf('\n', offset)
  return text.slice(start, end === -1 ? text.length : end).replace(/\r$/, '')
}
