import { matchesIn } from '../../../source/matches.ts'
import { defineTextRule, isSpoken } from '../rule.ts'

export const spanishMarks = defineTextRule({
  code: 'spanish-marks',
  severity: 'warning',
  summary: 'Open questions and calls with ¿ and ¡',
  why: 'Spanish opens what it closes (RAE, Ortografía, 3.4.9): without the first mark a reader takes a question for a statement until it ends.',
  rate: 'not measured: the Spanish releases of the archives were not looked at for it',
  languages: ['es'],
  examples: {
    good: [
      '---\nheadline: ¿Acme abre una planta?\nlanguage: es\n---\n\n¿Cuándo? Hoy, y ¿dónde? «¡Por fin!», dijo. ¿¡Qué!? Una pregunta (?).\n',
    ],
    bad: {
      '---\nheadline: Acme abre una planta\nlanguage: es\n---\n\nHoy. Cuándo abre? «Por fin!», dijo. Si llueve, quién viene?\n':
        '6:17 Missing "¿"\n6:27 Missing "¡"\n6:59 Missing "¿"',
    },
  },
  check(text, report) {
    const { prose } = text
    for (const { start, end } of prose.passages) {
      const passage = prose.text.slice(start, end)
      let last = 0
      for (const { 0: mark, index } of matchesIn(passage, /(?<=[\p{L}\p{N}»”)…][!?]?)[!?]/gu)) {
        const opened = passage.slice(last, index)
        last = index + 1
        // A call outside a quotation is told to end with a full stop, and not to open.
        if (/[¿¡]/.test(opened) || /^[!?]/.test(opened) || (mark === '!' && !isSpoken(text, start + index))) continue
        if (opened === '' || opened.endsWith('(')) continue
        const sentence = index - (/[^.!?…«“"\n:]*$/.exec(opened)?.[0].trimStart().length ?? 0)
        const isWhole = !/[,;—–()*_[\]]/.test(passage.slice(sentence, index))
        const missing = mark === '?' ? '¿' : '¡'
        report({
          message: `Missing "${missing}"`,
          hint: `begin the ${mark === '?' ? 'question' : 'call'} with it`,
          at: [start + index, start + index + 1],
          ...(isWhole && { fix: { start: start + sentence, end: start + sentence, text: missing } }),
        })
      }
    }
  },
})
