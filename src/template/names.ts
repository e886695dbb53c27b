import type { Code } from '../source/codes.ts'
import { didYouMean } from '../source/nearest.ts'
import type { Shape } from './shape.ts'

/** A name in a template that nothing stands behind. */
export interface NameFault {
  readonly code: Code
  readonly message: string
  readonly hint: string | undefined
  readonly partial: string
  readonly loc: hbs.AST.SourceLocation
}

export interface Known {
  /** The parsed partials, by name; the entry is among them. */
  readonly programs: ReadonlyMap<string, hbs.AST.Program>
  readonly helpers: readonly string[]
  readonly words: ReadonlySet<string>
}

/** Says what is wrong, with the part of a statement that is, or with the whole of it. */
type Report = (code: Code, message: string, hint?: string, at?: hbs.AST.Node) => void

const ownHelpers = ['if', 'unless', 'each', 'with']
const dataNames = ['root', 'index', 'key', 'first', 'last', 'partial-block']

interface Scope {
  readonly shape: Shape | undefined
  readonly parent: Scope | undefined
  readonly locals: Readonly<Record<string, Shape | undefined>>
}

/**
 * Follows every path of a template from what it is given: each variable, helper, partial and word must exist. Handlebars itself,
 * even when strict, finds them only when a release happens to come by, and lets `{{#if typo}}` through for ever.
 */
export function checkNames(entry: string, shape: Shape, known: Known): NameFault[] {
  const faults: NameFault[] = []
  const seen = new Map<string, Set<Shape | undefined>>()
  const within: string[] = []

  const visitPartial = (name: string, scope: Scope): void => {
    const program = known.programs.get(name)
    const shapes = seen.get(name) ?? new Set()
    if (!program || shapes.has(scope.shape)) return
    seen.set(name, shapes.add(scope.shape))
    within.push(name)
    visitProgram(name, program, scope)
    within.pop()
  }

  const visitProgram = (file: string, program: hbs.AST.Program | undefined, scope: Scope): void => {
    for (const statement of program?.body ?? []) visitStatement(file, statement, scope)
  }

  const visitStatement = (file: string, statement: hbs.AST.Statement, scope: Scope): void => {
    const report: Report = (code, message, hint, { loc } = statement) => {
      faults.push({ code, message, hint, partial: file, loc })
    }
    switch (statement.type) {
      case 'MustacheStatement':
        visitCall(file, statement as hbs.AST.MustacheStatement, scope, report)
        break
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
        const [context] = params
        const own = context ? shapeOf(file, context, scope, report) : scope.shape
        const extra = hash?.pairs ?? []
        const passed = extra.map(({ key, value }) => [key, shapeOf(file, value, scope, report)] as const)
        const shape = extra.length > 0 && own?.kind === 'object' ? withFields(own, passed) : own
        visitPartial(id, { shape, parent: undefined, locals: {} })
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

  type Call = hbs.AST.MustacheStatement | hbs.AST.SubExpression

  const visitCall = (file: string, call: Call, scope: Scope, report: Report): Shape | undefined => {
    const path = call.path as hbs.AST.PathExpression
    const name = String(path.original)
    const isCall = call.params.length > 0 || (call.hash?.pairs.length ?? 0) > 0 || call.type === 'SubExpression'
    if (!isCall && !known.helpers.includes(name)) return shapeOf(file, path, scope, report)
    if (!known.helpers.includes(name))
      report('unknown-helper', `Unknown helper "${name}"`, didYouMean(name, known.helpers), path)
    for (const param of call.params) shapeOf(file, param, scope, report)
    for (const { value } of call.hash?.pairs ?? []) shapeOf(file, value, scope, report)
    const [first] = call.params
    if (name === 't') {
      if (first?.type !== 'StringLiteral')
        report('template-syntax', 'A word that is not written out', 'write {{t "contacts"}}', first)
      else if (!known.words.has((first as hbs.AST.StringLiteral).value)) {
        const { value } = first as hbs.AST.StringLiteral
        const hint = didYouMean(value, known.words) ?? 'words are in templates/locales/'
        report('unknown-word', `Unknown word "${value}"`, hint, first)
      }
    }
    return undefined
  }

  const visitBlock = (file: string, block: hbs.AST.BlockStatement, scope: Scope, report: Report): void => {
    const name = String((block.path as hbs.AST.PathExpression).original)
    if (!ownHelpers.includes(name)) {
      const near = didYouMean(name, ownHelpers)
      report('unknown-helper', `Unknown block "${name}"`, near, block.path)
      return
    }
    const [param] = block.params
    const given = param ? shapeOf(file, param, scope, report) : undefined
    if (name === 'each' && given && given.kind !== 'list')
      report('unknown-variable', `No list, "${nameOf(param)}"`, 'use {{#if}} or {{#with}}', param)
    const inner =
      name === 'each' ? (given?.kind === 'list' ? given.of : undefined) : name === 'with' ? given : scope.shape
    const [local] = block.program?.blockParams ?? []
    const locals = local === undefined ? {} : { [local]: inner }
    const enters = name === 'each' || name === 'with'
    visitProgram(file, block.program, enters ? { shape: inner, parent: scope, locals } : scope)
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
    if (head !== undefined && path.depth === 0 && Object.hasOwn(scope.locals, head))
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
    }
    return at
  }

  visitPartial(entry, { shape, parent: undefined, locals: {} })
  return faults
}

const nameOf = (expression: hbs.AST.Expression | undefined): string =>
  expression && 'original' in expression ? String(expression.original) : ''

const withFields = (
  shape: Extract<Shape, { kind: 'object' }>,
  extra: readonly (readonly [string, Shape | undefined])[],
): Shape => ({
  ...shape,
  fields: {
    ...shape.fields,
    ...Object.fromEntries(extra.map(([key, value]) => [key, value ?? { kind: 'text', about: '' }])),
  },
})
