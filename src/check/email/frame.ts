import type { LayoutCache } from '../../template/cache.ts'
import { kitBuild } from '../../source/kit.ts'
import type { Email } from './email.ts'
import { paints } from './paint.ts'
import type { Skim } from './skim.ts'
import { lost } from './utf-8.ts'
import { waysFrom, type KeptWay, type Ways } from './ways.ts'

/** What is known of the mails with one head. */
export interface Frame {
  /** Its head, as far as the words of the title, and from there to the body. */
  readonly before: string
  readonly after: string
  /** Its length in bytes. */
  readonly bytes: number
  readonly ways: Ways
  /** The traits of mails in which the rules found nothing. */
  readonly fine: Set<number>
  /** In px, the size of words by their way; nothing of those that are hidden. */
  readonly sizes: Map<number, number>
  /** The ways of preheaders that are well made, whatever they say. */
  readonly preheaders: Set<number>
  /** Whether nothing in the head turns on what the quick way leaves out. */
  readonly isPlain: boolean
  /** Whether it says `density`. */
  readonly hasDensity: boolean
  /** How many traits were known when it was last kept. */
  kept: number
}

/** How many pixels Outlook has to the inch, which it reads wherever it stands. */
export const density = 'PixelsPerInch'

/** More ways than any layout has: from here on a frame begins anew, so that memory does not grow. */
const mostWays = 20_000
/** No more are kept from one run to the next: what one release alone says is not worth it. */
const mostKept = 4_000

export const isFull = ({ ways }: Frame): boolean => ways.size > mostWays

/** What was kept of the mails with a head, or nothing known of them. */
export function frameOf(before: string, after: string, cache: LayoutCache | undefined): Frame {
  const head = headOf(before, after)
  const isPlain = !/\[\s*(?:href|src|alt|aria-label)\b|charset=(?!["']?utf-8)/i.test(head) && !lost.test(head)
  const text = cache?.get(keyOf(head))
  const [ways, fine, sizes, preheaders] = text === undefined ? nothing : (JSON.parse(text) as Kept)
  return {
    before,
    after,
    bytes: Buffer.byteLength(before) + Buffer.byteLength(after),
    hasDensity: head.includes(density),
    ways: waysFrom(ways),
    fine: new Set(fine),
    sizes: new Map(sizes),
    preheaders: new Set(preheaders),
    isPlain,
    kept: fine.length,
  }
}

type Kept = readonly [
  ways: readonly KeptWay[],
  fine: readonly number[],
  sizes: readonly (readonly [number, number])[],
  preheaders: readonly number[],
]
const nothing: Kept = [[], [], [], []]

/** Keeps what was learned since for other runs of the same kit. */
export function keepFrame(frame: Frame, cache: LayoutCache): void {
  const { before, after, ways, fine, sizes, preheaders } = frame
  if (fine.size === frame.kept || ways.size > mostKept) return
  const kept: Kept = [ways.kept(), [...fine], [...sizes], [...preheaders]]
  cache.set(keyOf(headOf(before, after)), JSON.stringify(kept))
  frame.kept = fine.size
}

const headOf = (before: string, after: string): string => `${before}\n${after}`
const keyOf = (head: string): string => `mails ${kitBuild}\n${head}`

/** Takes up what a mail is made of, in which nothing was found but by rules that look at the whole. */
export function learn(frame: Frame, seen: Skim, email: Email, bodyStart: number, isFirstFine: boolean): void {
  for (const trait of seen.traits) frame.fine.add(trait)
  const sizes = new Map(
    paints(email, email.page, 'light').map(({ element, size }) => [element.sourceCodeLocation?.startOffset, size]),
  )
  for (const { at, way } of seen.shown) {
    const size = sizes.get(bodyStart + at)
    if (size !== undefined) frame.sizes.set(way, size)
  }
  if (seen.first?.text !== undefined && isFirstFine) frame.preheaders.add(seen.first.way)
}
