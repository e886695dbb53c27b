import { matchesIn } from '../../source/matches.ts'
import { editDistance } from '../../source/nearest.ts'
import type { Span } from '../rule.ts'

/** A name that is known, and where from. */
export interface KnownName {
  readonly name: string
  readonly where: string
  /** Whether it is of somebody whose last word may stand alone. */
  readonly isPerson: boolean
}

/** A known name that stands in a text in another spelling. */
export interface OtherSpelling extends Pick<KnownName, 'name' | 'where'> {
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
 * with a letter within it more, less or another; and where the last one stands alone without its hamza. Arabic has no capitals, so that only
 * names are found that are known from elsewhere, the surest first.
 */
export function* otherSpellings(text: string, from: number, names: readonly KnownName[]): Generator<OtherSpelling> {
  const known = knownOf(names)
  if (known.length === 0) return
  const right = new Set(known.map(({ name }) => bare(name)))
  const surnames = new Set(known.map(({ words }) => bare(words.at(-1) ?? '')))
  const tokens = Array.from(matchesIn(text.slice(from), word), ({ 0: typed, index }) => ({
    typed,
    start: from + index,
  }))
  let told = 0
  for (const [i, { typed, start }] of tokens.entries()) {
    if (start < told) continue
    const fold = folded(typed)
    for (const one of known) {
      const isAlone = one.isPerson && fold === one.last
      const at = isAlone ? ([start, start + typed.length] as const) : wholeAt(text, tokens, i, fold, one)
      if (!at) continue
      const found = text.slice(...at).replace(/\s+/g, ' ')
      const isOther = isAlone
        ? !surnames.has(bare(found))
        : !right.has(bare(found)) && isOtherSpelling(found.split(' '), one.words)
      if (!isOther) continue
      yield { name: one.name, where: one.where, typed: found, at }
      told = at[1]
      break
    }
  }
}

interface Token {
  readonly typed: string
  readonly start: number
}

/** Where as many words stand as a name has, the first of which is its first one in whatever spelling. */
function wholeAt(
  text: string,
  tokens: readonly Token[],
  i: number,
  fold: string,
  { words, first }: Known,
): Span | undefined {
  const [begin, ...rest] = tokens.slice(i, i + words.length)
  if (!begin || !fold.endsWith(first) || rest.length < words.length - 1) return undefined
  const skipped = fold === first ? 0 : (joined.exec(begin.typed)?.[0].length ?? 0)
  if (folded(begin.typed.slice(skipped)) !== first) return undefined
  const end = rest.reduce((to, token) => (isGap(text.slice(to, token.start)) ? endOf(token) : to), endOf(begin))
  return end === endOf(rest.at(-1) ?? begin) ? [begin.start + skipped, end] : undefined
}

interface Known extends KnownName {
  readonly words: readonly string[]
  readonly first: string
  /** The last word, where it is long enough to stand alone. */
  readonly last: string | undefined
}

/** No release names more people than this with their titles. */
const mostNames = 100

/** The names that are typed in Arabic, of two words or more; one that is another spelling of one before it is none. */
function knownOf(names: readonly KnownName[]): Known[] {
  const known: Known[] = []
  const seen = new Set<string>()
  for (const one of names) {
    if (seen.has(one.name) || seen.size >= mostNames) continue
    seen.add(one.name)
    const words = one.name.match(word) ?? []
    const isArabic = words.length > 1 && words.join(' ') === one.name
    const isWrong = known.some((other) => other.words.length === words.length && isOtherSpelling(words, other.words))
    const [first = '', last = ''] = [words[0], words.at(-1)].map((typed) => folded(typed ?? ''))
    if (isArabic && !isWrong) known.push({ ...one, words, first, last: last.length < shortest ? undefined : last })
  }
  return known
}

const titled =
  /(?<!\p{L})(?:[ول]?د\.|[وف]?(?:ال|لل)(?:دكتور|سيد|مهندس|أستاذ|شيخ|قاضي|محامي)ة?)\s((?!ال)[\p{Script=Arabic}\p{M}]{3,}\s[\p{Script=Arabic}\p{M}]{3,})/gu

/** Two words behind a title. */
export const titledNames = (text: string, from: number): string[] =>
  Array.from(matchesIn(text.slice(from), titled), ([, name = '']) => name.replace(/\s/g, ' '))

const endOf = ({ typed, start }: Token): number => start + typed.length

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
