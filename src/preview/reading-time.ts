import { proseOf } from '../check/release/prose.ts'
import type { Release } from '../release/read.ts'

/**
 * Words that adults read in a minute: 238, silently, in English non-fiction (Brysbaert, How many words do we read per minute?, Journal
 * of Memory and Language 109, 2019). Other languages say the same in more or fewer words; it is a round number for them too.
 */
const wordsPerMinute = 238

const unspaced = /^(?:ja|zh|th|lo|km|my)\b/

/** How many words the body of a release has as its author typed it, and how many minutes they take, at least one. */
export function readingTime({ source, bodyStart, language }: Release): { words: number; minutes: number } {
  const { text } = proseOf(source.text, bodyStart)
  const words = unspaced.test(language)
    ? [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text)].filter((one) => one.isWordLike).length
    : (text.match(/[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}'’.,-]*[\p{L}\p{M}\p{N}])?/gu)?.length ?? 0)
  return { words, minutes: Math.max(1, Math.round(words / wordsPerMinute)) }
}
