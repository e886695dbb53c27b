import Handlebars from 'handlebars'
import { escapeHtml } from '../markdown/escape.ts'
import { fill, type Locale } from '../press-room/locale.ts'
import { readBraces } from '../source/braces.ts'
import { diagnose, type Diagnostic, type Outcome } from '../source/diagnostic.ts'
import { lineStarts, type SourceText } from '../source/text.ts'
import { Marker, NeedsValue } from './marker.ts'
import { checkNames } from './names.ts'
import type { Shape, ViewOf } from './shape.ts'

export type Template<V = unknown> = (view: V, locale: Locale) => string

/** The templates of one format: its layouts and partials, parsed and checked once. */
export interface Templates {
  /** A template by its name in the format's folder, checked against what it is given. */
  compile<S extends Shape>(name: string, shape: S): Outcome<Template<ViewOf<S>>>
}

export interface TemplateOptions {
  /** Whether values are HTML-escaped; plain text and style sheets are not. */
  readonly escape: boolean
  /** The words that `{{t}}` may ask for. */
  readonly words: ReadonlySet<string>
}

/** What stands in for a template that cannot be read, so that nothing is said of those that include it. */
const nothing = Handlebars.parse('')

/**
 * Parses the templates of a folder of layouts: `email/release.mjml.hbs` is `release`, `html/page.css.hbs` is `page.css`, `html/partials/quote.hbs` is `quote`. Strict: a
 * name that does not exist is a fault of the template, found before any release is rendered.
 */
export function readTemplates(
  folder: string,
  layouts: ReadonlyMap<string, SourceText>,
  options: TemplateOptions,
): Outcome<Templates> {
  const diagnostics: Diagnostic[] = []
  const engine = Handlebars.create()
  const sources = new Map<string, SourceText>()
  const programs = new Map<string, hbs.AST.Program>()
  for (const [path, source] of layouts) {
    const name = nameOf(folder, path)
    if (name === undefined) continue
    sources.set(name, source)
    const program = readBraces(source.text, { verbatim: false })
    if ('message' in program) {
      const { message, hint, start, end } = program
      diagnostics.push(diagnose(source, [start, end], 'template-syntax', message, { hint }))
      programs.set(name, nothing)
    } else programs.set(name, program)
  }
  const toFunction = (program: hbs.AST.Program): HandlebarsTemplateDelegate =>
    engine.compile(prepared(program, options.escape), { strict: true, noEscape: true })
  for (const [name, program] of programs) engine.registerPartial(name, toFunction(program))
  const helpers = helpersOf(options.escape)
  for (const [name, helper] of Object.entries(helpers)) engine.registerHelper(name, helper)
  const known = { programs, helpers: Object.keys(helpers).filter((name) => name !== 'escape'), words: options.words }

  const compile = <S extends Shape>(name: string, shape: S): Outcome<Template<ViewOf<S>>> => {
    const program = programs.get(name)
    const source = sources.get(name)
    if (!program || !source) {
      const message = `Missing template ${folder}/${name}.hbs`
      return {
        diagnostics: source
          ? []
          : [diagnose({ file: `templates/${folder}/${name}.hbs` }, undefined, 'unknown-partial', message)],
      }
    }
    const faults = checkNames(name, shape, known).map(({ code, message, hint, partial, loc }) => {
      const file = sources.get(partial) ?? source
      const starts = lineStarts(file.text)
      const offset = ({ line, column }: { line: number; column: number }): number => (starts[line - 1] ?? 0) + column
      return diagnose(file, [offset(loc.start), offset(loc.end)], code, message, { hint })
    })
    if (faults.length > 0) return { diagnostics: faults }
    const template = toFunction(program)
    return { value: (view, locale) => template(view, { data: { locale } }), diagnostics: [] }
  }
  return { value: { compile }, diagnostics }
}

function nameOf(folder: string, path: string): string | undefined {
  return new RegExp(`^${folder}/(?:partials/)?([^/]+?)(?:\\.mjml)?\\.hbs$`).exec(path)?.[1]
}

interface HelperOptions {
  readonly hash: Readonly<Record<string, unknown>>
  readonly data: { readonly locale: Locale }
}

function helpersOf(escapes: boolean) {
  const escape = (value: unknown): string =>
    value instanceof Marker ? value.escaped : value === undefined || value === null ? '' : escapeHtml(String(value))
  return {
    /** Not for templates: every `{{x}}` of an HTML template becomes `{{{escape x}}}`, with the characters that HTML needs and no more. */
    escape,
    /** A word of the locale, with values for what it names in braces. */
    t: (name: string, { hash, data }: HelperOptions): string | Marker => {
      const pattern = data.locale.words[name] ?? ''
      const values = Object.entries(hash)
      if (!values.some(([, value]) => value instanceof Marker))
        return fill(pattern, Object.fromEntries(values.map(([key, value]) => [key, String(value)])))
      const escaped = fill(
        escapes ? escapeHtml(pattern) : pattern,
        Object.fromEntries(values.map(([key, value]) => [key, escape(value)])),
      )
      return new Marker(escaped, escaped)
    },
    /** Whether a value is one of the given ones. */
    is: (value: unknown, ...others: unknown[]): boolean => {
      if (value instanceof Marker) throw new NeedsValue()
      return others.slice(0, -1).includes(value)
    },
  }
}

/** The program with `{{x}}` turned into `{{{escape x}}}`, so that escaping is ours. Handlebars' own also escapes = and `. */
function prepared(program: hbs.AST.Program, escape: boolean): hbs.AST.Program {
  if (!escape) return program
  const visit = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(visit)
    if (typeof node !== 'object' || node === null) return node
    if ('type' in node && node.type === 'MustacheStatement' && 'escaped' in node && node.escaped === true)
      return escapedCall(node as hbs.AST.MustacheStatement)
    if (!('body' in node) && !('program' in node)) return node
    return Object.fromEntries(
      Object.entries(node).map(([key, value]) => [
        key,
        ['body', 'program', 'inverse'].includes(key) ? visit(value) : value,
      ]),
    )
  }
  return visit(program) as hbs.AST.Program
}

function escapedCall(node: hbs.AST.MustacheStatement): hbs.AST.MustacheStatement {
  const path = node.path as hbs.AST.PathExpression
  const isCall = node.params.length > 0 || (node.hash?.pairs.length ?? 0) > 0
  const inner = isCall ? { type: 'SubExpression', path, params: node.params, hash: node.hash, loc: node.loc } : path
  const escape = { type: 'PathExpression', data: false, depth: 0, parts: ['escape'], original: 'escape', loc: node.loc }
  return {
    ...node,
    escaped: false,
    path: escape as hbs.AST.PathExpression,
    params: [inner as hbs.AST.Expression],
    hash: undefined as unknown as hbs.AST.Hash,
  }
}
