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

/** Where a name may begin: only one of its words is wrong, so that one of its two longest is right. Short ones, such as `of`, are everywhere. */
function placesOf(text: string, words: readonly string[]): Set<number> {
  const places = new Set<number>()
  const byLength = [...words.entries()].sort(([, a], [, b]) => b.length - a.length)
  for (const [count, word] of byLength.slice(0, 2))
    for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
      const start = count === 0 ? at : wordsBefore(text, at, count)
      if (start !== undefined) places.add(start)
    }
  return places
}

/** Where the word begins that is so many words before a place; nothing where none of them ends there. */
function wordsBefore(text: string, at: number, count: number): number | undefined {
  let start = at
  for (let i = 0; i < count; i++) {
    if (text.charAt(start - 1).trim() !== '') return undefined
    const from = Math.max(0, start - longest - 5)
    const line = text.slice(from, start).trimEnd()
    start = from + Math.max(line.lastIndexOf(' '), line.lastIndexOf('\n')) + 1
    if (line === '' || from + line.length - start > longest) return undefined
  }
  return start
}

/** North and South, Eastern and Western are no slips, nor is a plural, nor a name in capitals. */
function isSlipOfWord(typed: string, right: string): boolean {
  const [x, y] = [folded(typed), folded(right)]
  if (x === y) return ![typed, right].some((word) => word === word.toUpperCase())
  if (x.charAt(0) !== y.charAt(0) || `${x}s` === y || `${y}s` === x || Math.min(x.length, y.length) < 4) return false
  return editDistance(x, y) <= (x.length > 7 ? 2 : 1)
}
