import { isAlias, isMap, isPair, isScalar, isSeq } from 'yaml'
import type { Document, Pair, Scalar, YAMLMap } from 'yaml'
import { diagnose, hasErrors, type Diagnostic, type Outcome } from './diagnostic.ts'
import type { SourceText } from './text.ts'
import { plainPlaces, readPlainYaml } from './plain-yaml.ts'
import { documentOf, keyText, unfold, type Blank, type Lost } from './unfold.ts'
import { cutAtComma, cutAtHash } from './yaml-cuts.ts'
import { quoteHint, syntaxFaults, type Stretch } from './yaml-faults.ts'

export type Path = readonly (string | number)[]
export type Span = readonly [start: number, end: number]

/** YAML as plain data, with the way back from a value to where it stands in the file. */
export interface Yaml {
  /** Maps without a prototype, lists, and text. Every scalar is its source text: what it means, the schema decides. */
  readonly value: unknown
  readonly blank: Blank
  /** The offsets of the value at a path, or of the nearest thing around it that is there. */
  valueAt(path: Path): Span
  /** The offsets of the key that a path ends with. */
  keyAt(path: Path): Span
}

/** Deeper than any press room nests. */
const maxDepth = 200
const deepLine = new RegExp(`^[ \\t]*(?:[-?:][ \\t]+){${maxDepth}}|^[ ]{${maxDepth * 5}}`, 'm')

/**
 * Reads a stretch of a file as YAML 1.2, failsafe schema: `no`, 007, 1.10, 12:30, +31 70 and 2020-04-09 stay the text that was
 * typed. Never throws; what cannot be read comes back as diagnostics with the positions of the file.
 */
export function readYaml(source: SourceText, start = 0, end = source.text.length): Outcome<Yaml> {
  const slice = source.text.slice(start, end)
  const value = slice.trim() === '' ? undefined : readPlainYaml(slice)
  if (!value) return parseYaml(source, start, slice)
  return { value: { value, blank: new Map(), ...placesIn(slice, start) }, diagnostics: [] }
}

/** The places of plain YAML, found when the first one is asked for. */
function placesIn(slice: string, start: number): Pick<Yaml, 'valueAt' | 'keyAt'> {
  let found: ReturnType<typeof plainPlaces> | undefined
  const at = ([name, item]: Path, isKey: boolean): Span => {
    found ??= plainPlaces(slice)
    const line = name === undefined ? undefined : found.lines.get(String(name))
    const value = isKey && item === undefined ? line?.key : line?.value
    const [from, to] = (item === undefined ? undefined : line?.items[Number(item)]) ?? value ?? found.whole
    return [start + from, start + to]
  }
  return { valueAt: (path) => at(path, false), keyAt: (path) => at(path, true) }
}

/** The same for any YAML, by its parser. */
function parseYaml(source: SourceText, start: number, slice: string): Outcome<Yaml> {
  const bomb = (at: number, message: string, hint: string): Outcome<Yaml> => ({
    diagnostics: [diagnose(source, [start + at, start + at + 1], 'yaml-bomb', message, { hint })],
  })
  const deep = tooDeep(slice)
  if (deep !== undefined) return bomb(deep, 'Too deep nesting', `nest no more than ${maxDepth} levels`)
  const document = documentOf(slice, { prettyErrors: false, logLevel: 'error' })
  if (!document) return bomb(Math.max(0, slice.search(/[[{]/)), 'Too deep nesting', 'close each bracket')
  const stretch = { source, start, slice, document }
  const cut = cutAtComma(stretch)
  const diagnostics = [...cut, ...syntaxFaults(stretch).filter((fault) => !cut.some((one) => isWithin(fault, one)))]
  if (diagnostics.length > 0) return { diagnostics }
  const unfolded = unfold(document)
  if ('bomb' in unfolded)
    return bomb(unfolded.bomb, 'YAML that unfolds without end', 'write the values out, or repeat less with aliases')
  diagnostics.push(...lostValues(stretch, unfolded.lost), ...cutAtHash(stretch))
  if (hasErrors(diagnostics)) return { diagnostics }
  const spanOf = (range: readonly number[] | null | undefined): Span => [
    start + (range?.[0] ?? 0),
    start + (range?.[1] ?? slice.length),
  ]
  return {
    value: {
      value: unfolded.value,
      blank: unfolded.blank,
      valueAt: (path) => spanOf(nodeAround(document, path)),
      keyAt: (path) => spanOf(keyNode(document, path)?.range ?? nodeAround(document, path)),
    },
    diagnostics,
  }
}

/** Whether a fault begins in what another one tells. */
const isWithin = ({ position: inner }: Diagnostic, { position: outer }: Diagnostic): boolean =>
  inner !== undefined &&
  outer !== undefined &&
  outer.start.offset <= inner.start.offset &&
  inner.start.offset < outer.end.offset

/** Where brackets or indentation stand inside each other too often: the parser itself would run out of stack. */
function tooDeep(slice: string): number | undefined {
  let depth = 0
  for (let i = 0; i < slice.length; i++) {
    const unit = slice.charCodeAt(i)
    if (unit === 91 || unit === 123) depth++
    else if ((unit === 93 || unit === 125) && depth > 0) depth--
    if (depth > maxDepth) return i
  }
  return deepLine.exec(slice)?.index
}

function lostValues({ source, start, slice }: Stretch, lost: Lost): Diagnostic[] {
  return lost.map(({ at, length }) => {
    const mark = Math.max(slice.lastIndexOf('&', at + 1), slice.lastIndexOf('*', at + 1))
    const end = slice.slice(mark).search(/\r?\n|$/)
    const value = slice.slice(mark, mark + end).trim()
    const span = [start + mark, start + mark + Math.max(length, value.length)] as const
    const message = `A value cannot begin with "${value.charAt(0)}"`
    return diagnose(source, span, 'yaml-syntax', message, { hint: quoteHint(value) })
  })
}

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
