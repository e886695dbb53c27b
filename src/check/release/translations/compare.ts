import type { Place } from '../../../source/diagnostic.ts'
import type { Finding, Span } from '../../rule.ts'
import type { CheckedRelease } from '../rule.ts'

/** Something that a translation has to have as its original has it: a date, a number, an address. */
export interface Shared {
  /** What it is, in whatever words. */
  readonly key: string
  readonly typed: string
  readonly at: Span
}

/** The original of a translation, where it is in one of the languages that a rule knows. */
export const originalKnown = (
  { original }: CheckedRelease,
  languages: readonly string[],
): CheckedRelease | undefined => (original && languages.includes(original.language) ? original : undefined)

/** Something of a translation that its original does not have, and what of the original most likely belongs there. */
interface Difference<T extends Shared> {
  readonly extra: T
  readonly instead: T
}

/**
 * What a translation has and its original has not, each with something of the original that the translation lacks. Where it lacks
 * nothing, what it has beside that is an explanation for its readers, and there is no difference. Excused is what one of the two may
 * say in another way.
 */
function differencesOf<T extends Shared>(
  translation: readonly T[],
  original: readonly T[],
  lengths: readonly [translation: number, original: number],
  isExcused: (one: T) => boolean,
): Difference<T>[] {
  const known = new Set(original.map(({ key }) => key))
  const extras = translation.filter((one) => !known.has(one.key) && !isExcused(one))
  if (extras.length === 0) return []
  const left = lacking(original, translation).filter((one) => !isExcused(one))
  return extras.flatMap((extra): Difference<T>[] => {
    const place = (extra.at[0] / lengths[0]) * lengths[1]
    const nearest = left.toSorted((a, b) => Math.abs(a.at[0] - place) - Math.abs(b.at[0] - place))[0]
    if (!nearest) return []
    left.splice(left.indexOf(nearest), 1)
    return [{ extra, instead: nearest }]
  })
}

/** Reports what a translation has in place of what its original has, such as another `date`. */
export function reportDifferences<T extends Shared>(
  [translation, original]: readonly [CheckedRelease, CheckedRelease],
  [own, theirs]: readonly [translation: readonly T[], original: readonly T[]],
  what: string,
  isExcused: (one: T) => boolean,
  report: (finding: Finding) => void,
  hintOf: (instead: T) => string = () => 'correct one of the two',
): void {
  const lengths = [translation.prose.text.length, original.prose.text.length] as const
  for (const { extra, instead } of differencesOf(own, theirs, lengths, isExcused))
    report({
      message: `Not the ${what} of the original, "${instead.typed}"`,
      hint: hintOf(instead),
      at: extra.at,
      related: inOriginal(original, 'in the original', instead.at),
    })
}

/** Of the things of one text those that another has not, or not as often. */
function lacking<T extends Shared>(things: readonly T[], other: readonly Shared[]): T[] {
  const counts = new Map<string, number>()
  for (const { key } of other) counts.set(key, (counts.get(key) ?? 0) + 1)
  return things.filter(({ key }) => {
    const count = counts.get(key) ?? 0
    counts.set(key, count - 1)
    return count <= 0
  })
}

/** A place in the original, for those who look. */
export const inOriginal = ({ source }: CheckedRelease, message: string, [start, end]: Span): readonly Place[] => [
  { message, file: source.file, position: source.between(start, end) },
]
