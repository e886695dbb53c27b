import { editDistance } from '../../source/nearest.ts'
import { folded } from './people.ts'

/** Whether two whole names are most likely one: one word the same, and the other a letter or two apart; or the same but for the marks on letters. */
export function isNameSlip(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 2) return false
  if (folded(one) === folded(other)) return true
  const [a, b] = [one.split(' '), other.split(' ')]
  if (a.length !== b.length) return false
  const differing = a.flatMap((word, i) => (word === b[i] ? [] : ([[word, b[i] ?? '']] as const)))
  const [pair] = differing
  if (!pair || differing.length !== 1) return false
  const [x, y] = [folded(pair[0]), folded(pair[1])]
  // South Africa and South African, Austria and Austrian: the place and who is from there.
  if (`${x}n` === y || `${y}n` === x || `${x}an` === y || `${y}an` === x) return false
  const isFirst = a[0] === pair[0]
  if (Math.min(x.length, y.length) < (isFirst ? 3 : 4) || `${x}s` === y || `${y}s` === x) return false
  // Maria and Mario, Jon and Jan are two people; a letter more or less, within the name, is a slip.
  return isFirst
    ? sound(x) === sound(y) || (x.length !== y.length && x.at(-1) === y.at(-1) && editDistance(x, y) === 1)
    : editDistance(x, y) <= (x.length > 6 ? 2 : 1)
}

/** First names that sound alike, such as Catherine and Katherine, Stephen and Steven, Sara and Sarah. */
const sound = (name: string): string =>
  name
    .replace(/ph/g, 'v')
    .replace(/ch|ck|q|c(?![eiy])/g, 'k')
    .replace(/c|z/g, 's')
    .replaceAll('y', 'i')
    .replaceAll('h', '')
    .replace(/(.)\1/g, '$1')
