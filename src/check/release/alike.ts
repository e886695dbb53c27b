/** The words of a line alone: letter case, marks, accents of quotation and spaces do not tell two lines apart. */
export const bareWords = (line: string): string =>
  line
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
