import { words } from './fold-text.ts'

/**
 * The words of a source that are nowhere among the texts that came of it, each counted as often as it stands there, as they follow each other
 * in the source. A text of nothing but these is what was lost.
 */
export function missingWords(source: string, texts: Iterable<string>): string[] {
  const there = new Map<string, number>()
  for (const text of texts) for (const word of words(text)) there.set(word, (there.get(word) ?? 0) + 1)
  const take = (word: string): void => void there.set(word, (there.get(word) ?? 0) - 1)
  const isThere = (word: string): boolean => (there.get(word) ?? 0) > 0
  const missing: string[] = []
  let wasMissing = false
  for (const word of words(source)) {
    const parts = isThere(word) ? [word] : gluedFrom(word, isThere)
    for (const part of parts) take(part)
    if (parts.length === 0 && wasMissing) missing[missing.length - 1] = `${missing.at(-1)} ${word}`
    else if (parts.length === 0) missing.push(word)
    wasMissing = parts.length === 0
  }
  return missing
}

/** Two words that ran together in the source, as in `RELEASEMay`, are there where both are. */
function gluedFrom(word: string, isThere: (word: string) => boolean): string[] {
  for (let at = 1; at < word.length; at++) {
    const [first, second] = [word.slice(0, at), word.slice(at)]
    if (first !== second && isThere(first) && isThere(second)) return [first, second]
  }
  return []
}
