/** What a character is to a word: nothing, what may stand within it, such as an apostrophe or an accent, or what makes it one. */
const none = 0
const within = 1
const makes = 2

const kinds = new Uint8Array(0x10000).fill(255)
const letterOrDigit = /^[\p{L}\p{N}]/u
const joining = /^[\p{M}'’.,-]/u

function kindOf(unit: number, text: string, at: number): number {
  // Half of a character tells nothing of it: such letters are rare, and are looked at each time.
  const isHalf = unit >= 0xd800 && unit <= 0xdfff
  const typed = isHalf ? String.fromCodePoint(text.codePointAt(at) ?? 0) : String.fromCharCode(unit)
  const kind = letterOrDigit.test(typed) ? makes : joining.test(typed) ? within : none
  if (!isHalf) kinds[unit] = kind
  return kind
}

/**
 * How many words there are in a stretch of prose: as many as `wordsIn` gives, without the list of them. Several rules count the words of
 * every release.
 */
export function countWords(text: string, start = 0, end = text.length): number {
  let count = 0
  let isCounted = false
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at)
    let kind = kinds[unit] ?? none
    if (kind > makes) kind = kindOf(unit, text, at)
    if (unit >= 0xd800 && unit <= 0xdbff && (text.codePointAt(at) ?? 0) > 0xffff) at++
    if (kind === none) isCounted = false
    else if (kind === makes && !isCounted) {
      isCounted = true
      count++
    }
  }
  return count
}
