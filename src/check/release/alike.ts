/** The words of a line alone: letter case, marks, accents of quotation and spaces do not tell two lines apart. */
export function bareWords(line: string): string {
  const small = line.toLowerCase()
  // In plain letters the same is found in a fraction of the time.
  return small.replace(isPlain.test(small) ? /[^a-z0-9]+/g : /[^\p{L}\p{M}\p{N}]+/gu, ' ').trim()
}

/** Letters without accents, and the marks around them. */
const isPlain = /^[\s!-~\u2010-\u203a]*$/

/** The same, without the accents of letters: for names, which many type without. */
export const plainWords = (line: string): string =>
  bareWords(isPlain.test(line) ? line : line.normalize('NFKD').replace(/\p{M}+/gu, ''))
