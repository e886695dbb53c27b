import { matchesAt } from '../../source/matches.ts'
import { closeScale, closeUnit } from '../../source/units.ts'
import type { Span } from '../rule.ts'
import { inFigures } from './calendar-words.ts'

/** A number as somebody typed it: `1,234.5`, `1 234,5 %`, `2.5 million`, `٢٬٥٠٠`. */
export interface TypedNumber {
  /** Its figures, without a scale or a sign behind them. */
  readonly at: Span
  readonly typed: string
  /** What it is worth, with its scale: 2,500,000. */
  readonly value: number
  readonly isPercent: boolean
}

const space = '[ \\u00A0\\u2009\\u202F]'
const grouped = `[\\d٠-٩]{1,3}(?:(?:[.,'’٬]|${space})[\\d٠-٩]{3})+(?![\\d٠-٩])`
const figures = `(?:${grouped}|[\\d٠-٩]+)(?:[.,٫][\\d٠-٩]+)?`
/** Arabic writes `and` and `by` in front of figures without a space. */
const letter = '(?!\\p{Script=Arabic})\\p{L}'

/** Figures that belong to no word, name, time, version or phone number. */
const number = new RegExp(
  `(?<!${letter}|[\\d٠-٩+#]|(?:${letter}|[+#])[-.,:/]|[\\d٠-٩][.,:/]|\\+\\d[\\d ().-]{0,20})${figures}(?!(?!${closeUnit}(?![\\p{L}\\d]))[\\p{L}\\d٠-٩]|[.,:/][\\d٠-٩])`,
  'uy',
)
const digit = /[\d٠-٩]/g
/** What may stand behind them. */
const unit = new RegExp(
  `(?:(?<percent>${space}?[%٪])|${space}(?<scale>\\p{L}+(?:${space}(?:millones|milliards?|millions|billones|billions))?))`,
  'uy',
)

const close = new RegExp(`${closeUnit}(?![\\p{L}\\d])`, 'uy')
const money = /[€$£¥]/

const percentWords = /^(?:percent|pour|por|per|بالمئة|بالمائة|في)$/u
const scales: readonly (readonly [RegExp, number])[] = [
  [/^(?:thousand|mille|mil|ألف|آلاف)$/u, 1e3],
  [/^(?:M|millions?|millón|millones|مليون|ملايين)$/u, 1e6],
  [/^(?:milliards?|Mds?|mil millones|mille millions|millardos?|مليار|مليارات)$/u, 1e9],
  [/^(?:mille milliards|تريليون|تريليونات|ترليون|ترليونات)$/u, 1e12],
]
/** English counts in thousands where French and Spanish count in millions: a billion is 10⁹ in it, and 10¹² in them. */
const short: typeof scales = [
  [/^billions?$/u, 1e9],
  [/^trillions?$/u, 1e12],
]
const long: typeof scales = [
  [/^(?:billions?|billón|billones)$/u, 1e12],
  [/^(?:trillions?|trillón|trillones)$/u, 1e18],
]

/** What a scale in words is worth in a language: `billones`, `mil millones`; nothing where the words are none, or only the first is one. */
function scaleOf(words: string, tag: string): number | undefined {
  const all = [...scales, ...(/^(?:fr|es)\b/.test(tag) ? long : short)]
  const typed = words.replace(/[\u00A0\u2009\u202F]/g, ' ')
  return [typed, typed.replace(/ .*/, '')].flatMap((one) => all.find(([pattern]) => pattern.test(one))?.[1] ?? [])[0]
}

/** The numbers in figures in a stretch of prose, as offsets of it. Those of dates are among them. */
export function numbersIn(text: string, tag: string): TypedNumber[] {
  const found: TypedNumber[] = []
  for (const { 0: typed, index } of matchesAt(text, digit, number)) {
    const value = readNumber(typed, tag)
    if (value === undefined) continue
    unit.lastIndex = index + typed.length
    const groups = unit.exec(text)?.groups ?? {}
    const word = groups['scale'] ?? ''
    const end = index + typed.length
    const scale = scaleOf(word, tag) ?? closeScaleAt(text, index, end)
    const isPercent = groups['percent'] !== undefined || (percentWords.test(word) && saysPercent(text, end))
    found.push({ at: [index, end], typed, value: (yearOfSpan(text, index, typed) ?? value) * scale, isPercent })
  }
  return found
}

