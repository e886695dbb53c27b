import { plainText, type Cell } from './tree.ts'

/** As many characters of a table, each 9 px wide, fit beside each other: on the narrowest screen that mail is read on, 280 px, and in a window of 480 px. */
const [phone, window] = [25, 46]
/** As many, in the smaller type of a wide table, fit into the 600 px of a mail. */
const mail = 66
/** As much of that figures may take where words beside them are broken: half. */
const mostOfSums = mail / 2
/** So much is between two columns, and in a wide table half of it. */
const gap = 1.5
/** On a phone, more columns than this have no room between them. */
const mostWithGaps = 8

/**
 * The classes by which a mail sets a table. Mail cannot ask how wide a table comes out, so it is counted: `narrow` keeps its words whole
 * everywhere, `medium` from 480 px on, `wide` is set smaller, and keeps them whole from 600 px on where it is `broad`. Whatever becomes of the
 * words, `figures` keeps the figures whole on a phone, and `sums` from 600 px on. `crowded` has no room between its columns.
 */
export function tableClass(head: readonly Cell[], rows: readonly (readonly Cell[])[]): string {
  const columns = head.map((top, i) => ({ top, cells: rows.flatMap((row) => row[i] ?? []) }))
  const words = columns.map(({ top, cells }) => widest([longestWord(top), ...cells.map(longestPiece)]))
  const figures = columns.map(({ cells }) => widest(cells.filter(isFigure).map(longestPiece)))
  const size = across(words, gap) <= phone ? 'narrow' : across(words, gap) <= window ? 'medium' : 'wide'
  const between = size === 'wide' ? gap / 2 : gap
  const isBroad = size === 'wide' && across(words, between) <= mail
  const areWhole = size === 'narrow' || across(figures, between) <= phone
  return [
    'data',
    size,
    ...(isBroad ? ['broad'] : []),
    ...(areWhole ? ['figures'] : []),
    ...(size === 'wide' && !isBroad && !areWhole && across(figures, between) <= mostOfSums ? ['sums'] : []),
    ...(columns.length > mostWithGaps ? ['crowded'] : []),
  ].join(' ')
}

/** A figure stands at the end of its cell, and is read as one even where it has spaces; a sentence there is none. */
export const isFigure = (cell: Cell): boolean => cell.align === 'end' && textOf(cell).length <= longestFigure
const longestFigure = 20

const widest = (widths: readonly number[]): number => Math.max(1, ...widths)
const across = (widths: readonly number[], between: number): number =>
  widths.reduce((sum, width) => sum + width + between, -between)

const longestPiece = (cell: Cell): number => (isFigure(cell) ? textOf(cell).length : longestWord(cell))
const longestWord = (cell: Cell): number =>
  widest(
    textOf(cell)
      .split(' ')
      .map(({ length }) => length),
  )
const textOf = ({ children }: Cell): string => plainText(children)
