import { hrefOf } from '../markdown/parse.ts'
import type { Block } from '../markdown/tree.ts'
import { diagnose, type Diagnostic } from '../source/diagnostic.ts'
import { lineStarts } from '../source/text.ts'
import { originOf, type Expanded } from './expand.ts'
import { asTyped, blankOutCode, blankOutComments, typedLinks, typedReferences } from './link-places.ts'

/** The way from lines of the expanded text to the files that people edit. */
export class Places {
  readonly #expanded: Expanded
  #starts: readonly number[] | undefined
  readonly #met = new Map<number, number>()
  readonly #blocks = new Map<number, string>()

  constructor(expanded: Expanded) {
    this.#expanded = expanded
  }

  /** Most bodies have nothing that has to be found in them. */
  #start(line: number): number | undefined {
    this.#starts ??= lineStarts(this.#expanded.text)
    return this.#starts[line]
  }

  line(line: number): readonly [number, number] {
    const start = this.#start(line) ?? 0
    const end = this.#expanded.text.indexOf('\n', start)
    return [start, end === -1 ? this.#expanded.text.length : end]
  }

  /** Where a link or picture stands: the next one in its block that leads to the same target. */
  link(target: string, block: Pick<Block, 'lines'>): readonly [number, number] {
    const from = this.#start(block.lines[0]) ?? 0
    const begin = Math.max(from, this.#met.get(from) ?? from)
    const slice = this.#blockFrom(from, block.lines[1]).slice(begin - from)
    const place = placeIn(slice, target)
    if (place) {
      this.#met.set(from, begin + place[1])
      return [begin + place[0], begin + place[1]]
    }
    return this.#reference(target) ?? this.line(block.lines[0])
  }

  /** The text of a block with blanks where brackets are only text, and where comments are. */
  #blockFrom(from: number, endLine: number): string {
    const known = this.#blocks.get(from)
    if (known !== undefined) return known
    const block = this.#expanded.text.slice(from, this.#start(endLine) ?? this.#expanded.text.length)
    const blanked = blankOutComments(blankOutCode(block))
    this.#blocks.set(from, blanked)
    return blanked
  }

  /** Where the address of `[text][name]` stands: in a line of its own. */
  #reference(target: string): readonly [number, number] | undefined {
    for (const { start, end, target: typed } of typedReferences(this.#expanded.text))
      if (sameTarget(typed, target)) return [start, end]
    return undefined
  }

  report(
    span: readonly [number, number],
    code: Diagnostic['code'],
    message: string,
    hint: string,
    severity: Diagnostic['severity'],
  ): Diagnostic {
    const start = originOf(this.#expanded, span[0])
    const end = originOf(this.#expanded, Math.max(span[0], span[1] - 1))
    if (!start) throw new Error('an expanded text without an origin')
    const to = end && end.source === start.source ? end.offset + 1 : start.offset + 1
    return diagnose(start.source, [start.offset, Math.max(to, start.offset)], code, message, { hint, severity })
  }
}

/** Where a link to an address begins first in a text, be it in brackets or bare. */
function placeIn(text: string, target: string): readonly [number, number] | undefined {
  const linked = firstLink(text, target)
  const wanted = asTyped(target)
  // One at a time: to find them all for each link of a long list would take too long.
  for (const { 0: typed, index } of text.slice(0, linked?.[0]).matchAll(bareAddress)) {
    const read = asTyped(hrefOf(typed))
    const rest = read.startsWith(wanted) ? read.slice(wanted.length) : undefined
    // What ends a sentence, or sets the address apart, is none of it.
    if (rest !== undefined && !/[\p{L}\p{N}]/u.test(rest)) return [index, index + typed.length - rest.length]
  }
  return linked
}

function firstLink(text: string, target: string): readonly [number, number] | undefined {
  for (const { start, end, target: typed } of typedLinks(text)) if (sameTarget(typed, target)) return [start, end]
  return undefined
}

const bareAddress = /https?:\/\/[^\s<>|]+/gi

/** Whether what is typed is what the parser makes an address of, which reads `\_` as `_` and `&amp;` as `&`. */
const sameTarget = (typed: string, href: string): boolean => typed === href || hrefOf(typed) === href