/** The last year of `2025–26`, which other languages write in four figures. */
function yearOfSpan(text: string, at: number, typed: string): number | undefined {
  const first = /^\d\d$/.test(typed)
    ? /(?<!\d)((?:19|20)\d\d) ?[-–]$/.exec(text.slice(Math.max(0, at - 7), at))?.[1]
    : undefined
  return first !== undefined && typed > first.slice(2) ? Number(first.slice(0, 2) + typed) : undefined
}

/** What a scale is worth that is written close behind a number: 1 where there is none. */
function closeScaleAt(text: string, start: number, end: number): number {
  close.lastIndex = end
  const found = close.exec(text)?.[0] ?? ''
  const isMoney = money.test(found) || money.test(text.slice(Math.max(0, start - 2), start))
  return closeScale(found.replace(money, ''), isMoney)
}

const saysPercent = (text: string, end: number): boolean =>
  /^[ \u00A0\u2009\u202F](?:percent\b|per cent\b|pour cent\b|por ciento\b|بالمئة|بالمائة|في المئة|في المائة)/u.test(
    text.slice(end, end + 20),
  )

const decimals = new Map<string, string>()

/** The mark before decimals in a language: `.` or `,`. In Arabic it is taken for a point, and ٫ is always one. */
export function decimalOf(tag: string): string {
  let mark = decimals.get(tag)
  if (mark === undefined) {
    const parts = new Intl.NumberFormat(`${tag}-u-nu-latn`).formatToParts(1.5)
    mark = tag.startsWith('ar') ? '.' : (parts.find(({ type }) => type === 'decimal')?.value ?? '.')
    decimals.set(tag, mark)
  }
  return mark
}

/** What figures are worth by the marks of a language; nothing where they are no number in it, such as 1.2.3. */
export function readNumber(typed: string, tag: string): number | undefined {
  const plain = typed.replace(/[ \u00A0\u2009\u202F'’٬]/g, '').replace('٫', '.')
  if (/^[\d٠-٩]+$/.test(plain)) return inFigures(plain)
  const decimal = typed.includes('٫') ? '.' : decimalOf(tag)
  const group = decimal === '.' ? ',' : '.'
  const parts = plain.split(decimal)
  const [whole = '', fraction = '', ...more] = parts
  const groups = whole.split(group)
  const sound = more.length === 0 && !fraction.includes(group) && groups.slice(1).every(({ length }) => length === 3)
  if (sound) return inFigures(`${groups.join('')}.${fraction}`)
  // `12.5` in a French table: the other mark, and no group of three behind it.
  const other = /^([\d٠-٩]+)[.,]([\d٠-٩]{1,2})$/.exec(plain)
  return other ? inFigures(`${other[1]}.${other[2]}`) : undefined
}

/** Two to twelve in words. One is left out: it is an article too. */
const small: Readonly<Record<string, readonly string[]>> = {
  en: ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
  fr: ['deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix', 'onze', 'douze'],
  es: ['dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve', 'diez', 'once', 'doce'],
}

const smallPatterns = new Map(
  Object.entries(small).map(([language, words]) => {
    const any = `(?:${words.join('|')})`
    return [
      language,
      { sign: new RegExp(any, 'gi'), whole: new RegExp(`(?<![\\p{L}\\d-])${any}(?![\\p{L}\\d-])`, 'iuy') },
    ]
  }),
)

/** The numbers from two to twelve that are written as words, as offsets of the stretch. */
export function numberWordsIn(text: string, language: string): Omit<TypedNumber, 'isPercent'>[] {
  const [words, patterns] = [small[language], smallPatterns.get(language)]
  if (!words || !patterns) return []
  return matchesAt(text, patterns.sign, patterns.whole).map(({ 0: typed, index }) => ({
    at: [index, index + typed.length],
    typed,
    value: words.indexOf(typed.toLowerCase()) + 2,
  }))
}
