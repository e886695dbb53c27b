/** The words of a line alone: letter case, marks, accents of quotation and spaces do not tell two lines apart. */
export const bareWords = (line: string): string =>
  line
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()

/** The same, without the accents of letters: for names, which many type without. */
export const plainWords = (line: string): string => bareWords(line.normalize('NFKD').replace(/\p{M}+/gu, ''))
