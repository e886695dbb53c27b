import { readBraces } from '../source/braces.ts'
import { diagnose, type Diagnostic } from '../source/diagnostic.ts'
import { didYouMean } from '../source/nearest.ts'
import { onceForKey } from '../source/once.ts'
import { lineStarts, type SourceText } from '../source/text.ts'
import { diagnosed, type Fault } from './fault.ts'

/** What an expression in a body may ask for. */
export interface Vocabulary {
  fact(name: string): { readonly value: string } | Fault
  boilerplate(id: string): { readonly source: SourceText; readonly bodyStart: number } | Fault
  readonly language: string
}

/** A text with its expressions filled in, and for each stretch of it where it came from. */
export interface Expanded {
  readonly text: string
  readonly origins: readonly Origin[]
  readonly diagnostics: readonly Diagnostic[]
}

interface Origin {
  /** Offset in the expanded text at which the stretch begins. */
  readonly at: number
  readonly source: SourceText
  /** Offset in the source; every character of the stretch that was not typed there points at this one. */
  readonly offset: number
  readonly typed: boolean
}

/** Where an offset of the expanded text stands in the files that people edit. */
export function originOf(
  { origins }: Expanded,
  offset: number,
): { readonly source: SourceText; readonly offset: number } | undefined {
  const origin = origins.findLast(({ at }) => at <= offset)
  return origin && { source: origin.source, offset: origin.typed ? origin.offset + offset - origin.at : origin.offset }
}

/**
 * Fills in what a body asks for: `{{fact "icc.warrants"}}` and `{{> about-the-icc}}`, the strict part of Handlebars that makes
 * sense in prose. Handlebars parses, so that what is an expression and what is escaped is as in templates; nothing else of it runs.
 */
export function expand(source: SourceText, start: number, end: number, vocabulary: Vocabulary): Expanded {
  const text = source.text.slice(start, end)
  if (!text.includes('{{')) return { text, origins: [{ at: 0, source, offset: start, typed: true }], diagnostics: [] }
  const expansion: Expansion = { text: '', origins: [], diagnostics: [], vocabulary, filled: 0 }
  fillIn(source, start, end, expansion, [])
  return expansion
}

interface Expansion {
  text: string
  readonly origins: Origin[]
  readonly diagnostics: Diagnostic[]
  readonly vocabulary: Vocabulary
  /** How many boilerplates have been filled in. */
  filled: number
}

/** More than anybody writes: boilerplates that have each other ten times over unfold to millions. */
const mostFilled = 1000

/** A boilerplate is parsed once, however many releases have it. */
const bracesOf = onceForKey((_source: SourceText, _start: number, text: string) => readBraces(text, { verbatim: true }))

function fillIn(source: SourceText, start: number, end: number, out: Expansion, within: readonly string[]): void {
  const text = source.text.slice(start, end)
  const program = bracesOf(source, start, text)
  if ('message' in program) {
    const { message, hint } = program
    out.diagnostics.push(
      diagnose(source, [start + program.start, start + program.end], 'template-syntax', message, { hint }),
    )
    return
  }
  let starts: readonly number[] | undefined
  const offsetOf = ({ line, column }: { line: number; column: number }): number => {
    starts ??= lineStarts(text)
    return start + (starts[line - 1] ?? 0) + column
  }
  for (const statement of program.body) {
    const [from, to] = [offsetOf(statement.loc.start), offsetOf(statement.loc.end)]
    const refuse = (fault: Fault): void => {
      out.diagnostics.push(...diagnosed(source, [from, to], fault))
    }
    const write = (value: string, typed: boolean): void => {
      out.origins.push({ at: out.text.length, source, offset: from, typed })
      out.text += value
    }
    if (isContent(statement)) write(statement.value, true)
    else if (isMustache(statement)) {
      const value = factValue(statement, out.vocabulary)
      if (typeof value === 'string') write(value, false)
      else refuse(value)
    } else if (isPartial(statement)) {
      const id = 'original' in statement.name ? String(statement.name.original) : ''
      if (within.includes(id)) {
        refuse({
          code: 'boilerplate-cycle',
          message: `The boilerplate "${id}" includes itself`,
          hint: 'take one of the two out',
        })
        continue
      }
      const found = out.vocabulary.boilerplate(id)
      if ('message' in found) refuse(found)
      else if (out.filled === mostFilled) {
        const hint = 'let boilerplates include each other less often'
        refuse({ code: 'boilerplate-cycle', message: `More than ${mostFilled} boilerplates in one text`, hint })
        out.filled++
      } else if (out.filled < mostFilled) {
        out.filled++
        const last = found.source.text.trimEnd().length
        fillIn(found.source, Math.min(skipBlank(found.source.text, found.bodyStart), last), last, out, [...within, id])
      }
    } else if (statement.type !== 'CommentStatement') {
      const hint = 'a body can have {{fact "name"}} and {{> boilerplate}}; conditions belong in templates'
      refuse({ code: 'template-syntax', message: 'Only facts and boilerplate can stand in a body', hint })
    }
  }
}

const skipBlank = (text: string, from: number): number => from + (/^\s*/.exec(text.slice(from))?.[0].length ?? 0)

const isContent = (node: hbs.AST.Statement): node is hbs.AST.ContentStatement => node.type === 'ContentStatement'
const isMustache = (node: hbs.AST.Statement): node is hbs.AST.MustacheStatement => node.type === 'MustacheStatement'
const isPartial = (node: hbs.AST.Statement): node is hbs.AST.PartialStatement => node.type === 'PartialStatement'

function factValue(statement: hbs.AST.MustacheStatement, vocabulary: Vocabulary): string | Fault {
  const helper = 'original' in statement.path ? String(statement.path.original) : ''
  if (helper !== 'fact') {
    const near = didYouMean(helper, ['fact'])
    const hint = near?.startsWith('did')
      ? near
      : 'a body can have {{fact "name"}} and {{> boilerplate}}; write \\{{ for braces that are to be read'
    return { code: 'unknown-helper', message: `Unknown expression "${helper}"`, hint }
  }
  const [name] = statement.params
  if (statement.params.length !== 1 || name?.type !== 'StringLiteral')
    return {
      code: 'template-syntax',
      message: 'A fact is asked for by one name',
      hint: 'write {{fact "name"}}, with the quotation marks',
    }
  const capital = statement.hash?.pairs.find(({ key }) => key === 'capital')
  const stray = statement.hash?.pairs.find(({ key }) => key !== 'capital')
  if (stray)
    return { code: 'template-syntax', message: `Unknown option "${stray.key}" of fact`, hint: 'known: capital=true' }
  const found = vocabulary.fact((name as hbs.AST.StringLiteral).value)
  if ('message' in found) return found
  const wanted = capital?.value.type === 'BooleanLiteral' && (capital.value as hbs.AST.BooleanLiteral).value
  return escapeMarkdown(wanted ? capitalized(found.value, vocabulary.language) : found.value)
}

const capitalized = (text: string, language: string): string => {
  const [first = ''] = text
  return first.toLocaleUpperCase(language) + text.slice(first.length)
}

/** A fact is a figure or a word, never markup. */
const escapeMarkdown = (text: string): string =>
  text.replace(/[\\`*_[\]<>|{}~#]/g, '\\$&').replace(/^([-+]|\d+[.)])(?=\s)/, '\\$1')
