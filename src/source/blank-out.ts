/** A text with blanks in place of a stretch, so that all else stays where it is. */
export const blankOut = (text: string, [start, end]: readonly [start: number, end: number]): string =>
  text.slice(0, start) + ' '.repeat(end - start) + text.slice(end)
