import { escapeHtml } from '../markdown/escape.ts'
import type { Locale } from '../press-room/locale.ts'
import type { LayoutCache } from './cache.ts'
import type { Template } from './engine.ts'
import { marks, markView, outlineOf, valueAt, type Way } from './marks.ts'
import { fixed, joined, Slot, type Fixed, type Parts } from './parts.ts'
import type { Shape, ViewOf } from './shape.ts'

export interface OutlineOptions {
  /** Whether values are HTML-escaped. */
  readonly escapes: boolean
  /** What the template was made from; it is kept on the disk under this. */
  readonly digest: string
  readonly cache: LayoutCache
}

const readPieces = (kept: string | undefined): readonly Piece[] | undefined =>
  kept === undefined ? undefined : (JSON.parse(kept) as Piece[])

type Piece = string | Place

/** Where a value stands. */
interface Place {
  readonly way: Way
  readonly escape: boolean
}

/** A place on its way from release to release. */
interface Filled extends Place {
  readonly slot: Slot
}

/** The same as `inParts`, as one text. */
export function oncePerOutline<S extends Shape>(
  template: Template<ViewOf<S>>,
  shape: S,
  options: OutlineOptions,
): Template<ViewOf<S>> {
  const parts = inParts(template, shape, options)
  return (view, locale) => joined(parts(view, locale))
}

/**
 * The same template, run once for each outline of a view and from then on only filled in. Handlebars takes 0.1 ms for a page;
 * filling takes a twentieth of that. What asks something of a value itself is run with the value, as ever.
 */
export function inParts<S extends Shape>(
  template: Template<ViewOf<S>>,
  shape: S,
  { escapes, digest, cache }: OutlineOptions,
): (view: ViewOf<S>, locale: Locale) => Parts {
  const outline = outlineOf(shape)
  const known = new Map<string, readonly (Fixed | Filled)[] | undefined>()
  return (view, locale) => {
    const key = `${locale.language} ${outline(view)}`
    let pieces = known.get(key)
    if (pieces === undefined && !known.has(key)) {
      const kept = `pieces 1 ${digest} ${JSON.stringify(locale.words)} ${key}`
      const before = readPieces(cache.get(kept))
      const made = before ?? cut(template, shape, view, locale)
      if (made && !before) cache.set(kept, JSON.stringify(made))
      pieces = made?.map((piece) => (typeof piece === 'string' ? fixed(piece) : { ...piece, slot: new Slot() }))
      known.set(key, pieces)
    }
    if (!pieces) return [template(view, locale)]
    return pieces.map((piece) => {
      if (!('way' in piece)) return piece
      const { way, escape, slot } = piece
      const value = valueAt(view, way)
      return slot.asBefore(value) ?? slot.keep(value, escape && escapes ? escapeHtml(value) : value)
    })
  }
}

function cut<S extends Shape>(
  template: Template<ViewOf<S>>,
  shape: S,
  view: ViewOf<S>,
  locale: Locale,
): readonly Piece[] | undefined {
  const marked = markView(view, shape)
  let text: string
  try {
    text = template(marked.view as ViewOf<S>, locale)
  } catch {
    return undefined
  }
  const pieces: Piece[] = []
  let from = 0
  for (const match of text.matchAll(marks)) {
    const way = marked.ways[Number(match[2])]
    if (way) pieces.push(text.slice(from, match.index), { way, escape: match[1] === 'e' })
    from = match.index + match[0].length
  }
  return [...pieces, text.slice(from)]
}
