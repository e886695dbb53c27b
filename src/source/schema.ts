import * as v from 'valibot'
import type { Code } from './codes.ts'
import { diagnose, type Diagnostic, type Outcome } from './diagnostic.ts'
import { didYouMean } from './nearest.ts'
import type { SourceText } from './text.ts'
import type { Path, Yaml } from './yaml.ts'

type Camel<Name> = Name extends `${infer Head}-${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : Name
type CamelKeys<T> = { readonly [Key in keyof T as Camel<Key>]: T[Key] }

/** A map with known keys. Files spell them kebab-case, the code camelCase; an unknown one is an error. */
export function fields<const E extends v.ObjectEntries>(entries: E) {
  return v.pipe(
    v.object(entries, 'expected fields'),
    v.transform((value) => camelKeys(value) as CamelKeys<typeof value>),
  )
}

function camelKeys(value: object): object {
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
      item,
    ]),
  )
}

/** What a JSON Schema says of a field where it cannot be read off the code: see tools/schemas.ts. */
export const json = <T>(schema: Record<string, unknown>) =>
  v.metadata<T, { json: Record<string, unknown> }>({ json: schema })

/** Any scalar, as it was typed. */
export const text = (about: string) =>
  v.pipe(v.string('expected text'), v.description(about), json({ type: ['string', 'number'] }))

/** A yes or a no. YAML 1.2 knows only true and false; the others are what people write. */
export const flag = (about: string) =>
  v.pipe(
    v.picklist(['true', 'false', 'True', 'False', 'yes', 'no', 'on', 'off'], 'expected true or false'),
    v.description(about),
    json({ type: 'boolean' }),
    v.transform((word) => ['true', 'True', 'yes', 'on'].includes(word)),
  )

/** One word of a few. */
export const choice = <const O extends readonly string[]>(options: O, about: string) =>
  v.pipe(
    v.picklist(
      options,
      (issue) => `expected one of ${options.join(', ')}${suffix(didYouMeanWord(issue.input, options))}`,
    ),
    v.description(about),
    json({ enum: options }),
  )

const didYouMeanWord = (input: unknown, options: readonly string[]) =>
  typeof input === 'string' ? didYouMean(input, options) : undefined
const suffix = (hint: string | undefined) => (hint?.startsWith('did') ? `; ${hint}` : '')

/** A whole number in a range. */
export const integer = (min: number, max: number, about: string) =>
  v.pipe(
    v.string('expected a number'),
    v.check(
      (digits) => /^-?\d+$/.test(digits) && Number(digits) >= min && Number(digits) <= max,
      `expected a number from ${min} to ${max}`,
    ),
    v.description(about),
    json({ type: 'integer', minimum: min, maximum: max }),
    v.transform(Number),
  )

/** A list; a single item may stand without the dash. */
export const listOf = <S extends v.GenericSchema>(item: S, about: string) => {
  const one = v.pipe(
    item,
    v.transform((value): v.InferOutput<S>[] => [value]),
  )
  return v.pipe(v.union([v.array(item, 'expected a list'), one]), v.description(about))
}

/** Names that the user gives, each with a value of one kind. */
export const recordOf = <S extends v.GenericSchema>(value: S, about: string) =>
  v.pipe(
    v.custom<Record<string, unknown>>(
      (input) => typeof input === 'object' && input !== null && !Array.isArray(input),
      'expected names with values',
    ),
    v.record(v.string(), value),
    v.description(about),
  )

export const optional = <S extends v.GenericSchema>(schema: S) => v.exactOptional(schema)

/** A schema's message can name its own code, and a hint: `invalid-date: No such day; check the month`. */
const coded = /^([a-z-]+): /

/** Holds data against a schema: the typed value, or one diagnostic for each fault, at the key or the value that has it. */
export function validate<S extends v.GenericSchema>(
  schema: S,
  yaml: Yaml,
  source: SourceText,
): Outcome<v.InferOutput<S>> {
  const value = yaml.value ?? Object.create(null)
  const unknown = unknownKeys(schema, value, []).map(({ path, known }) => {
    const key = String(path.at(-1))
    return diagnose(source, yaml.keyAt(path), 'unknown-key', `Unknown key "${key}"`, { hint: didYouMean(key, known) })
  })
  const result = v.safeParse(schema, value)
  const faults = result.success ? [] : result.issues.flatMap((issue) => explain(issue, [], yaml, source))
  const diagnostics = [...unknown, ...faults]
  return result.success && diagnostics.length === 0 ? { value: result.output, diagnostics } : { diagnostics }
}

type Issue = v.BaseIssue<unknown>

function explain(issue: Issue, prefix: Path, yaml: Yaml, source: SourceText): Diagnostic[] {
  const path: Path = [...prefix, ...(issue.path ?? []).map(({ key }) => key as string | number)]
  if (issue.type === 'union' && issue.issues) return explain(likeliest(issue.issues), path, yaml, source)
  const name = nameOf(path)
  if (issue.received === 'undefined')
    return [diagnose(source, yaml.valueAt(path.slice(0, -1)), 'missing-value', `Missing ${name}`)]
  const code = coded.exec(issue.message)?.[1] as Code | undefined
  const [what = '', hint] = issue.message.replace(coded, '').split('; ', 2)
  const message = /^[A-Z]/.test(what) ? what : `Wrong value for ${name}, ${what}`
  return [diagnose(source, yaml.valueAt(path), code ?? 'invalid-value', message, { hint })]
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
function unknownKeys(schema: unknown, value: unknown, path: Path): UnknownKey[] {
  if (typeof value !== 'object' || value === null || typeof schema !== 'object' || schema === null) return []
  if ('wrapped' in schema) return unknownKeys(schema.wrapped, value, path)
  if ('options' in schema && Array.isArray(schema.options)) {
    const fitting = schema.options.filter(
      (option) => takesLists(option) === Array.isArray(value) && takesObjects(option),
    )
    const found = fitting.map((option) => unknownKeys(option, value, path)).sort((a, b) => a.length - b.length)
    return found[0] ?? []
  }
  if (Array.isArray(value)) {
    if (!('item' in schema)) return []
    return value.flatMap((item, i) => unknownKeys(schema.item, item, [...path, i]))
  }
  if ('entries' in schema) {
    const entries = schema.entries as Record<string, unknown>
    return Object.entries(value).flatMap(([key, item]) =>
      Object.hasOwn(entries, key)
        ? unknownKeys(entries[key], item, [...path, key])
        : [{ path: [...path, key], known: Object.keys(entries) }],
    )
  }
  const record =
    'pipe' in schema && Array.isArray(schema.pipe) ? schema.pipe.find(({ type }) => type === 'record') : schema
  if (record && 'value' in record)
    return Object.entries(value).flatMap(([key, item]) => unknownKeys(record.value, item, [...path, key]))
  return []
}

const takesLists = (schema: unknown): boolean => typeof schema === 'object' && schema !== null && 'item' in schema
const takesObjects = (schema: unknown): boolean =>
  takesLists(schema) || (typeof schema === 'object' && schema !== null && ('entries' in schema || 'pipe' in schema))
