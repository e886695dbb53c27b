import { matchesIn } from '../../source/matches.ts'
import { editDistance } from '../../source/nearest.ts'
import type { Span } from '../rule.ts'
import { folded } from './people.ts'
import { capital } from './prose.ts'
import type { CheckedText } from './rule.ts'

/** A surname that stands alone, with a title or a verb of saying beside it. */
export interface Surname {
  readonly name: string
  readonly at: Span
}

const title = 'Mr|Mrs|Ms|Dr|Prof|Mme|Mlle|M|Sr|Sra|Dra'
const before =
  'said|says|added|adds|told|explained|dit|ajoute|ajouté|explique|expliqué|précise|précisé|souligne|souligné|déclare|déclaré|affirmé|conclut|rappelle|selon|dijo|dice|añadió|explicó|señaló|afirmó|agregó|aseguró|comentó|indicó|concluyó|según|respondido|añadido|explicado|asegurado|señalado|afirmado|dicho'
const behind =
  'said|says|added|adds|told|explained|noted|a dit|a déclaré|a ajouté|a expliqué|ajoute|explique|précise|souligne|dijo|dice|añadió|explicó|señaló|afirmó|agregó|aseguró|comentó|indicó|ha (?:dicho|explicado|añadido|señalado|respondido|asegurado)'
const word = "\\p{Lu}\\p{Ll}[\\p{L}\\p{M}’'-]*"
// Both begin with the space: what stands before a name is looked at where a capital is behind one, and not at every letter.
const announced = new RegExp(
  `\\s(?=${capital})(?<=(?<![\\p{L}-])(?:(?:${title})\\.?|${before})\\s)(${word}(?:\\s(?=\\p{Lu})${word})?)`,
  'gu',
)
const speaking = new RegExp(`\\s(?:${behind})(?!\\p{L})`, 'gu')
const whole = new RegExp(`^${word}$`, 'u')
/** As far as a name and the word before it go, in characters. */
const reach = 60

/** The surnames that stand alone in the body, or two words with capitals behind a title: `Mme Le Brun`. */
export function surnamesIn({ prose: { text, bodyStart } }: CheckedText): Surname[] {
  const body = text.slice(bodyStart)
  const found: Surname[] = []
  const take = (typed: string, end: number): void => {
    const name = typed.replace(/[’'](?:s|\p{Ll}+)?$/u, '')
    const start = bodyStart + end - typed.length
    found.push({ name: name.replace(/\s/g, ' '), at: [start, start + name.length] })
  }
  for (const { 0: all, 1: typed = '', index } of matchesIn(body, announced)) take(typed, index + all.length)
  for (const { index } of matchesIn(body, speaking)) {
    const [last = '', next = ''] = body
      .slice(Math.max(0, index - reach), index)
      .split(/\s/)
      .reverse()
    const typed = last.replace(/^[“"«(*_]+/, '')
    // “Steve Mallinson said”: that is the whole name.
    const isAlone = typed !== last || !/^\p{Lu}/u.test(next)
    if (isAlone && whole.test(typed)) take(typed, index)
  }
  return found
}

/** The surname of one of the people that was most likely meant, and not spelt so; nothing where it is, or is the name of somebody else. */
export function surnameMeant(typed: string, surnames: ReadonlySet<string>): string | undefined {
  if (surnames.has(typed)) return undefined
  const fold = folded(typed)
  for (const surname of surnames)
    if (fold === folded(surname) || fold.replace(' ', '') === folded(surname)) return surname
  for (const surname of surnames) if (isSlip(fold, folded(surname))) return surname
  return undefined
}

/** The shortest name, in letters, that is taken for the slip of another one: short names are near each other, but seldom in a letter that is doubled. */
const shortest = (typed: string, right: string): number => (single(typed) === single(right) ? 5 : 6)
const single = (name: string): string => name.replace(/(.)\1/gu, '$1')

/** A letter within the name: another one at its end may be that of a brother’s or a neighbour’s. */
const isSlip = (typed: string, right: string): boolean =>
  typed.charAt(0) === right.charAt(0) &&
  typed.at(-1) === right.at(-1) &&
  Math.min(typed.length, right.length) >= shortest(typed, right) &&
  editDistance(typed, right) === 1
