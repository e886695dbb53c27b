import { definePlainTextRule } from './rule.ts'

export const textAscii = definePlainTextRule({
  code: 'text-ascii',
  severity: 'warning',
  summary: 'Write quotation marks, dashes and dots in ASCII where the press room wants it',
  why: 'Where `text.ascii` is set, somebody reads in a system that spoils typographic characters: a dash comes out as three signs that nobody typed.',
  context: { ascii: true },
  examples: {
    good: ['"The plant opens on Thursday" -- Aino Virta\n', 'Société à Turku\n'],
    bad: {
      '“The plant opens on Thursday”\n': '1:1 Character that is not ASCII, “',
      'Turku – the plant\n': '1:7 Character that is not ASCII, –',
      'The plant…\n': '1:10 Character that is not ASCII, …',
    },
  },
  check({ source: { text }, ascii }, report) {
    if (!ascii) return
    const found = /[‘-‟‹›«»\u2010-\u2015\u2212…•·]/.exec(text)
    if (found)
      report({
        message: `Character that is not ASCII, ${found[0]}`,
        hint: 'Write `"`, `\'`, `--`, `-` or `...`',
        at: [found.index, found.index + 1],
      })
  },
})
