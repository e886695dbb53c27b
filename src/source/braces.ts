import Handlebars from 'handlebars'

/** Why braces cannot be read, and where: Handlebars itself names at most a line, and that of its last hope. */
export interface BraceFault {
  readonly message: string
  readonly hint: string
  readonly start: number
  readonly end: number
}

/** Parses a text with Handlebars' braces in it. `verbatim` keeps white space as it was typed; layouts lose that of lines that are all tag. */
export function readBraces(text: string, { verbatim }: { readonly verbatim: boolean }): hbs.AST.Program | BraceFault {
  const deep = tooDeep(text)
  if (deep) return deep
  try {
    return verbatim ? Handlebars.parseWithoutProcessing(text) : Handlebars.parse(text)
  } catch {
    return firstFault(text)
  }
}

/** Deeper than any template nests, and not so deep that Handlebars, which copies its stack at each step, would take long. */
const maxDepth = 100

/** Where a block begins, goes on with `{{else if …}}` or ends, where any other tag begins or ends, and brackets. */
const steps = /(?<!\\)\{\{\{?~?(?:([#^])\s*[^\s}~]|(else)\s+\w|(\/)|)|\}\}|[()]/g

/** Where blocks, or brackets in a tag, stand inside each other too often. */
function tooDeep(text: string): BraceFault | undefined {
  /** How many levels each open block has: one, and one for each `{{else if …}}`. */
  const blocks: number[] = []
  let [levels, brackets, isTag] = [0, 0, false]
  for (const { 0: all, 1: opens, 2: goesOn, 3: closes, index } of text.matchAll(steps)) {
    if (all === '(' && isTag) brackets++
    else if (all === ')' && isTag) brackets--
    else if (all.length > 1) {
      isTag = all !== '}}'
      brackets = 0
      if (closes !== undefined) levels -= blocks.pop() ?? 0
      else if (opens !== undefined) levels += blocks.push(1) && 1
      else if (goesOn !== undefined && blocks.length > 0) levels += blocks.push((blocks.pop() ?? 0) + 1) && 1
    }
    if (levels <= maxDepth && brackets <= maxDepth) continue
    const hint = `nest no more than ${maxDepth} levels`
    return { message: 'Too deep nesting', hint, start: index, end: index + all.length }
  }
  return undefined
}

interface Open {
  readonly name: string
  readonly start: number
  readonly end: number
}

const tag = /\\?\{\{\{?(?:!--[\s\S]*?--|![^}]*|(?:[^{}]|\{(?!\{)|\}(?!\}))*)(\}\}\}?)?/g

/** Looks at one tag after the other for the first that cannot be read alone, and for blocks without their other half. */
function firstFault(text: string): BraceFault {
  const open: Open[] = []
  for (const match of text.matchAll(tag)) {
    const [all, closing] = match
    const [start, end] = [match.index, match.index + all.length]
    if (all.startsWith('\\')) continue
    if (closing === undefined) return unreadable(start, start + 2)
    const [, mark = '', name = ''] = /^\{\{\{?~?([#^/]?)\s*\*?>?\s*([^\s}~]*)/.exec(all) ?? []
    if (mark === '/') {
      const opened = open.pop()
      if (!opened)
        return { message: `Unopened block "${name}"`, hint: 'take it out, or open the block above', start, end }
      if (opened.name !== name) return unclosed(opened, `, closed as "${name}"`)
    } else if ((mark === '#' || mark === '^') && name !== '') {
      if (!canBeRead(`${all}{{/${name}}}`)) return unreadable(start, end)
      open.push({ name, start, end })
    } else if (mark === '' && !/^\{\{~?\s*else\b/.test(all) && !canBeRead(all))
      return closing === '}}}' && !all.startsWith('{{{') && canBeRead(all.slice(0, -1))
        ? { message: 'A brace too many', hint: 'put a blank or ; between }} and a } that follows', start, end }
        : unreadable(start, end)
  }
  const last = open.at(-1)
  return last ? unclosed(last, '') : unreadable(0, 1)
}

const unreadable = (start: number, end: number): BraceFault => {
  const hint = 'close every {{ with }}; write \\{{ for braces that are to be read'
  return { message: 'Braces that cannot be read', hint, start, end }
}

const unclosed = ({ name, start, end }: Open, how: string): BraceFault => ({
  message: `Unclosed block "${name}"${how}`,
  hint: `end it with {{/${name}}}`,
  start,
  end,
})

function canBeRead(text: string): boolean {
  try {
    Handlebars.parseWithoutProcessing(text)
    return true
  } catch {
    return false
  }
}
