import { matchesIn } from '../../../source/matches.ts'
import { defineTextRule } from '../rule.ts'

/** The sign and the word, behind figures. */
const sign = /(?<![\d٠-٩.,٫])[\d٠-٩][\d٠-٩.,٫]*[ \u00A0\u202F]?[%٪]/g
const said: Readonly<Record<string, RegExp>> = {
  en: /(?<![\d.,])\d[\d.,]*[ \u00A0]?(?:percent|per cent)\b/gi,
  fr: /(?<![\d.,])\d[\d.,]*[ \u00A0\u202F]?pour cent\b/gi,
  es: /(?<![\d.,])\d[\d.,]*[ \u00A0]?por ciento\b/gi,
  ar: /(?<![\d٠-٩.,٫])[\d٠-٩][\d٠-٩.,٫]*[ \u00A0]?(?:في المئة|في المائة|بالمئة|بالمائة)/g,
}

export const percent = defineTextRule({
  code: 'percent',
  severity: 'info',
  summary: 'Write % or the word, not both',
  why: 'A house has one way to write it: AP and Reuters have had both, one after the other. In tables and headlines the sign may stand.',
  rate: '0–2.2',
  languages: Object.keys(said),
  examples: {
    good: [
      '---\nheadline: Acme sells 8% more\n---\n\nIt sold 8 percent more, and 3 per cent of it here. “We sold 9% more,” she said.\n\n| Plant | Share |\n|---|---|\n| Turku | 40% |\n',
    ],
    bad: {
      '---\nheadline: Acme opens a plant\n---\n\nIt sold 8 percent more here, 9 percent there and 7% elsewhere.\n':
        '5:50 "%" here, and "percent" elsewhere',
      '---\nheadline: Acme ouvre une usine\nlanguage: fr\n---\n\nElle a vendu 8 % de plus, puis 9 %, et 7 pour cent ailleurs.\n':
        '6:40 "pour cent" here, and "%" elsewhere',
      '---\nheadline: Acme abre una planta\nlanguage: es\n---\n\nVendió el 8 % aquí y el 9 por ciento allí.\n':
        '6:25 "por ciento" here, and "%" elsewhere',
      '---\nheadline: تفتح الشركة مصنعًا\nlanguage: ar\n---\n\nباعت 8٪ هنا و9 في المئة هناك.\n':
        '6:14 "في المئة" here, and "٪" elsewhere',
    },
  },
  check({ prose, language, source }, report) {
    const inWords = said[language]
    const text = prose.text
    if (!inWords || !/[%٪]/.test(text)) return
    const signs: Mention[] = []
    const words: Mention[] = []
    for (const { kind, start, end } of prose.passages) {
      if (kind !== 'text') continue
      const passage = text.slice(start, end)
      for (const [list, pattern] of [
        [signs, sign],
        [words, inWords],
      ] as const)
        for (const { 0: typed, index } of matchesIn(passage, pattern)) {
          const at = start + index
          if (!prose.spoken.some(([from, to]) => from <= at && at < to)) list.push({ at, typed })
        }
    }
    const [sparse, common] = signs.length < words.length ? [signs, words] : [words, signs]
    const [one] = common
    if (!one) return
    for (const { at, typed } of sparse)
      report({
        message: `"${unitOf(typed)}" here, and "${unitOf(one.typed)}" elsewhere`,
        hint: 'write it the same way throughout',
        at: [at, at + typed.length],
        related: [
          { message: 'elsewhere', file: source.file, position: source.between(one.at, one.at + one.typed.length) },
        ],
      })
  },
})

interface Mention {
  readonly at: number
  readonly typed: string
}

const unitOf = (typed: string): string => typed.replace(/^[\d٠-٩.,٫]+[ \u00A0\u202F]?/, '')
