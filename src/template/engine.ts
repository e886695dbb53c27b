import Handlebars from 'handlebars'
import { createHash } from 'node:crypto'
import { escapeHtml } from '../markdown/escape.ts'
import { fill, type Locale } from '../press-room/locale.ts'
import { readBraces } from '../source/braces.ts'
import { diagnose, type Diagnostic, type Outcome } from '../source/diagnostic.ts'
import { lineStarts, type SourceText } from '../source/text.ts'
import type { LayoutCache } from './cache.ts'
import { Marker, NeedsValue } from './marker.ts'
import { checkNames, type Known } from './names.ts'
import type { Shape, ViewOf } from './shape.ts'

export type Template<V = unknown> = (view: V, locale: Locale) => string

/** The templates of one format: its layouts and partials, parsed and checked once. */
export interface Templates {
  /** A template by its name in the format's folder, checked against what it is given. */
  compile<S extends Shape>(name: string, shape: S): Outcome<Template<ViewOf<S>>>
  /** Whether a template that compiled, or a partial of it, asks anywhere for a value that it is given, by its name. */
  asks(name: string, shape: Extract<Shape, { kind: 'object' }>, value: string): boolean
  /** Says what all of them were made from. */
  readonly digest: string
}

export interface TemplateOptions {
  /** Whether values are HTML-escaped; plain text and style sheets are not. */
  readonly escape: boolean
  /** The words that `{{t}}` may ask for, each with the places that it has in braces. */
  readonly words: ReadonlyMap<string, readonly string[]>
  readonly cache: LayoutCache
}

/** What stands in for a template that cannot be read, so that nothing is said of those that include it. */
const nothing = Handlebars.parse('')

/** Raised when a check finds more than before, so that what was found good is looked at again. */
const checkVersion = 6

/**
 * The templates of a folder of layouts: `email/release.mjml.hbs` is `release`, `html/page.css.hbs` is `page.css`,
 * `html/partials/quote.hbs` is `quote`. Strict: a name that does not exist is a fault of the template, found before any release is
 * rendered. Templates that were found good before are neither parsed nor checked until one of them is needed.
 */
export function readTemplates(
  folder: string,
  layouts: ReadonlyMap<string, SourceText>,
  { escape, words, cache }: TemplateOptions,
): Templates {
  const sources = new Map<string, SourceText>()
  for (const [path, source] of layouts) {
    const name = nameOf(folder, path)
    if (name !== undefined) sources.set(name, source)
  }
  const everything = [...sources].map(([name, { text }]) => `${name}\n${text}`).join('\n')
  const digest = createHash('sha256')
    .update(`${checkVersion} ${escape} ${JSON.stringify([...words])}\n${everything}`)
    .digest('hex')
  let opened: Opened | undefined
  const told = new Set<Diagnostic>()
  const open = (): Opened => (opened ??= openTemplates(sources, escape))

  const compile = <S extends Shape>(name: string, shape: S): Outcome<Template<ViewOf<S>>> => {
    if (!sources.has(name)) {
      const file = `templates/${folder}/${name}.hbs`
      return {
        diagnostics: [diagnose({ file }, undefined, 'unknown-partial', `Missing template ${folder}/${name}.hbs`)],
      }
    }
    const key = `checked ${digest} ${name}\n${JSON.stringify(shape)}`
    if (cache.get(key) !== 'good') {
      const unreadable = open().faults.filter((fault) => !told.has(fault))
      for (const fault of unreadable) told.add(fault)
      // A style sheet is no HTML, and is made once for the releases of all languages.
      const given = name.endsWith('.css') ? { words: undefined, escapes: false } : { words, escapes: escape }
      const faults = [...unreadable, ...nameFaults(name, shape, open(), given)]
      if (faults.length > 0) return { diagnostics: faults }
      if (open().faults.length === 0) cache.set(key, 'good')
    }
    const value: Template<ViewOf<S>> = (view, locale) => open().template(name)(view, { data: { locale } })
    return { value, diagnostics: [] }
  }
  const asks: Templates['asks'] = (name, shape, value) => {
    const key = `asks ${digest} ${name} ${value}\n${JSON.stringify(shape)}`
    const known = cache.get(key)
    if (known !== undefined) return known === 'yes'
    const { programs, helpers } = open()
    const { asked } = checkNames(name, shape, { programs, helpers, words, escapes: escape })
    const field = shape.fields[value]
    const isAsked = field !== undefined && asked.has(field)
    cache.set(key, isAsked ? 'yes' : 'no')
    return isAsked
  }
  return { compile, asks, digest }
}

