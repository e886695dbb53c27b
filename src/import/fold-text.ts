const letters = new Map<string, string>()

/** A letter as it is compared: without accents and in small letters, apostrophes and dashes as one; Arabic's forms of alif as one. */
function foldLetter(letter: string): string {
  const known = letters.get(letter)
  if (known !== undefined) return known
  let folded = letter
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
  if (/^[’‘`´ʼ]$/.test(letter)) folded = "'"
  else if (/^[–—―‐‑−]$/.test(letter)) folded = '-'
  else if (/^[\u00A0\u202F\u2007\u2009\u200A\t]$/.test(letter)) folded = ' '
  else if (/^[آأإٱ]$/.test(letter)) folded = 'ا'
  else if (letter === 'ى') folded = 'ي'
  else if (/^[٠-٩]$/.test(letter)) folded = String(letter.charCodeAt(0) - 0x660)
  else if (/^[۰-۹]$/.test(letter)) folded = String(letter.charCodeAt(0) - 0x6f0)
  const kept =
    folded.length === letter.length
      ? folded
      : letter.toLowerCase().length === letter.length
        ? letter.toLowerCase()
        : letter
  letters.set(letter, kept)
  return kept
}

/** A text as it is compared: each character folded by itself, so that every offset stays. */
export const fold = (text: string): string =>
  /^[ -~\n]*$/.test(text) ? text.toLowerCase().replaceAll('`', "'") : Array.from(text, foldLetter).join('')

/** The words of a text as they are compared. */
export const words = (text: string): string[] =>
  fold(text.normalize('NFKC')).match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? []

/** A pattern, as text, for phrases as they are folded: any white space between their words. */
export const phrases = (list: readonly string[]): string =>
  [...new Set(list)]
    .map(fold)
    .sort((a, b) => b.length - a.length)
    .map((phrase) => phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+'))
    .join('|')
