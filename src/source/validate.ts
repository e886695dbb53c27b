import * as v from 'valibot'
import type { Code } from './codes.ts'
import { diagnose, type Diagnostic, type Outcome } from './diagnostic.ts'
import { didYouMean, nearest } from './nearest.ts'
import { isMap } from './schema.ts'
import type { SourceText } from './text.ts'
import type { Path, Yaml } from './yaml.ts'

/** A schema's message can name its own code, and a hint: `invalid-date: No such day; check the month`. */
const coded = /^([a-z-]+): /

/** What validation gives: the typed value where nothing is wrong, and in any case the fields that nothing is wrong with, as read. */
export interface Validated<T> extends Outcome<T> {
  readonly sound: Readonly<Record<string, unknown>>
}

/** Holds data against a schema: the typed value, or one diagnostic for each fault, at the key or the value that has it. */
export function validate<S extends v.GenericSchema>(
  schema: S,
  yaml: Yaml,
  source: SourceText,
): Validated<v.InferOutput<S>> {
  const value = yaml.value ?? Object.create(null)
  const unknown = unknownKeys(schema, value, [], yaml.blank)
  const result = v.safeParse(schema, value)
  if (result.success && unknown.length === 0) return { value: result.output, sound: fieldsOf(value), diagnostics: [] }
  const slips = new Set(
    unknown.map(({ path, known }) => [...path.slice(0, -1), nearest(String(path.at(-1)), known)].join('\n')),
  )
  const faults = issuesOf(schema, value, result.issues ?? [])
    .flatMap((issue) => located(issue, []))
    .filter(({ issue, path }) => issue.received !== 'undefined' || !slips.has(path.join('\n')))
  const diagnostics = [
    ...unknown.map(({ path, known }) => {
      const [key, hint] = [String(path.at(-1)), didYouMean(String(path.at(-1)), known)]
      return diagnose(source, yaml.keyAt(path), 'unknown-key', `Unknown key "${key}"`, { hint })
    }),
    ...faults.map((fault) => explain(fault, yaml, source)),
  ]
  const wrong = new Set([...unknown, ...faults].map(({ path }) => path[0]))
  const sound = Object.fromEntries(Object.entries(fieldsOf(value)).filter(([key]) => !wrong.has(key)))
  return { sound, diagnostics }
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  isMap(value) ? (value as Record<string, unknown>) : {}

type Issue = v.BaseIssue<unknown>

/**
 * What is wrong with a value. Names that cannot be one are told before valibot looks at what stands behind any name: it is asked again without them,
 * so that all is told at once.
 */
function issuesOf(schema: v.GenericSchema, value: unknown, issues: readonly Issue[]): readonly Issue[] {
  const names = issues.filter(({ path, received }) => path?.at(-1)?.origin === 'key' && received !== 'undefined')
  if (names.length === 0) return issues
  const rest = names.reduce(
    (from: unknown, { path = [] }) =>
      without(
        from,
        path.map(({ key }) => key),
      ),
    value,
  )
  return [...names, ...issuesOf(schema, rest, v.safeParse(schema, rest).issues ?? [])]
}

/** The same value without what stands at a path. */
function without(value: unknown, [key, ...rest]: readonly unknown[]): unknown {
  if (Array.isArray(value)) return value.map((item, i) => (i === key ? without(item, rest) : item))
  if (!isMap(value) || typeof key !== 'string') return value
  const { [key]: inner, ...others } = value as Record<string, unknown>
  return rest.length === 0 ? others : { ...others, [key]: without(inner, rest) }
}

interface Fault {
  readonly issue: Issue
  readonly path: Path
}

/** An issue with its path from the root; of a union, the issue that its author was nearest to. */
function located(issue: Issue, prefix: Path): Fault[] {
  const path: Path = [...prefix, ...(issue.path ?? []).map(({ key }) => key as string | number)]
  return issue.type === 'union' && issue.issues ? located(likeliest(issue.issues), path) : [{ issue, path }]
}

function explain({ issue, path }: Fault, yaml: Yaml, source: SourceText): Diagnostic {
  const name = nameOf(path)
  if (issue.received === 'undefined') {
    const last = path.at(-1)
    if (typeof last === 'number') {
      const hint = 'write it out, or take it out of the list'
      return diagnose(source, yaml.valueAt(path), 'missing-value', `Missing item of ${name}`, { hint })
    }
    const hint = `add \`${String(last)}:\` with its value`
    return diagnose(source, yaml.valueAt(path.slice(0, -1)), 'missing-value', `Missing ${name}`, { hint })
  }
  const code = coded.exec(issue.message)?.[1] as Code | undefined
  const { what, hint } = splitHint(issue.message.replace(coded, ''))
  const message = /^[A-Z]/.test(what) ? what : `Wrong value for ${name}, ${what}`
  const ofFields =
    path.length === 0 && what.startsWith('expected fields')
      ? 'write each field as `name: value` on a line of its own, with a space after the colon'
      : undefined
  const isKey = issue.path?.at(-1)?.origin === 'key'
  return diagnose(source, isKey ? yaml.keyAt(path) : yaml.valueAt(path), code ?? 'invalid-value', message, {
    hint: hint ?? ofFields,
  })
}

/** What is wrong, and the hint behind the last semicolon: what was typed may have some of its own. */
export function splitHint(message: string): { readonly what: string; readonly hint: string | undefined } {
  const at = message.lastIndexOf('; ')
  return at === -1 ? { what: message, hint: undefined } : { what: message.slice(0, at), hint: message.slice(at + 2) }
}

const nameOf = (path: Path): string => {
  const names = path.filter((step) => typeof step === 'string')
  return names.length > 0 ? names.join('.') : 'the file'
}

/** Of the ways in which a value failed a union, the one that got furthest: that is what its author was writing. */
function likeliest(issues: readonly [Issue, ...Issue[]]): Issue {
  const depth = (issue: Issue): number => issue.path?.length ?? 0
  const deepest = Math.max(...issues.map(depth))
  const furthest = issues.filter((issue) => depth(issue) === deepest)
  return (
    furthest.find(({ kind }) => kind === 'validation') ?? furthest.find(({ type }) => type !== 'array') ?? issues[0]
  )
}

interface UnknownKey {
  readonly path: Path
  readonly known: readonly string[]
}

/** Every key that no schema knows; valibot itself would name only the first of each map. */
function unknownKeys(schema: unknown, value: unknown, path: Path, blank: Yaml['blank']): UnknownKey[] {
  if (typeof value !== 'object' || value === null || typeof schema !== 'object' || schema === null) return []
  if ('wrapped' in schema) return unknownKeys(schema.wrapped, value, path, blank)
  if ('options' in schema && Array.isArray(schema.options)) {
    const fitting = schema.options.filter(
      (option) => takesLists(option) === Array.isArray(value) && takesObjects(option),
    )
    const found = fitting.map((option) => unknownKeys(option, value, path, blank)).sort((a, b) => a.length - b.length)
    return found[0] ?? []
  }
  if (Array.isArray(value)) {
    if (!('item' in schema)) return []
    return value.flatMap((item, i) => unknownKeys(schema.item, item, [...path, i], blank))
  }
  const steps: unknown[] = 'pipe' in schema && Array.isArray(schema.pipe) ? schema.pipe : []
  for (const step of steps) {
    if (typeof step !== 'object' || step === null || !('type' in step)) continue
    if (step.type === 'object' && 'entries' in step) {
      const entries = step.entries as Record<string, unknown>
      const [unknown, within]: [UnknownKey[], UnknownKey[]] = [[], []]
      const strange = (key: string) => unknown.push({ path: [...path, key], known: Object.keys(entries) })
      for (const [key, item] of Object.entries(value)) {
        if (!Object.hasOwn(entries, key)) strange(key)
        else if (mayHaveKeys(item)) within.push(...unknownKeys(entries[key], item, [...path, key], blank))
      }
      for (const key of blank.get(value) ?? []) if (!Object.hasOwn(entries, key)) strange(key)
      return [...unknown, ...within]
    }
    if (step.type === 'record' && 'value' in step)
      return Object.entries(value).flatMap(([key, item]) => unknownKeys(step.value, item, [...path, key], blank))
    if ('pipe' in step) return unknownKeys(step, value, path, blank)
  }
  return []
}

/** Most fields are words, or lists of them. */
const mayHaveKeys = (value: unknown): boolean =>
  typeof value === 'object' && (!Array.isArray(value) || value.some(mayHaveKeys))

const takesLists = (schema: unknown): boolean => typeof schema === 'object' && schema !== null && 'item' in schema
const takesObjects = (schema: unknown): boolean =>
  takesLists(schema) || (typeof schema === 'object' && schema !== null && ('entries' in schema || 'pipe' in schema))
