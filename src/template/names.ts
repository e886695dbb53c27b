import type { Code } from '../source/codes.ts'
import { didYouMean } from '../source/nearest.ts'
import { flag, number, text, type Shape } from './shape.ts'
import { checkPrinted, checkWord, firstIn, nameOf, type Report } from './uses.ts'

/** A name in a template that nothing stands behind, or that is used as it cannot be. */
export interface NameFault {
  readonly code: Code
  readonly message: string
  readonly hint: string | undefined
  readonly partial: string
  readonly loc: hbs.AST.SourceLocation
  /** The calls that led to the partial, from the entry on. */
  readonly calls: readonly Call[]
}

export interface NamesFound {
  readonly faults: readonly NameFault[]
  /** What the template and its partials ask for of what they are given. */
  readonly asked: ReadonlySet<Shape>
}

/** Where a partial is called: the template that does, and the name in it. */
interface Call {
  readonly partial: string
  readonly loc: hbs.AST.SourceLocation
}

export interface Known {
  /** The parsed partials, by name; the entry is among them. */
  readonly programs: ReadonlyMap<string, hbs.AST.Program>
  readonly helpers: readonly string[]
  /** The words that `{{t}}` may ask for, each with the places that it has in braces; nothing where a template is one for all languages. */
  readonly words: ReadonlyMap<string, readonly string[]> | undefined
  /** Whether values are HTML-escaped, so that the number of braces counts. */
  readonly escapes: boolean
}

/** The blocks, and how they are written. */
const blocks: Readonly<Record<string, string>> = {
  if: '{{#if title}}',
  unless: '{{#unless title}}',
  each: '{{#each contactGroups}}',
  with: '{{#with event}}',
}
const dataNames = ['root', 'index', 'key', 'first', 'last']

interface Scope {
  readonly shape: Shape | undefined
  readonly parent: Scope | undefined
  readonly locals: Readonly<Record<string, Shape | undefined>>
  /** Whether an {{#each}} is around it, which may be that of a template above. */
  readonly counted: boolean
}

/**
 * Follows every path of a template from what it is given: each variable, helper, partial and word must exist. Handlebars itself,
 * even when strict, finds them only when a release happens to come by, and lets `{{#if typo}}` through for ever.
 */
