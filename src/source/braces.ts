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
  try {
    return verbatim ? Handlebars.parseWithoutProcessing(text) : Handlebars.parse(text)
  } catch {
    return firstFault(text)
  }
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
    } else if (mark === '' && !/^\{\{~?\s*else\b/.test(all) && !canBeRead(all)) return unreadable(start, end)
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
