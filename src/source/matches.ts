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

/**
 * All matches of a sticky pattern that begin where a sign stands, which is found by a global one. To look for a few letters or a digit takes
 * a tenth of what it takes to try, at every letter, a pattern that looks behind or knows the letters of all languages.
 */
export function matchesAt(text: string, sign: RegExp, pattern: RegExp): readonly RegExpExecArray[] {
  sign.lastIndex = 0
  let found: RegExpExecArray[] | undefined
  for (let mark = sign.exec(text); mark; mark = sign.exec(text)) {
    pattern.lastIndex = mark.index
    const match = pattern.exec(text)
    sign.lastIndex = mark.index + Math.max(match?.[0].length ?? 0, 1)
    if (match) (found ??= []).push(match)
  }
  return found ?? none
}
