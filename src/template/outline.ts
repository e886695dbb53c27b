import { escapeHtml } from '../markdown/escape.ts'
import type { Locale } from '../press-room/locale.ts'
import type { LayoutCache } from './cache.ts'
import type { Template } from './engine.ts'
import { marks, markView, outlineOf, valueAt, type Way } from './marks.ts'
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

type Piece = string | { readonly way: Way; readonly escape: boolean }

/**
 * The same template, run once for each outline of a view and from then on only filled in. Handlebars takes 0.1 ms for a page;
 * filling takes a twentieth of that. What asks something of a value itself is run with the value, as ever.
 */
export function oncePerOutline<S extends Shape>(
  template: Template<ViewOf<S>>,
  shape: S,
  { escapes, digest, cache }: OutlineOptions,
): Template<ViewOf<S>> {
  const outline = outlineOf(shape)
  const known = new Map<string, readonly Piece[] | undefined>()
  return (view, locale) => {
    const key = `${locale.language} ${outline(view)}`
    let pieces = known.get(key)
    if (pieces === undefined && !known.has(key)) {
      const kept = `pieces 1 ${digest} ${JSON.stringify(locale.words)} ${key}`
      pieces = readPieces(cache.get(kept)) ?? cut(template, shape, view, locale)
      if (pieces) cache.set(kept, JSON.stringify(pieces))
      known.set(key, pieces)
    }
    if (!pieces) return template(view, locale)
    let out = ''
    for (const piece of pieces) {
      if (typeof piece === 'string') out += piece
      else {
        const value = valueAt(view, piece.way)
        out += piece.escape && escapes ? escapeHtml(value) : value
      }
    }
    return out
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
