import { matchesIn } from '../../../source/matches.ts'
import { decimalOf, numbersIn, numberWordsIn } from '../numbers.ts'
import { datesIn } from '../dates.ts'
import { currencyAt } from '../currencies.ts'
import { defineReleaseRule, type CheckedRelease } from '../rule.ts'
import { differencesOf, inOriginal, type Shared } from './compare.ts'

const languages = ['en', 'fr', 'es', 'ar'] as const

export const sameNumbers = defineReleaseRule({
  code: 'same-numbers',
  severity: 'warning',
  summary: 'Let a translation have the numbers of its original',
  why: 'A comma that is a decimal mark in one language sets thousands apart in another, and a figure that was mended in the original stays in the translation. Journalists of two languages then quote one release against itself.',
  rate: 'not measured: the archives are in one language',
  languages,
  examples: {
    good: [
      '=== releases/2026-05-04-x.md\n---\nheadline: Acme opens a plant\ndate: 2026-05-04\n---\n\nIt makes 12,500 pumps a year, 2.5 million since 1990, with twelve people, from 3 p.m. on, for 1.2 billion crowns (10 percent more).\n=== releases/2026-05-04-x.fr.md\n---\nheadline: Acme ouvre une usine\n---\n\nElle fait 12 500 pompes par an, 2 500 000 depuis 1990, avec 12 personnes, à partir de 15 heures, pour 1,2 milliard de couronnes (10 % de plus).\n=== releases/2026-05-04-x.ar.md\n---\nheadline: أكمي تفتح مصنعا\n---\n\nينتج ١٢٬٥٠٠ مضخة في السنة، و2.5 مليون منذ 1990، مع 12 شخصا، بمبلغ 1.2 مليار (10%).\n',
      '=== releases/2026-05-04-x.md\n---\nheadline: Acme opens a plant\ndate: 2026-05-04\n---\n\nIt makes 12,500 pumps.\n=== releases/2026-05-04-x.es.md\n---\nheadline: Acme abre una planta\n---\n\nFabrica 12.500 bombas (la norma es de 1998).\n',
      '=== releases/2026-05-04-x.md\n---\nheadline: Acme opens a plant\ndate: 2026-05-04\n---\n\nIt cost £3 million, or £85 a pump. Call 0808 157 0142 from 9.30am.\n=== releases/2026-05-04-x.es.md\n---\nheadline: Acme abre una planta\n---\n\nCostó 3,5 millones de euros, o 100 € por bomba. Visitas de 9.30 a 18.00.\n',
    ],
    bad: {
      '=== releases/2026-05-04-x.md\n---\nheadline: Acme opens a plant\ndate: 2026-05-04\n---\n\nIt makes 12,500 pumps a year.\n=== releases/2026-05-04-x.fr.md\n---\nheadline: Acme ouvre une usine\n---\n\nElle fait 12,5 pompes par an.\n=== releases/2026-05-04-x.es.md\n---\nheadline: Acme abre una planta\n---\n\nFabrica 125.000 bombas al año.\n=== releases/2026-05-04-x.ar.md\n---\nheadline: أكمي تفتح مصنعا\n---\n\nينتج 15,200 مضخة.\n':
        'releases/2026-05-04-x.ar.md:5:6 Not the number of the original, "12,500"\nreleases/2026-05-04-x.es.md:5:9 Not the number of the original, "12,500"\nreleases/2026-05-04-x.fr.md:5:11 Not the number of the original, "12,500"',
    },
  },
  check(release, report) {
    const { original } = release
    if (!original || !(languages as readonly string[]).includes(original.language)) return
    const inWords = new Set([release, original].flatMap((one) => [...wordsOf(one), ...factsOf(one)]))
    const [here, there] = [figuresIn(release), figuresIn(original)]
    const differences = differencesOf(
      here,
      there,
      [release.prose.text.length, original.prose.text.length],
      ({ key, currency }) =>
        inWords.has(key) ||
        (currency !== undefined && ![here, there].every((all) => all.some((one) => one.currency === currency))),
    )
    for (const { extra, instead } of differences)
      report({
        message: `Not the number of the original, "${instead.typed}"`,
        hint: 'correct one of the two',
        at: extra.at,
        related: inOriginal(original, 'in the original', instead.at),
      })
  },
})

/** Times of the day: one language counts to 12 where another counts to 24, and each has its own marks. */
const times =
  /\d{1,2}(?:[:.]\d{2})? ?[ap]\.? ?m\b\.?|\d{1,2}[ \u00A0\u202F]?(?:h(?:eures?|oras?|rs)?)(?:[ \u00A0\u202F]?\d{2})?(?!\p{L})|(?<!\d)\d{1,2}:\d{2}(?!\d)|(?:الساعة|a las|at) [\d٠-٩]{1,2}(?![\d٠-٩,])/giu
