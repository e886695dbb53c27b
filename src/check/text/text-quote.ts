import { matchesIn } from '../../source/matches.ts'
import { definePlainTextRule } from './rule.ts'

export const textQuote = definePlainTextRule({
  code: 'text-quote',
  severity: 'warning',
  summary: 'Put a space after the > of what is quoted',
  why: 'Mail programs mark what is quoted by `> ` and set it apart; a sign that sticks to the first word is read as a part of it (RFC 3676, 4.5).',
  examples: {
    good: ['> “We measure it each spring,” she said.\n>\n> — Aino Virta\n', '>50 kg of nets were found.\n', '->\n'],
    bad: {
      '>“We measure it each spring,” she said.\n': '1:1 Quotation mark of a line without a space',
      'She said:\n\n>We measure it.\n>Each spring.\n':
        '3:1 Quotation mark of a line without a space\n4:1 Quotation mark of a line without a space',
    },
  },
  check({ source: { text } }, report) {
    for (const { index } of matchesIn(text, /^>(?![\s>\d])/gm))
      report({ message: 'Quotation mark of a line without a space', hint: 'Write `> `', at: [index, index + 1] })
  },
})
