import { matchesIn } from '../../source/matches.ts'
import { definePlainTextRule } from './rule.ts'

/** In characters; what is longer is better read below the text, by its number. */
const longest = 60

export const textCrowded = definePlainTextRule({
  code: 'text-crowded',
  severity: 'info',
  summary: 'Put one short address into a sentence, and number what is more',
  why: 'A sentence that is torn apart by addresses cannot be read, least of all aloud; numbers, with the addresses below, leave it whole.',
  examples: {
    good: [
      'The data (https://example.org/data) are free.\n',
      'The data [1] and the atlas [2] are free.\n\n[1] https://example.org/data\n[2] https://example.org/atlas\n',
      `Download: https://example.org/${'a'.repeat(60)}\n`,
    ],
    bad: {
      'The data (https://example.org/data) and the atlas (https://example.org/atlas) are free.\n':
        '1:52 Second address in a sentence, https://example.org/atlas',
      [`The data (https://example.org/${'a'.repeat(41)}) are free.\n`]:
        '1:11 Long address in a sentence, 61 characters, maximum 60',
    },
  },
  check({ source: { text } }, report) {
    if (!text.includes('(http')) return
    const hint = 'Write its number, `[1]`, and the address below'
    let line: number | undefined
    for (const { 0: found, 1: address = '', index } of matchesIn(text, /\((https?:\/\/[^\s()]+)\)/g)) {
      const at = [index + 1, index + found.length - 1] as const
      const begins = text.lastIndexOf('\n', index)
      if (address.length > longest)
        report({
          message: `Long address in a sentence, ${address.length} characters, maximum ${longest}`,
          hint,
          at,
        })
      else if (begins === line) report({ message: `Second address in a sentence, ${address}`, hint, at })
      line = begins
    }
  },
})
