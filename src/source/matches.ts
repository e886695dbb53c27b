const none: readonly RegExpExecArray[] = []

/**
 * All matches of a global pattern in a text, in their order. What `matchAll` finds, without the copy of the pattern that it makes at
 * each call: to make one of a long pattern takes longer than to look through a paragraph.
 */
export function matchesIn(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  pattern.lastIndex = 0
  let match = pattern.exec(text)
  if (!match) return none
  const found: RegExpExecArray[] = []
  for (; match; match = pattern.exec(text)) {
    found.push(match)
    // Behind an empty match on, by a whole character: from the middle of one a pattern would go back to its beginning.
    if (match[0] === '') pattern.lastIndex += (text.codePointAt(pattern.lastIndex) ?? 0) > 0xffff ? 2 : 1
  }
  return found
}
