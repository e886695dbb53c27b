import { matchesAt, matchesIn } from '../../source/matches.ts'
import type { Span } from '../rule.ts'
import { currencyAt } from './currencies.ts'
import { datesOf } from './dates.ts'
import { decimalOf, numbersIn, numberWordsIn } from './numbers.ts'
import type { CheckedText } from './rule.ts'

/** A number that tells how much there is of something. */
export interface Figure {
  /** What it is worth, in whatever form it is typed. */
  readonly key: string
  readonly typed: string
  readonly value: number
  readonly at: Span
  /** Where one is named beside it. */
  readonly currency: string | undefined
}

/** Times of the day: one language counts to 12 where another counts to 24, and each has its own marks. */
const times =
  /\d{1,2}(?:[:.]\d{2})? ?[ap]\.? ?m\b\.?|\d{1,2}[ \u00A0\u202F]?(?:h(?:eures?|oras?|rs)?)(?:[ \u00A0\u202F]?\d{2})?(?!\p{L})|(?<!\d)\d{1,2}:\d{2}(?!\d)|(?:الساعة|a las|at) [\d٠-٩]{1,2}(?![\d٠-٩,])/iuy
/** `de 9.00 a 18.30`, where a comma is the mark of decimals. */
const dottedTimes = /(?<![\d.,])(?:[01]?\d|2[0-4])\.[0-5]\d(?![\d.,])/y
/** Of the own country: one in another language may have another number to call, or none. */
const phones = /(?<![\d.,]|\d[ \u00A0\u202F])0\d{1,4}(?:[ \u00A0-]\d{2,5}){1,4}(?!\d)/y
const digit = /\d/g
const digitOrClock = /\d|(?:الساعة|a las|at) [\d٠-٩]/gi
const zero = /0\d/g
const footnotes = /\[\^[^\]\s]+\]/g
const itemNumbers = /^ {0,6}\d{1,3}[.)]/gm
/** How far from a date the other end of `May 4–6` may be, in characters. */
const near = 12
const lastDay = 31

/** The numbers in figures that are neither times, phone numbers nor parts of dates, nor what lists and footnotes count with. */
export function figuresIn({ prose, language, tag }: CheckedText): Figure[] {
  let text = without(prose.text, digitOrClock, times)
  if (decimalOf(tag) === ',') text = without(text, digit, dottedTimes)
  text = without(text, zero, phones)
  if (text.includes('[^')) text = text.replace(footnotes, blank)
  text = text.replace(itemNumbers, blank)
  const dates = datesOf(prose, language).map(({ at }) => at)
  return numbersIn(text, tag).flatMap(({ at, typed, value }) => {
    const away = value <= lastDay ? near : 0
    const isOfDate = dates.some(([start, end]) => at[0] < end + away && at[1] > start - away)
    return isOfDate ? [] : [{ key: keyOf(value), typed, at, value, currency: currencyAt(text, at) }]
  })
}

const blank = (typed: string): string => ' '.repeat(typed.length)

/** A text with blanks for what a pattern finds where a sign stands. */
function without(text: string, sign: RegExp, pattern: RegExp): string {
  let out = ''
  for (const { 0: typed, index } of matchesAt(text, sign, pattern)) out += text.slice(out.length, index) + blank(typed)
  return out + text.slice(out.length)
}

const keyOf = (value: number): string =>
  String(Number.isSafeInteger(value) && value < 1e12 ? value : Number(value.toPrecision(12)))

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

/** As far as the shared reader knows numbers in words. */
const mostOfSmall = 12

/** Whether a text says a number in words. */
export function saysInWords({ prose, language }: CheckedText, value: number): boolean {
  if (value === 1) return true
  if (value <= mostOfSmall && numberWordsIn(prose.text, language).some((one) => one.value === value)) return true
  if (language === 'ar') return Number.isInteger(value) && value > 0 && value <= smallInArabic
  return large.some(([one, words]) => one === value && words.test(prose.text))
}

/** What a text says in words, and so says in figures elsewhere, by its keys. */
export function saidInWords({ prose, language }: CheckedText): string[] {
  const small = ['1', ...numberWordsIn(prose.text, language).map(({ value }) => keyOf(value))]
  if (language === 'ar') return [...small, ...Array.from({ length: smallInArabic }, (_, i) => String(i + 1))]
  return [...small, ...large.flatMap(([value, words]) => (words.test(prose.text) ? keyOf(value) : []))]
}

/** The figures that stand for the names of facts, by their keys. */
export const factsOf = ({ source, room, tag }: CheckedText): string[] =>
  matchesIn(source.text, /\{\{\s*fact\s+["']([^"']+)["']/g).flatMap(([, name = '']) =>
    room
      .fact(name)
      .flatMap(({ value }) => (typeof value === 'string' ? value : Object.values(value)))
      .flatMap((value) => numbersIn(value, tag).map((one) => keyOf(one.value))),
  )
