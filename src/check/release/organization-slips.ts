import { editDistance } from '../../source/nearest.ts'
import { folded } from './people.ts'
import type { CheckedRelease } from './rule.ts'

/** Where the organization's name, of two words or more, stands with a letter or two of one word wrong. */
export function* organizationSlips(
  { prose }: CheckedRelease,
  name: string,
): Generator<readonly [number, number, string]> {
  const words = name.split(/\s+/)
  if (words.length < 2) return
  for (const start of placesOf(prose.text, words)) {
    if (start < prose.bodyStart) continue
    const whole = formOf(name, words)
    whole.lastIndex = start
    const typed = whole.exec(prose.text)?.[0]
    if (typed === undefined || typed === name) continue
    // Without the elision of French and the genitive of English: L’Observatoire, the Trust’s.
    const parts = typed.replace(/^(?:[ldLD]|[Qq]u)[’']|[’']s?$/gu, '').split(/\s+/)
    const differing = parts.flatMap((word, i) => (word === words[i] ? [] : ([[word, words[i] ?? '']] as const)))
    const [pair] = differing
    if (pair && differing.length === 1 && isSlipOfWord(...pair)) yield [start, start + typed.length, typed]
  }
}

const forms = new Map<string, RegExp>()

/** As many words, with capitals where the name has them. A press room has few names: each is made a pattern once. */
function formOf(name: string, words: readonly string[]): RegExp {
  const known = forms.get(name)
  if (known) return known
  const like = words.map((word) =>
    /^\p{Lu}/u.test(word) ? "\\p{Lu}[\\p{L}\\p{M}’'-]*" : word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'),
  )
  const form = new RegExp(`${like.join('\\s+')}(?!\\p{L})`, 'uy')
  if (forms.size > 100) forms.clear()
  forms.set(name, form)
  return form
}

/** No first word of a name is longer, in characters. */
const longest = 40

/** Where a name may begin: only one of its words is wrong, so that the first or the second is right. */
function placesOf(text: string, [first = '', second = '']: readonly string[]): Set<number> {
  const places = new Set<number>()
  for (let at = text.indexOf(first); at !== -1; at = text.indexOf(first, at + 1)) places.add(at)
  for (let at = text.indexOf(second); at !== -1; at = text.indexOf(second, at + 1)) {
    if (text.charAt(at - 1).trim() !== '') continue
    const end = text.slice(Math.max(0, at - 5), at).trimEnd().length + Math.max(0, at - 5)
    const from = Math.max(0, end - longest - 1)
    const line = text.slice(from, end)
    const start = from + Math.max(line.lastIndexOf(' '), line.lastIndexOf('\n')) + 1
    if (start < end && end - start <= longest) places.add(start)
  }
  return places
}

/** North and South, Eastern and Western are no slips, nor is a plural. */
function isSlipOfWord(typed: string, right: string): boolean {
  const [x, y] = [folded(typed), folded(right)]
  if (x === y) return typed.toLowerCase() !== right.toLowerCase()
  if (x.charAt(0) !== y.charAt(0) || `${x}s` === y || `${y}s` === x || Math.min(x.length, y.length) < 4) return false
  return editDistance(x, y) <= (x.length > 7 ? 2 : 1)
}
