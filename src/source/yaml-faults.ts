import { visit, type Document, type YAMLError } from 'yaml'
import { diagnose, type Diagnostic } from './diagnostic.ts'
import type { SourceText } from './text.ts'
import { bracketsIn, isInOpenBracket, missingBracket } from './yaml-brackets.ts'

/** A stretch of a file that was read as YAML, and where it begins there. */
export interface Stretch {
  readonly source: SourceText
  readonly start: number
  readonly slice: string
  readonly document: Document
}

/**
 * What YAML's own errors mean to somebody who is writing a release. Only the first of a line is told: the others follow from it. So
 * does what is said of each word after the one at which reading ended, and of the fields below a bracket that is not closed.
 */
export function syntaxFaults(stretch: Stretch): Diagnostic[] {
  const { document, slice } = stretch
  const errors = [...document.errors, ...document.warnings]
  const end = errors.find(isPastEnd)
  const brackets = errors.some(missingBracket) ? bracketsIn(document, slice) : []
  const found = new Map<number, Diagnostic>()
  for (const error of errors) {
    const { start } = lineAt(slice, error.pos[0])
    const follows = (error !== end && isPastEnd(error)) || isInOpenBracket(error, start, brackets)
    if (!follows && !found.has(start)) found.set(start, explain(stretch, error))
  }
  return [...found.values()]
}

/** How the parser speaks of each word after the one at which it gave up. */
const isPastEnd = ({ message }: YAMLError): boolean => /^Unexpected .* in YAML stream/.test(message)

const quoted = 'put the value in quotation marks'

