import { matchesIn } from '../../../source/matches.ts'
import { defineTextRule, isSpoken } from '../rule.ts'

/** Words whose full stop ends no sentence, or may not. */
const abbreviated =
  /(?<![\p{L}\p{N}])(?:\p{L}|(\p{Lu})\1|sr(?:t?as?|e?s)?|dr(?:as?|e?s)?|dña|uds?|vds?|profa?|ing|lic|arq|gral|cnel|cap|tte|mons|sto|sta|hnos|avd?a?|ctra|pl?za|núm|nro|págs?|pp|arts?|vol|etc|aprox|máx|mín|tel|tfno|de?pto|cía|ltda|inc|corp|ene|feb|mar|abr|jun|jul|ago|sept?|oct|nov|dic)$/iu

/** What stands before a sentence: all of a passage up to it, the end of another one, or a quotation mark that opens. */
const before = /(?:^\s*(?:(?:[-+>]|#{1,6}|\d+[.)])\s+)*|([.!?…])["”»’)]*\s+|(?<=^|[\s(])["“«])(?=["“«]?\p{L})/gu

/**
 * Where the sentence begins that a text ends with; nothing where that is unsure: behind a colon, or a full stop that may be that of an
 * abbreviation.
 */
function beginOf(text: string): number | undefined {
  const last = matchesIn(text, before).at(-1)
  if (!last) return undefined
  const { 0: typed, 1: mark, index } = last
  const at = index + typed.length
  const isQuoted = /["“«]$/.test(typed)
  if (!isQuoted && !/^["“«]?\p{Lu}/u.test(text.slice(at))) return undefined
  if (mark === '.' && abbreviated.test(text.slice(0, index))) return undefined
  return unsure.test(text.slice(at)) ? undefined : at
}

/** What may have another sentence, or another part of one, behind it. */
const unsure = /[.:…](?=\s)|[,;—–()*_[\]"“”«»]|\s-\s|\n[\s>]*\p{Lu}/u

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
    const { source, prose } = text
    for (const { start, end } of prose.passages) {
      const passage = prose.text.slice(start, end)
      let next = 0
      for (const { 0: mark, index } of matchesIn(passage, /(?<=[\p{L}\p{N}»”)…][!?]?)[!?]/gu)) {
        const from = next
        const opened = passage.slice(from, index)
        next = index + 1
        // A call outside a quotation is told to end with a full stop, and not to open.
        if (/[¿¡]/.test(opened) || /^[!?]/.test(opened) || (mark === '!' && !isSpoken(text, start + index))) continue
        if (opened === '' || opened.endsWith('(')) continue
        const begin = source.text.startsWith(opened, start + from) ? beginOf(opened) : undefined
        const at = start + from + (begin ?? 0)
        const missing = mark === '?' ? '¿' : '¡'
        report({
          message: `Missing "${missing}"`,
          hint: `begin the ${mark === '?' ? 'question' : 'call'} with it`,
          at: [start + index, start + index + 1],
          ...(begin !== undefined && { fix: { start: at, end: at, text: missing } }),
        })
      }
    }
  },
})
