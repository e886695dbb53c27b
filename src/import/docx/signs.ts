/** The signs of Wingdings that people put into texts, as letters of any font, by their codes above F000. */
const wingdings: Readonly<Record<number, string>> = {
  0x4a: '☺',
  0xa7: '▪',
  0xb7: '•',
  0xd8: '➢',
  0xdf: '←',
  0xe0: '→',
  0xfc: '✓',
}

/**
 * A sign of `<w:sym>` (ECMA-376 part 1, 17.3.3.30), as a letter that every font has. Symbol fonts have theirs where Unicode has nothing, at
 * F000 and above: of these, the common ones; nothing where it is another one.
 */
export function signOf(code: string | undefined): string | undefined {
  const number = Number.parseInt(code ?? '', 16) || 0x20
  if (number >= 0xe000 && number <= 0xf8ff) return wingdings[number - 0xf000]
  return number > 0x10ffff ? undefined : String.fromCodePoint(number)
}