export function checkNames(entry: string, shape: Shape, known: Known): NamesFound {
  const faults: NameFault[] = []
  const asked = new Set<Shape>()
  const seen = new Map<string, Set<Shape | undefined>>()
  const within: string[] = []
  const calls: Call[] = []
  const bracesOf = (escaped: boolean) => (!known.escapes ? undefined : escaped ? 2 : 3)

  const visitPartial = (name: string, scope: Scope): void => {
    const program = known.programs.get(name)
    const key = `${name} ${scope.counted}`
    const shapes = seen.get(key) ?? new Set()
    if (!program || shapes.has(scope.shape)) return
    seen.set(key, shapes.add(scope.shape))
    within.push(name)
    visitProgram(name, program, scope)
    within.pop()
  }

  const visitProgram = (file: string, program: hbs.AST.Program | undefined, scope: Scope): void => {
    for (const statement of program?.body ?? []) visitStatement(file, statement, scope)
  }

  const visitStatement = (file: string, statement: hbs.AST.Statement, scope: Scope): void => {
    const report: Report = (code, message, hint, { loc } = statement) => {
      faults.push({ code, message, hint, partial: file, loc, calls: [...calls] })
    }
    switch (statement.type) {
      case 'MustacheStatement': {
        const call = statement as hbs.AST.MustacheStatement
        checkPrinted(call.path, visitCall(file, call, scope, report), bracesOf(call.escaped), report)
        break
      }
      case 'BlockStatement':
        visitBlock(file, statement as hbs.AST.BlockStatement, scope, report)
        break
      case 'PartialStatement': {
        const { name, params, hash } = statement as hbs.AST.PartialStatement
        if (name.type !== 'PathExpression')
          return report('template-syntax', 'A partial whose name is not written out', 'write {{> headline}}', name)
        const id = String((name as hbs.AST.PathExpression).original)
        if (!known.programs.has(id))
          return report('unknown-partial', `Unknown partial "${id}"`, didYouMean(id, known.programs.keys()), name)
        // Nothing that a template is given holds itself, so that this would never end.
        if (within.includes(id))
          return report('template-syntax', `The partial "${id}" includes itself`, 'take one of the two out', name)
        if (params.length > 1) {
          const hint = `write {{> ${id} ${nameOf(params[0])}}}, and what else it needs by name: place=location`
          return report('invalid-use', `Too many values for "${id}", ${params.length}, maximum 1`, hint)
        }
        const [context] = params
        const own = context ? shapeOf(file, context, scope, report) : scope.shape
        const extra = hash?.pairs ?? []
        const passed = extra.map(({ key, value }) => [key, shapeOf(file, value, scope, report)] as const)
        const shape = own && extra.length > 0 ? withFields(own, passed) : own
        calls.push({ partial: file, loc: name.loc })
        visitPartial(id, { shape, parent: undefined, locals: {}, counted: scope.counted })
        calls.pop()
        break
      }
      case 'PartialBlockStatement':
      case 'Decorator':
      case 'DecoratorBlock':
        report('template-syntax', 'Inline partials and decorators are not read', 'make a file in partials/ of it')
        break
      default:
        break
    }
  }

  type HelperCall = hbs.AST.MustacheStatement | hbs.AST.SubExpression

  const visitCall = (file: string, call: HelperCall, scope: Scope, report: Report): Shape | undefined => {
    const path = call.path as hbs.AST.PathExpression
    const name = String(path.original)
    if (call.path.type !== 'PathExpression') {
      report('template-syntax', 'Braces around what is not a name', 'take the braces away', call.path)
      return undefined
    }
    const isCall = call.params.length > 0 || (call.hash?.pairs.length ?? 0) > 0 || call.type === 'SubExpression'
    if (!isCall && !known.helpers.includes(name)) return shapeOf(file, path, scope, report)
    if (!known.helpers.includes(name))
      report('unknown-helper', `Unknown helper "${name}"`, didYouMean(name, known.helpers), path)
    for (const param of call.params) shapeOf(file, param, scope, report)
    const values = (call.hash?.pairs ?? []).map((pair) => ({ pair, shape: shapeOf(file, pair.value, scope, report) }))
    if (name === 't') {
      checkWord(call, known.words, report)
      for (const { pair, shape } of values) checkPrinted(pair.value, shape, bracesOf(true), report)
      return text('')
    }
    if (name !== 'is') return undefined
    if (call.params.length < 2) {
      const hint = 'write (is kind "statement" "joint")'
      report('invalid-use', `Too few values for "is", ${call.params.length}, minimum 2`, hint, call)
    }
    return flag('')
  }

  const visitBlock = (file: string, block: hbs.AST.BlockStatement, scope: Scope, report: Report): void => {
    const name = String((block.path as hbs.AST.PathExpression).original)
    const written = Object.hasOwn(blocks, name) ? blocks[name] : undefined
    if (written === undefined) {
      const near = didYouMean(name, Object.keys(blocks))
      report('unknown-helper', `Unknown block "${name}"`, near, block.path)
      return
    }
    const { length } = block.params
    if (length === 0) report('invalid-use', `Too few values for "${name}", 0, minimum 1`, `write ${written}`)
    if (length > 1) report('invalid-use', `Too many values for "${name}", ${length}, maximum 1`, `write ${written}`)
    const [param] = block.params
    const given = param ? shapeOf(file, param, scope, report) : undefined
    if (name === 'each' && given && given.kind !== 'list')
      report('unknown-variable', `No list, "${nameOf(param)}"`, 'use {{#if}} or {{#with}}', param)
    if ((name === 'if' || name === 'unless') && given?.kind === 'object') {
      const hint = `use {{#${name} ${firstIn(given, nameOf(param))}}}`
      report('invalid-use', `Always there, "${nameOf(param)}"`, hint, param)
    }
    const inner =
      name === 'each' ? (given?.kind === 'list' ? given.of : undefined) : name === 'with' ? given : scope.shape
    const enters = name === 'each' || name === 'with'
    const local = name === 'each' ? [inner, number('')] : [inner]
    const named = (block.program?.blockParams ?? []).slice(0, local.length).map((key, i) => [key, local[i]] as const)
    const locals = { ...scope.locals, ...Object.fromEntries(named) }
    const counted = scope.counted || name === 'each'
    visitProgram(file, block.program, enters ? { shape: inner, parent: scope, locals, counted } : scope)
    visitProgram(file, block.inverse, scope)
  }

  const shapeOf = (file: string, expression: hbs.AST.Expression, scope: Scope, report: Report): Shape | undefined => {
    if (expression.type === 'SubExpression') return visitCall(file, expression as hbs.AST.SubExpression, scope, report)
    if (expression.type !== 'PathExpression') return undefined
    const path = expression as hbs.AST.PathExpression
    if (path.data) {
      const [name = ''] = path.parts
      if (!dataNames.includes(name))
        report('unknown-variable', `Unknown variable "@${name}"`, didYouMean(name, dataNames), path)
      else if (name !== 'root' && !scope.counted)
        report('unknown-variable', `Unknown variable "@${name}" outside of a list`, 'use it inside {{#each}}', path)
      return name === 'root' ? follow(path, path.parts.slice(1), shape, report) : undefined
    }
    let from: Scope | undefined = scope
    for (let i = 0; i < path.depth; i++) from = from?.parent
    if (!from) {
      report(
        'unknown-variable',
        `Unknown variable "${path.original}"`,
        'go up no further than the template goes down',
        path,
      )
      return undefined
    }
    const [head] = path.parts
    const isLocal = path.depth === 0 && !/^(?:\.|this\b)/.test(path.original)
    if (head !== undefined && isLocal && Object.hasOwn(scope.locals, head))
      return follow(path, path.parts.slice(1), scope.locals[head], report)
    return follow(path, path.parts, from.shape, report)
  }

  const follow = (
    path: hbs.AST.PathExpression,
    parts: readonly string[],
    start: Shape | undefined,
    report: Report,
  ): Shape | undefined => {
    let at = start
    for (const part of parts) {
      if (at === undefined) return undefined
      if (at.kind === 'list' && part === 'length') return { kind: 'number', about: '' }
      const next: Shape | undefined =
        at.kind === 'object' && Object.hasOwn(at.fields, part) ? at.fields[part] : undefined
      if (next === undefined) {
        const names = at.kind === 'object' ? Object.keys(at.fields) : []
        report('unknown-variable', `Unknown variable "${path.original}"`, didYouMean(part, names), path)
        return undefined
      }
      at = next
      asked.add(at)
    }
    return at
  }

  visitPartial(entry, { shape, parent: undefined, locals: {}, counted: false })
  return { faults, asked }
}

/** What a layout says itself, such as a class name, it may print with as many braces as it likes. */
const ownWords = number('')

/** Of what is no object itself only what is given by name is left: Handlebars makes an object of it. */
const withFields = (shape: Shape, extra: readonly (readonly [string, Shape | undefined])[]): Shape => ({
  kind: 'object',
  about: shape.about,
  fields: {
    ...(shape.kind === 'object' && shape.fields),
    ...Object.fromEntries(extra.map(([key, value]) => [key, value ?? ownWords])),
  },
})
