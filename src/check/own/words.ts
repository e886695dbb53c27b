import type { OwnRuleFile } from './file.ts'

/** Something that is not to be written, where it is. */
export interface Slip {
  readonly start: number
  readonly typed: string
  /** What to write instead, where the rule says it. */
  readonly right: string | undefined
}

/** Finds the slips of a text; what takes the place of one that begins a sentence gets a capital. */
export type Find = (text: string, beginsSentence?: (at: number) => boolean) => Slip[]

/** Blanks between two words, or the end of a line: no more, or words on both sides of a gap would be taken for one phrase. */
const gap = '(?:[^\\S\\n]{1,2}\\n?[^\\S\\n]{0,8}|\\n[^\\S\\n]{0,8})'

/**
 * What finds the words of a rule in a text, as whole words and literally: nothing that is written in a rule is a pattern. Small letters
 * stand for capitals too; a word that is written with capitals is found with those only.
 */
export function slipsOf({ words = {}, phrases = [], names = [], except = [] }: OwnRuleFile): Find {
  const entries: readonly (readonly [typed: string, right: string | undefined])[] = [
    ...Object.entries(words).map(([typed, right]) => [typed, right === '' ? undefined : right] as const),
    ...phrases.map((typed) => [typed, undefined] as const),
  ]
  const isLoose = ([typed]: readonly [string, unknown]): boolean => typed === typed.toLowerCase()
  const loose = finder(entries.filter(isLoose), 'giu', (key) => key.toLowerCase())
  const exact = finder(
    entries.filter((entry) => !isLoose(entry)),
    'gu',
    (key) => key,
  )
  const named = finder(
    names.map((name) => [name, name] as const),
    'giu',
    (key) => key.toLowerCase(),
  )
  const excepted = finder(
    except.map((one) => [one, undefined] as const),
    'giu',
    (key) => key.toLowerCase(),
  )
  return (text, beginsSentence = () => false) => {
    const found = [
      ...exact(text).map((slip) => (beginsSentence(slip.start) ? { ...slip, right: withCapital(slip.right) } : slip)),
      ...loose(text).map((slip) => ({ ...slip, right: withCapitalsOf(slip.typed, slip.right) })),
      ...named(text).filter(({ typed, right }) => plain(typed) !== plain(right ?? '')),
    ]
    if (found.length === 0) return []
    const left = excepted(text)
    return found
      .filter(({ start, typed }) => !left.some((one) => holds(one, start, typed.length)))
      .sort((a, b) => a.start - b.start || b.typed.length - a.typed.length)
      .filter((slip, i, all) => !all.slice(0, i).some((one) => holds(one, slip.start, slip.typed.length)))
  }
}

const holds = ({ start, typed }: Slip, from: number, length: number): boolean =>
  start <= from && from + length <= start + typed.length

/** As it is compared: one kind of blank, one kind of apostrophe. */
const plain = (words: string): string => words.trim().replace(/\s+/g, ' ').replaceAll('’', "'")

function finder(
  entries: readonly (readonly [string, string | undefined])[],
  flags: string,
  folded: (key: string) => string,
): (text: string) => Slip[] {
  const right = new Map(entries.map(([typed, instead]) => [folded(plain(typed)), instead]))
  const keys = [...right.keys()].filter((key) => key !== '').sort((a, b) => b.length - a.length)
  if (keys.length === 0) return () => []
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{M}\\p{N}])(?:${keys.map(literally).join('|')})(?![\\p{L}\\p{M}\\p{N}])`,
    flags,
  )
  return (text) =>
    [...text.matchAll(pattern)].map(({ 0: typed, index }) => ({
      start: index,
      typed,
      right: right.get(folded(plain(typed))),
    }))
}

const literally = (key: string): string =>
  key
    .replace(/[$()*+.?[\\\]^{|}]/g, '\\$&')
    .replaceAll("'", "['’]")
    .replaceAll(' ', gap)

/** SEA GRASS becomes SEAGRASS. */
const withCapitalsOf = (typed: string, right: string | undefined): string | undefined =>
  !/\p{Ll}/u.test(typed) && /\p{Lu}\P{Lu}*\p{Lu}/u.test(typed)
    ? right?.toUpperCase()
    : /^\p{Lu}/u.test(typed)
      ? withCapital(right)
      : right

const withCapital = (right: string | undefined): string | undefined =>
  right?.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
