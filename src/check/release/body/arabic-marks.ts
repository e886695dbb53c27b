import { matchesIn } from '../../../source/matches.ts'
import { defineTextRule } from '../rule.ts'

const right: Readonly<Record<string, string>> = { ',': '،', ';': '؛', '?': '؟' }

/** Behind an Arabic letter, or between figures or a straight mark and an Arabic word; between figures and in Latin names the marks are Latin. */
const latin =
  /(?<=[\p{Script=Arabic}»”)\]*_]\s?)[,;?](?=[\s»”"*_)]|$)|(?<=[\p{N}%٪"]\s?)[,;?](?=\s+[«“("]?\p{Script=Arabic})/gu

export const arabicMarks = defineTextRule({
  code: 'arabic-marks',
  severity: 'warning',
  summary: 'Use the Arabic comma, semicolon and question mark in Arabic',
  why: 'The Latin ones open to the wrong side in a text from right to left; they come from keyboards, and from what was pasted.',
  rate: 'not measured: archives have no Arabic releases',
  languages: ['ar'],
  examples: {
    good: [
      '---\nheadline: تفتح الشركة مصنعًا\nlanguage: ar\n---\n\nهل يفتح؟ نعم، وفيه 1,234 عاملًا؛ منهم من Acme, Inc.\n',
    ],
    bad: {
      '---\nheadline: تفتح الشركة مصنعًا\nlanguage: ar\n---\n\nهل يفتح? نعم, وفيه 400, ومنهم «خبراء»; وانتهى.\n\n"يعمل", قالت في 2026 , وسكتت.\n':
        '6:8 Latin "?"\n6:13 Latin ","\n6:23 Latin ","\n6:38 Latin ";"\n8:7 Latin ","\n8:22 Latin ","',
    },
  },
  check({ prose, source }, report) {
    for (const { kind, start, end } of prose.passages) {
      if (kind === 'table') continue
      for (const { 0: mark, index } of matchesIn(prose.text.slice(start, end), latin)) {
        const at = start + index
        const text = right[mark]
        if (text === undefined || source.text.charAt(at - 1) === '`') continue
        report({
          message: `Latin "${mark}"`,
          hint: `write "${text}"`,
          at: [at, at + 1],
          fix: { start: at, end: at + 1, text },
        })
      }
    }
  },
})
