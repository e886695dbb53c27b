import type { Code } from '../source/codes.ts'
import { didYouMean } from '../source/nearest.ts'
import type { Shape } from './shape.ts'

/** Says what is wrong, with the part of a statement that is, or with the whole of it. */
export type Report = (code: Code, message: string, hint?: string, at?: hbs.AST.Node) => void

/**
 * What is printed is text. In HTML, what the kit has rendered has three braces, since its tags would be read with two, and all else
 * has two, since with three what an author types would become HTML. Where nothing is escaped, the number of braces is `undefined`.
 */
export function checkPrinted(
  printed: hbs.AST.Expression,
  value: Shape | undefined,
  braces: 2 | 3 | undefined,
  report: Report,
): void {
  const name = nameOf(printed)
  if (value?.kind === 'object') report('invalid-use', `No text, "${name}"`, `use {{${firstIn(value, name)}}}`, printed)
  if (value?.kind === 'list') report('invalid-use', `No text, "${name}"`, `use {{#each ${name}}}`, printed)
  if (value?.kind === 'rendered' && braces === 2)
    report('wrong-braces', `HTML in two braces, "${name}"`, `write {{{${name}}}}; two show its tags`, printed)
  if ((value?.kind === 'text' || value?.kind === 'token') && braces === 3) {
    const right = name === 't' ? '{{t "contacts"}}' : `{{${name}}}`
    report('wrong-braces', `Text in three braces, "${name}"`, `write ${right}; three make HTML of it`, printed)
  }
}

/** A `{{t}}` asks for a word that there is, and gives it what it names in braces and nothing else. */
export function checkWord(
  call: hbs.AST.MustacheStatement | hbs.AST.SubExpression,
  words: ReadonlyMap<string, readonly string[]> | undefined,
  report: Report,
): void {
  if (!words) {
    const hint = 'write the word in a partial; a style sheet is one for all languages'
    return report('invalid-use', 'A word in a style sheet', hint, call)
  }
  const [first] = call.params
  if (first?.type !== 'StringLiteral')
    return report('template-syntax', 'A word that is not written out', 'write {{t "contacts"}}', first)
  const { value: word } = first as hbs.AST.StringLiteral
  if (call.params.length > 1) {
    const hint = 'write {{t "contacts"}}; what a word names in braces is given by name: location=location'
    return report('invalid-use', `Too many values for "t", ${call.params.length}, maximum 1`, hint, call)
  }
  const places = words.get(word)
  if (!places) {
    const hint = didYouMean(word, words.keys()) ?? 'words are in templates/locales/'
    return report('unknown-word', `Unknown word "${word}"`, hint, first)
  }
  const given = call.hash?.pairs ?? []
  const unknown = given.filter(({ key }) => !places.includes(key))
  for (const pair of unknown) {
    const hint = didYouMean(pair.key, places) ?? 'take it out'
    report('invalid-use', `Unknown place "${pair.key}" in the word "${word}"`, hint, pair)
  }
  const missing = places.find((place) => !given.some(({ key }) => key === place))
  if (missing !== undefined && unknown.length === 0) {
    const hint = `write {{t "${word}" ${places.map((place) => `${place}=…`).join(' ')}}}`
    report('invalid-use', `Missing "${missing}" for the word "${word}"`, hint, call)
  }
}

/** The first value in an object, which says whether there is anything: event.starts. */
export function firstIn(shape: Shape, name: string): string {
  const [first] = shape.kind === 'object' ? Object.entries(shape.fields) : []
  if (!first) return name
  return firstIn(first[1], name === 'this' || name === '.' ? first[0] : `${name}.${first[0]}`)
}

export const nameOf = (expression: hbs.AST.Expression | undefined): string =>
  expression && 'original' in expression ? String(expression.original) : ''
