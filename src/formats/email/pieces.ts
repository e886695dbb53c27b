import { marks } from '../../template/marks.ts'
import { tagsOf } from './tags.ts'

/** A part of a compiled layout: text as it is, or the place of a value. */
export type Piece =
  | string
  | {
      readonly number: number
      readonly escape: boolean
      /** The elements that the place stands in, outermost first; nothing inside a tag or a comment, where no element can be. */
      readonly within?: string
    }

/** Cuts a compiled layout at its marks, and notes for each what it stands in. */
export function cutPieces(html: string): Piece[] {
  const pieces: Piece[] = []
  const open: string[] = []
  let at = 0
  const cut = (text: string, within: string | undefined): void => {
    let from = 0
    for (const match of text.matchAll(marks)) {
      const [all, kind, number] = match
      pieces.push(text.slice(from, match.index), {
        number: Number(number),
        escape: kind === 'e',
        ...(within !== undefined && { within }),
      })
      from = match.index + all.length
    }
    pieces.push(text.slice(from))
  }
  for (const tag of tagsOf(html)) {
    cut(html.slice(at, tag.start), open.join('>'))
    cut(html.slice(tag.start, tag.end), undefined)
    at = tag.end
    if (tag.kind === 'open') open.push(tag.key)
    else if (tag.kind === 'close') {
      const opened = open.findLastIndex((key) => key.split(/[.[]/, 1)[0] === tag.name)
      if (opened !== -1) open.length = opened
    }
  }
  cut(html.slice(at), open.join('>'))
  return joined(pieces)
}

function joined(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = []
  for (const piece of pieces) {
    const last = out.at(-1)
    if (typeof piece === 'string' && typeof last === 'string') out[out.length - 1] = last + piece
    else if (piece !== '') out.push(piece)
  }
  return out
}
