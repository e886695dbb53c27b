import { escapeHtml } from '../../markdown/escape.ts'
import type { Locale } from '../../press-room/locale.ts'
import { diagnose, type Outcome } from '../../source/diagnostic.ts'
import { kitBuild } from '../../source/kit.ts'
import type { SourceText } from '../../source/text.ts'
import type { Template } from '../../template/engine.ts'
import type { Shape } from '../../template/shape.ts'
import type { LayoutCache } from '../../template/cache.ts'
import { inlineStyles } from './inline.ts'
import { marks, markView, outlineOf, valueAt, type Way } from '../../template/marks.ts'
import { fixed, Slot, type Fixed, type Parts } from '../../template/parts.ts'
import { compact, compileMjml } from './mjml.ts'
import { cutPieces, type Piece } from './pieces.ts'
import { placeOfFault } from './place-of-fault.ts'
import { isPathOnly, stamper, type Stamper } from './stamp.ts'

export interface Layout<V> {
  readonly template: Template<V>
  readonly shape: Shape
  /** The rules that go into the elements. */
  readonly css: string
  readonly cache: LayoutCache
  /** What the template was made from. */
  readonly digest: string
  /** The layout's file, for diagnostics. */
  readonly file: string
  /** What of the layout is the press room's own, where a fault must be. */
  readonly own: readonly SourceText[]
}

/** Raised when what a compiled layout keeps means something else than before, for those who run the sources. */
const cacheVersion = 6

/**
 * A way to make mails of a layout: compiled once for all releases of one shape (as many contacts, as many parts), then only
 * filled in. What the fast way cannot express goes the slow way, through MJML and juice with the release's own words.
 */
export function layoutOf<V>(layout: Layout<V>): (view: V, locale: Locale) => Promise<Outcome<Parts>> {
  const { shape, css, cache } = layout
  const outline = outlineOf(shape)
  const compiled = new Map<string, Promise<CompiledLayout | undefined>>()
  const fast = isPathOnly(css)
  const stamp = stamper(css, cache)

  return async (view, locale) => {
    if (!fast) return renderSlowly(layout, view, locale)
    const key = `${locale.language} ${outline(view)}`
    let made = compiled.get(key)
    if (!made) {
      made = compileOnce(layout, view, locale, key)
      compiled.set(key, made)
    }
    const known = await made
    if (!known) return renderSlowly(layout, view, locale)
    return { value: await fillPieces(known, view, stamp), diagnostics: [] }
  }
}

interface CompiledLayout {
  readonly pieces: readonly (Fixed | (Exclude<Piece, string> & { readonly slot: Slot }))[]
  readonly ways: readonly Way[]
}

/** The layout with marks in it, compiled; nothing where it asks something of a value that only the value can answer. */
async function compileOnce<V>(
  { template, shape, css, cache, digest }: Layout<V>,
  view: V,
  locale: Locale,
  outline: string,
): Promise<CompiledLayout | undefined> {
  const marked = markView(view, shape)
  // The marked layout is kept as well: to run the templates for it would take a start as long as forty mails.
  const key = `marked ${cacheVersion} ${digest} ${JSON.stringify(locale.words)} ${outline}`
  let mjml = cache.get(key)
  if (mjml === undefined) {
    try {
      mjml = template(marked.view as V, locale)
    } catch {
      return undefined
    }
    cache.set(key, mjml)
  }
  const pieces = await compileMarked(mjml, css, cache)
  return (
    pieces && {
      pieces: pieces.map((piece) => (typeof piece === 'string' ? fixed(piece) : { ...piece, slot: new Slot() })),
      ways: marked.ways,
    }
  )
}

async function compileMarked(mjml: string, css: string, cache: LayoutCache): Promise<readonly Piece[] | undefined> {
  const key = `layout ${cacheVersion} ${kitBuild}\n${css}\n${mjml}`
  const kept = readPieces(cache.get(key))
  if (kept) return kept
  const { html, faults } = await compileMjml(mjml)
  if (faults.length > 0) return undefined
  const pieces = cutPieces(await inlineStyles(compact(html), css))
  const numbers = (text: string): string => [...new Set([...text.matchAll(marks)].map(([all]) => all))].sort().join(' ')
  const found = pieces.flatMap((piece) =>
    typeof piece === 'string' ? [] : [`zq${piece.escape ? 'e' : 'r'}${piece.number}qz`],
  )
  if ([...new Set(found)].sort().join(' ') !== numbers(mjml)) return undefined
  cache.set(key, JSON.stringify(pieces))
  return pieces
}

function readPieces(kept: string | undefined): readonly Piece[] | undefined {
  return kept === undefined ? undefined : (JSON.parse(kept) as Piece[])
}

async function fillPieces({ pieces, ways }: CompiledLayout, view: unknown, stamp: Stamper): Promise<Parts> {
  const parts: (string | Fixed)[] = []
  for (const piece of pieces) {
    if (!('number' in piece)) {
      parts.push(piece)
      continue
    }
    const { number, escape, within, slot } = piece
    const value = valueAt(view, ways[number] ?? [])
    const before = slot.asBefore(value)
    if (before !== undefined) parts.push(before)
    else if (escape) parts.push(slot.keep(value, escapeHtml(value)))
    else if (within === undefined || !value.includes('<')) parts.push(slot.keep(value, value))
    else parts.push(slot.keep(value, stamp.known(value, within) ?? (await stamp.learn(value, within))))
  }
  return parts
}

/** The slow way: MJML and juice with the release's own words. The property test holds the two ways equal. */
export async function renderSlowly<V>(
  { template, css, file, own }: Layout<V>,
  view: V,
  locale: Locale,
): Promise<Outcome<Parts>> {
  const { html, faults } = await compileMjml(template(view, locale))
  if (faults.length === 0) return { value: [await inlineStyles(html, css)], diagnostics: [] }
  return {
    diagnostics: faults.map((fault) => {
      const place = placeOfFault(fault, own)
      const line = place ? '' : ` (line ${fault.line} of what it renders to)`
      const message = `MJML does not accept the layout: ${fault.message.replace(/\.$/, '')}${line}`
      const hint = 'look at https://documentation.mjml.io for what the tag takes'
      return diagnose(place?.source ?? { file }, place?.span, 'invalid-layout', message, { hint })
    }),
  }
}
