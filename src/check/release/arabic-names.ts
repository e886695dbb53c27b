import { editDistance } from '../../source/nearest.ts'
import type { Span } from '../rule.ts'

/** A name that is known, and where from. */
export interface KnownName {
  readonly name: string
  readonly where: string
}

/** A known name that stands in a text in another spelling. */
export interface OtherSpelling extends KnownName {
  readonly typed: string
  readonly at: Span
}

const word = /[\p{Script=Arabic}\p{M}\u0640]+/gu

/** Without vowel marks and the stroke that draws letters apart, which nobody reads as another spelling. */
const bare = (typed: string): string => typed.replace(/[\p{M}\u0640]+/gu, '')

/** Letters that many type for each other: with hamza or without, ta marbuta for ha, alif maqsura for ya. */
const folded = (typed: string): string =>
  typed
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]+/gu, '')
    .replaceAll('ة', 'ه')
    .replaceAll('ى', 'ي')

/** What is written together with the word behind it: and, so, in, to, like. */
const joined = /^(?:[وف][بلك]?|[بلك])/

/**
 * Where names of two words or more stand with other letters than they have: the same words with or without their hamza, or the last one
 * with a letter within it more, less or another. Arabic has no capitals, so that only names are found that are known from elsewhere, the surest first.
 */
export function* otherSpellings(text: string, from: number, names: readonly KnownName[]): Generator<OtherSpelling> {
  const known = knownOf(names)
  if (known.length === 0) return
  const right = new Set(known.map(({ name }) => bare(name)))
  const tokens = Array.from(text.slice(from).matchAll(word), ({ 0: typed, index }) => ({ typed, start: from + index }))
  for (const [i, { typed: begin, start }] of tokens.entries()) {
    const fold = folded(begin)
    for (const { name, where, words, first } of known) {
      if (!fold.endsWith(first)) continue
      const skipped = fold === first ? 0 : (joined.exec(begin)?.[0].length ?? 0)
      if (folded(begin.slice(skipped)) !== first) continue
      const [, ...rest] = tokens.slice(i, i + words.length)
      const end = rest.reduce(
        (to, token) => (isGap(text.slice(to, token.start)) ? endOf(token) : to),
        start + begin.length,
      )
      const last = rest.at(-1)
      if (!last || rest.length < words.length - 1 || end !== endOf(last)) continue
      const typed = [begin.slice(skipped), ...rest.map((token) => token.typed)]
      if (right.has(typed.map(bare).join(' ')) || !isOtherSpelling(typed, words)) continue
      const at: Span = [start + skipped, end]
      yield { name, where, typed: text.slice(...at).replace(/\s+/g, ' '), at }
      break
    }
  }
}

/** The names that are typed in Arabic, of two words or more; one that is another spelling of one before it is none. */
function knownOf(names: readonly KnownName[]) {
  const known: (KnownName & { readonly words: readonly string[]; readonly first: string })[] = []
  for (const { name, where } of names) {
    const words = name.match(word) ?? []
    const isArabic = words.length > 1 && words.join(' ') === name
    const isWrong = known.some((one) => one.words.length === words.length && isOtherSpelling(words, one.words))
    if (isArabic && !isWrong) known.push({ name, where, words, first: folded(words[0] ?? '') })
  }
  return known
}

const endOf = ({ typed, start }: { readonly typed: string; readonly start: number }): number => start + typed.length

const isGap = (between: string): boolean => /^[ \u00A0\n]$/.test(between)

/** The same words in other letters; or the last one with a slip in it. Of first names a letter apart, such as Salim and Salem, there are too many. */
function isOtherSpelling(typed: readonly string[], right: readonly string[]): boolean {
  const differing = typed.flatMap((one, i) => (folded(one) === folded(right[i] ?? '') ? [] : [i]))
  if (differing.length === 0) return typed.some((one, i) => bare(one) !== bare(right[i] ?? ''))
  const [at = 0] = differing
  return differing.length === 1 && at === right.length - 1 && isSlip(folded(typed[at] ?? ''), folded(right[at] ?? ''))
}

const shortest = 5

/** A letter within the word: those at its ends are articles, genders, cases and plurals. */
function isSlip(typed: string, right: string): boolean {
  if (Math.min(typed.length, right.length) < shortest || editDistance(typed, right) !== 1) return false
  return typed.charAt(0) === right.charAt(0) && typed.at(-1) === right.at(-1) && !isPair(typed, right)
}

/** Names a letter apart that two people may have. */
const pairs = new Set(['سلمان سليمان', 'حسنين حسين', 'سالمين سلمين', 'رشدان راشدان', 'حمدان حمدون', 'زيدان زيدون'])
const isPair = (one: string, other: string): boolean => pairs.has(`${one} ${other}`) || pairs.has(`${other} ${one}`)