/** Templates, parsed, in an engine of their own. */
interface Opened {
  readonly sources: ReadonlyMap<string, SourceText>
  readonly programs: ReadonlyMap<string, hbs.AST.Program>
  readonly helpers: readonly string[]
  readonly faults: readonly Diagnostic[]
  template(name: string): HandlebarsTemplateDelegate
}

function openTemplates(sources: ReadonlyMap<string, SourceText>, escape: boolean): Opened {
  const faults: Diagnostic[] = []
  const engine = Handlebars.create()
  const programs = new Map<string, hbs.AST.Program>()
  const templates = new Map<string, HandlebarsTemplateDelegate>()
  for (const [name, source] of sources) {
    const program = readBraces(source.text, { verbatim: false })
    if ('body' in program) dropByteOrderMark(program)
    if ('message' in program) {
      const { message, hint, start, end } = program
      faults.push(diagnose(source, [start, end], 'template-syntax', message, { hint }))
    }
    programs.set(name, 'message' in program ? nothing : program)
  }
  for (const [name, program] of programs) {
    const template = engine.compile(prepared(program, escape), { strict: true, noEscape: true })
    templates.set(name, template)
    engine.registerPartial(name, template)
  }
  const helpers = helpersOf(escape)
  for (const [name, helper] of Object.entries(helpers)) engine.registerHelper(name, helper)
  return {
    sources,
    programs,
    helpers: Object.keys(helpers).filter((name) => name !== 'escape'),
    faults,
    template: (name) => templates.get(name) ?? (() => ''),
  }
}

/** The mark is part of the file, where places are counted, and no part of what is handed out. */
function dropByteOrderMark({ body: [first] }: hbs.AST.Program): void {
  if (first?.type === 'ContentStatement' && 'value' in first) first.value = String(first.value).replace(/^\uFEFF/, '')
}

function nameFaults(
  name: string,
  shape: Shape,
  { sources, programs, helpers }: Opened,
  given: Pick<Known, 'words' | 'escapes'>,
): Diagnostic[] {
  const at = (
    partial: string,
    { start, end }: hbs.AST.SourceLocation,
  ): { file: SourceText; span: [number, number] }[] => {
    const file = sources.get(partial)
    if (!file) return []
    const starts = lineStarts(file.text)
    const offset = ({ line, column }: { line: number; column: number }): number => (starts[line - 1] ?? 0) + column
    return [{ file, span: [offset(start), offset(end)] }]
  }
  const isOwn = ({ partial }: { partial: string }): boolean =>
    sources.get(partial)?.file.startsWith('pressmark/') === false
  const told = new Set<unknown>()
  return checkNames(name, shape, { programs, helpers, ...given }).faults.flatMap((fault) => {
    const { code, message, hint, partial, loc, calls } = fault
    // The kit's own partials are sound: one that misses something was called where it is not.
    const call = isOwn(fault) ? undefined : calls.findLast(isOwn)
    if (!call) return at(partial, loc).map(({ file, span }) => diagnose(file, span, code, message, { hint }))
    if (told.has(call.loc)) return []
    told.add(call.loc)
    const said = `${message} in the partial "${partial}", which is not given it here`
    const needs = `what it needs stands in the first line of node_modules/${sources.get(partial)?.file}`
    return at(call.partial, call.loc).map(({ file, span }) => diagnose(file, span, code, said, { hint: needs }))
  })
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

/**
 * The program with `{{x}}` turned into `{{{escape x}}}`, so that escaping is ours: Handlebars' own also escapes = and `. Its lines
 * end as those of a release do, whatever the editor, and a partial that stands indented prints what it would elsewhere:
 * Handlebars would indent all its lines, also those of a `<pre>`.
 */
function prepared(program: hbs.AST.Program, escape: boolean): hbs.AST.Program {
  const visit = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(visit)
    if (typeof node !== 'object' || node === null) return node
    if ('type' in node && node.type === 'ContentStatement' && 'value' in node)
      return { ...node, value: String(node.value).replace(/\r\n?/g, '\n') }
    if ('type' in node && node.type === 'PartialStatement') return { ...node, indent: '' }
    if (escape && 'type' in node && node.type === 'MustacheStatement' && 'escaped' in node && node.escaped === true)
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
