import { matchesAt, matchesIn } from '../source/matches.ts'

/** A link or picture as it is typed, and the target that it leads to. */
export interface TypedLink {
  readonly start: number
  readonly end: number
  readonly target: string
}

/** The links and pictures of a stretch of Markdown, in the order in which they begin. */
export function* typedLinks(text: string): Generator<TypedLink> {
  const targets = new Set<number>()
  for (const match of matchesAt(text, linkBegins, linkOrPicture)) {
    const { 1: link, 2: bracketed, 3: bare = '', 4: auto = '', 5: address = '', index } = match
    if (link === undefined) {
      // The target of a link, in brackets of its own, is no second link.
      if (!targets.has(index)) yield { start: index, end: index + auto.length, target: address }
      continue
    }
    if (bracketed !== undefined) targets.add(index + link.lastIndexOf(`<${bracketed}>`))
    yield { start: index, end: index + link.length, target: bracketed ?? bare }
  }
}

/** The lines that say where `[text][name]` leads. */
export function* typedReferences(text: string): Generator<TypedLink> {
  for (const { 0: all, 1: name = '', 2: bracketed, 3: bare = '', index } of matchesIn(text, reference))
    yield { start: index + all.indexOf(name), end: index + all.length, target: bracketed ?? bare }
}

/** `[text](target)`, `![text](target)`, also inside each other, and `<target>`: a look ahead, so that the next may begin within. */
const linkOrPicture =
  /(?=((?:!|(?<!!))\[(?:[^[\]]|\[[^\]]{0,500}\]){0,1000}\]\(\s*(?:<([^<>\n]{0,2000})>|((?:[^\s()<>]|\([^\s()]*\)){0,2000}))(?:\s[^)]{0,1000})?\))|(<([a-z][a-z0-9+.-]{1,31}:[^\s<>]*)>))/iy
const linkBegins = /[![<]/g
const reference = /^ {0,3}(\[[^\]\n]+\]):[ \t]*(?:<([^<>\n]*)>|(\S*))/gm

/** The text with blanks where brackets are only text: in code, and behind a backslash. Every other character keeps its place. */
export function blankOutCode(text: string): string {
  if (!text.includes('`') && !text.includes('\\')) return text
  const ticks = matchesIn(text, /(?<!\\)`+/g).map(({ 0: { length }, index }) => ({ start: index, length }))
  const next = new Map<number, number>()
  const closing = ticks.map(() => -1)
  for (let i = ticks.length - 1; i >= 0; i--) {
    const length = ticks[i]?.length ?? 0
    closing[i] = next.get(length) ?? -1
    next.set(length, i)
  }
  let blanked = ''
  let at = 0
  for (let i = 0; i < ticks.length; i++) {
    const [open, close] = [ticks[i], ticks[closing[i] ?? -1]]
    if (!open || !close) continue
    const end = close.start + close.length
    blanked += text.slice(at, open.start) + ' '.repeat(end - open.start)
    at = end
    i = closing[i] ?? i
  }
  return (blanked + text.slice(at)).replace(/\\[[\]!]/g, '  ')
}

/**
 * The text with blanks where comments are; every other character keeps its place. Only as far as the last one that ends: for one that does not,
 * the whole text would be searched each time.
 */
export function blankOutComments(text: string): string {
  if (!text.includes('<!--')) return text
  const end = text.lastIndexOf('-->') + '-->'.length
  return text.slice(0, end).replace(/<!--[\s\S]*?-->/g, (all) => all.replace(/[^\n]/g, ' ')) + text.slice(end)
}

/** An address without the signs that the parser has put in for others. */
export function asTyped(href: string): string {
  try {
    return decodeURI(href)
  } catch {
    return href
  }
}
