/**
 * A place in a file, for people and editors: lines and columns count from 1, columns and offsets in UTF-16 units. A byte order mark
 * has an offset and no column, as editors have it.
 */
export interface Point {
  readonly line: number
  readonly column: number
  readonly offset: number
}

/** A stretch of a file; `end` is the place just after the last character. */
export interface Position {
  readonly start: Point
  readonly end: Point
}

/** The text of a file together with the way from an offset in it to a line and a column. */
export interface SourceText {
  /** The path shown in diagnostics: relative to the press room, with forward slashes. */
  readonly file: string
  readonly text: string
  at(offset: number): Point
  between(start: number, end: number): Position
}

/** Wraps a file's text. The table of line starts is made when the first position is asked for, so a clean file never pays. */
export function sourceText(file: string, text: string): SourceText {
  let starts: number[] | undefined
  const bom = text.charCodeAt(0) === 0xfeff ? 1 : 0
  const at = (offset: number): Point => {
    starts ??= lineStarts(text)
    const clamped = Math.max(0, Math.min(offset, text.length))
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= clamped) low = middle
      else high = middle - 1
    }
    const lineStart = low === 0 ? bom : (starts[low] ?? 0)
    return { line: low + 1, column: Math.max(0, clamped - lineStart) + 1, offset: clamped }
  }
  return { file, text, at, between: (start, end) => ({ start: at(start), end: at(Math.max(start, end)) }) }
}

/** The offset at which each line starts; a line ends at LF, CRLF or a lone CR. */
export function lineStarts(text: string): number[] {
  const starts = [0]
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit === 10 || (unit === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1)
  }
  return starts
}