/** How a value would have to be quoted, where it is short enough to be shown; one in single quotation marks that holds an apostrophe is shown in double ones. */
export function quoteHint(typed: string): string {
  const value = /^'.*[^']'[^'].*'$/.test(typed) ? typed.slice(1, -1) : typed
  if (value === '' || value.length > 80) return quoted
  if (!/["\\]/.test(value)) return `quote the value: "${value}"`
  return value.includes("'") ? quoted : `quote the value: '${value}'`
}

interface Line {
  readonly start: number
  readonly text: string
  /** What stands after `name: ` or `- `, and its offset in the slice. */
  readonly value: string
  readonly valueStart: number
}

function lineAt(slice: string, offset: number): Line {
  const start = slice.lastIndexOf('\n', offset - 1) + 1
  const end = slice.indexOf('\n', offset)
  const text = slice.slice(start, end === -1 ? slice.length : end).replace(/\r$/, '')
  const [, before = '', value = ''] = /^([\s-]*(?:"[^"]*"|'[^']*'|[^\s:"']+):\s+|\s*-\s+)(.*?)\s*$/.exec(text) ?? []
  return { start, text, value, valueStart: start + before.length }
}

type Told = readonly [span: readonly [number, number], code: Diagnostic['code'], message: string, hint: string]

function explain(stretch: Stretch, error: YAMLError): Diagnostic {
  const { source, start, slice } = stretch
  const line = lineAt(slice, error.pos[0])
  const [[from, to], code, message, hint] = told(stretch, error, line) ?? [
    [error.pos[0], Math.max(error.pos[1], error.pos[0] + 1)] as const,
    'yaml-syntax' as const,
    `YAML that cannot be read: ${error.message.split('\n', 1)[0]?.replace(/\.+$/, '') ?? ''}`,
    'write each field as `name: value` on a line of its own; quote values that hold : # or quotation marks',
  ]
  return diagnose(source, [start + from, start + to], code, message, { hint })
}

function told(stretch: Stretch, error: YAMLError, line: Line): Told | undefined {
  const [from, to] = error.pos
  const said = error.message
  switch (error.code) {
    case 'DUPLICATE_KEY': {
      const [key = ''] = /^(?:"[^"]*"|'[^']*'|[^\s:]+)/.exec(stretch.slice.slice(from)) ?? []
      const name = key.replace(/^["']|["']$/g, '')
      return [[from, from + key.length], 'duplicate-key', `Duplicate key "${name}"`, 'keep one of the two']
    }
    case 'TAB_AS_INDENT':
      return [[from, from + 1], 'yaml-tab', 'Tab at the start of a line', 'indent with spaces']
    case 'BAD_DQ_ESCAPE': {
      const escape = stretch.slice.slice(from, to + 1)
      return [[from, to + 1], 'yaml-syntax', `Unknown escape "${escape}"`, 'use single quotation marks, or write \\\\']
    }
    case 'MULTIPLE_DOCS':
      return [[from, to], 'yaml-syntax', 'A second document, which is not read', 'take the line of --- or ... out']
    case 'BLOCK_AS_IMPLICIT_KEY':
      return /:\s/.test(`${line.value} `)
        ? [
            [from, from + line.value.length],
            'yaml-syntax',
            'Colon and space in an unquoted value',
            quoteHint(line.value),
          ]
        : wrongIndent(lineAt(stretch.slice, line.start + line.text.length + 2))
    default:
      return (
        badStart(line, error) ??
        flowFault(stretch, error) ??
        (/closing .quote|end with a/.test(said) ? unclosed(stretch, error) : keyFault(line, said))
      )
  }
}

const wrongIndent = ({ start, text }: Line): Told => {
  const hint = 'begin each field where the one above it begins'
  const at = start + (/^\s*/.exec(text)?.[0].length ?? 0)
  return [[at, at + 1], 'yaml-syntax', 'Wrong indentation', hint]
}

/** A value whose first character has a meaning in YAML, or that goes on after its closing quotation mark or bracket. */
function badStart({ value, valueStart: at, text }: Line, { pos: [from], message: said }: YAMLError): Told | undefined {
  if (text.startsWith('%'))
    return [[from, from + 1], 'yaml-syntax', 'A line cannot begin with "%"', 'put the name in quotation marks']
  if (/^[*&!|>%@`?\]},]|^-\s/.test(value)) {
    const message = `A value cannot begin with "${value.charAt(0)}"`
    return [[at, at + value.length], 'yaml-syntax', message, quoteHint(value)]
  }
  if (!said.includes('at node end')) return undefined
  if (/^["'[{]/.test(value) && from > at) {
    const what = /^["']/.test(value) ? 'quotation mark' : 'bracket'
    return [[from, at + value.length], 'yaml-syntax', `Text after the closing ${what}`, quoteHint(value)]
  }
  return undefined
}

/** Commas and brackets of `[a, b]` and `{ a: b }` that do not add up. */
function flowFault({ slice }: Stretch, { code, message: said, pos: [from] }: YAMLError): Told | undefined {
  const one = [from, from + 1] as const
  if (code === 'BLOCK_IN_FLOW')
    return [
      one,
      'yaml-syntax',
      'Two colons without a comma between them',
      'put a comma between the fields, or quote the value that holds a colon',
    ]
  if (said.startsWith('Unexpected , in flow'))
    return [one, 'yaml-syntax', 'A comma too many', 'take it out, or write what is missing before it']
  if (said.startsWith('Missing , '))
    return [one, 'yaml-syntax', 'Missing comma before this', 'put a comma between the two, or quote them as one']
  if (/^Unexpected flow-(?:seq|map)-end/.test(said))
    return [one, 'yaml-syntax', `Unopened bracket "${slice.charAt(from)}"`, 'take it out, or quote the value']
  return undefined
}

/** Quotation marks and brackets without their other half, at the half that is there. */
function unclosed({ document, slice }: Stretch, error: YAMLError): Told {
  const [at] = error.pos
  const missing = missingBracket(error)
  let opening = at
  if (missing === undefined)
    visit(document, {
      Scalar(_, { type, range }) {
        if (type?.startsWith('QUOTE') && range && range[0] < at) opening = range[0]
      },
    })
  else opening = bracketsIn(document, slice).find(({ close, to }) => close === missing && to === at)?.from ?? at
  const [what, hint] =
    missing === undefined
      ? ['Unclosed quotation mark', 'put the other one at the end of the value']
      : [`Missing "${missing}"`, 'close the bracket that begins here']
  return [[opening, opening + 1], 'yaml-syntax', what, hint]
}

/** A line that was meant as a field and is none. */
function keyFault(line: Line, said: string): Told | undefined {
  const { start, text } = line
  if (said.includes('at node end') || said.includes('same column')) return wrongIndent(line)
  if (!said.startsWith('Implicit')) return undefined
  const [, indent = '', word = ''] = /^(\s*(?:-\s+(?=[^\s:]+:(?!\/\/)\S))?)(\S*)/.exec(text) ?? []
  const from = start + indent.length
  if (/^[^:]+:$/.test(word) && /^[^\S \t]/.test(text.slice(indent.length + word.length))) {
    const hint = 'it came along with copied text; type a plain one in its place'
    const to = from + word.length
    return [[to, to + 1], 'yaml-syntax', `A space after "${word}" that is none in YAML`, hint]
  }
  const glued = /^[^\s:]+:(?=\S)/.exec(word)?.[0].length
  if (glued !== undefined)
    return [[from, from + glued], 'yaml-syntax', `Missing space after "${word.slice(0, glued)}"`, 'write `name: value`']
  if (word === '-')
    return [[from, from + 1], 'yaml-syntax', 'A list without a field', 'put it below its field, as in `tags:`']
  const name = word.replace(/^["']|["']$/g, '')
  return [[from, from + word.length], 'yaml-syntax', `Missing colon after "${name}"`, 'write `name: value`']
}