/** `de 9.00 a 18.30`, where a comma is the mark of decimals. */
const dottedTimes = /(?<![\d.,])(?:[01]?\d|2[0-4])\.[0-5]\d(?![\d.,])/g
/** Of the own country: one in another language may have another number to call, or none. */
const phones = /(?<![\d.,])0\d{1,4}(?:[ \u00A0-]\d{2,5}){1,4}(?!\d)/g
const footnotes = /\[\^[^\]\s]+\]/g
const itemNumbers = /^ {0,6}\d{1,3}[.)]/gm
/** How far from a date the other end of `May 4–6` may be, in characters. */
const near = 12
const lastDay = 31

/** Money in a currency that the other text has none of was converted for its readers. */
interface Figure extends Shared {
  readonly currency: string | undefined
}

/** The numbers in figures that are neither times, phone numbers nor parts of dates, nor what lists and footnotes count with. */
function figuresIn({ prose, language, tag }: CheckedRelease): Figure[] {
  let { text } = prose
  for (const pattern of [times, ...(decimalOf(tag) === ',' ? [dottedTimes] : []), phones, footnotes, itemNumbers])
    text = text.replace(pattern, (typed) => ' '.repeat(typed.length))
  const dates = datesIn(prose.text, language).map(({ at }) => at)
  return numbersIn(text, tag).flatMap(({ at, typed, value }) => {
    const away = value <= lastDay ? near : 0
    const isOfDate = dates.some(([start, end]) => at[0] < end + away && at[1] > start - away)
    return isOfDate ? [] : [{ key: keyOf(value), typed, at, currency: currencyAt(text, at) }]
  })
}

const keyOf = (value: number): string => String(Number(value.toPrecision(12)))

/** Larger numbers than the shared reader knows, as words. */
const large: readonly (readonly [number, RegExp])[] = [
  [13, /\bthirteen\b|\btreize\b|\btrece\b/i],
  [14, /\bfourteen\b|\bquatorze\b|\bcatorce\b/i],
  [15, /\bfifteen\b|\bquinze\b|\bquince\b/i],
  [16, /\bsixteen\b|\bseize\b|\bdieciséis\b/i],
  [17, /\bseventeen\b|\bdix-sept\b|\bdiecisiete\b/i],
  [18, /\beighteen\b|\bdix-huit\b|\bdieciocho\b/i],
  [19, /\bnineteen\b|\bdix-neuf\b|\bdiecinueve\b/i],
  [20, /\btwenty\b|\bvingt\b|\bveinte\b/i],
  [30, /\bthirty\b|\btrente\b|\btreinta\b/i],
  [40, /\bforty\b|\bquarante\b|\bcuarenta\b/i],
  [50, /\bfifty\b|\bcinquante\b|\bcincuenta\b|\bhalf\b|\bmoitié\b|\bmitad\b/i],
  [60, /\bsixty\b|\bsoixante\b|\bsesenta\b/i],
  [70, /\bseventy\b|\bsoixante-dix\b|\bsetenta\b/i],
  [80, /\beighty\b|\bquatre-vingts?\b|\bochenta\b/i],
  [90, /\bninety\b|\bquatre-vingt-dix\b|\bnoventa\b/i],
  [100, /\bhundred\b|\bcent\b|\bcien(?:to)?\b|\bcentury\b/i],
  [1000, /\bthousand\b|\bmille\b|\bmil\b/i],
  [1_000_000, /\bmillion\b|\bmillón\b/i],
  [1_000_000_000, /\bbillion\b|\bmilliard\b|\bmil millones\b/i],
]
/** Up to here Arabic writes numbers as words in too many forms to know them. */
const smallInArabic = 100

/** What a release says in words, and so another language may say in figures. */
function wordsOf({ prose, language }: CheckedRelease): string[] {
  const small = ['1', ...numberWordsIn(prose.text, language).map(({ value }) => keyOf(value))]
  if (language === 'ar') return [...small, ...Array.from({ length: smallInArabic }, (_, i) => String(i + 1))]
  return [...small, ...large.flatMap(([value, words]) => (words.test(prose.text) ? keyOf(value) : []))]
}

/** The figures that stand for the names of facts. */
const factsOf = ({ source, room, tag }: CheckedRelease): string[] =>
  matchesIn(source.text, /\{\{\s*fact\s+["']([^"']+)["']/g).flatMap(([, name = '']) =>
    room
      .fact(name)
      .flatMap(({ value }) => (typeof value === 'string' ? value : Object.values(value)))
      .flatMap((value) => numbersIn(value, tag).map((one) => keyOf(one.value))),
  )
