import * as v from 'valibot'
import { didYouMean } from './nearest.ts'

type Camel<Name> = Name extends `${infer Head}-${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : Name
type CamelKeys<T> = { readonly [Key in keyof T as Camel<Key>]: T[Key] }

/** A map with known keys. Files spell them kebab-case, the code camelCase; an unknown one is an error. */
export function fields<const E extends v.ObjectEntries>(entries: E) {
  const names = Object.keys(entries)
  const known = names.length <= 6 ? `; known: ${names.join(', ')}` : ''
  return v.pipe(
    v.custom<v.InferInput<v.ObjectSchema<E, string>>>(isMap, `expected fields${known}`),
    v.object(entries),
    v.transform((value) => camelKeys(value) as CamelKeys<typeof value>),
  )
}

/** Whether a value is a map; valibot itself takes a list for one. */
export const isMap = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value)

function camelKeys(value: object): object {
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
      item,
    ]),
  )
}

/** What a JSON Schema says of a field where it cannot be read off the code: see tools/schemas.mjs. */
export const json = <T>(schema: Record<string, unknown>) =>
  v.metadata<T, { json: Record<string, unknown> }>({ json: schema })

/** Text that may not be blank. */
export const words = (about: string) =>
  v.pipe(
    v.string('expected text'),
    v.check((value) => value.trim() !== '', 'expected text that is not empty'),
    v.description(about),
    json({ type: ['string', 'number'] }),
  )

/** Any scalar, as it was typed. */
export const text = (about: string) =>
  v.pipe(v.string('expected text'), v.description(about), json({ type: ['string', 'number'] }))

/**
 * Text with places in braces for values, such as `{day} {month}`; a place of another name would stand in the release as it was typed.
 * Of each group in `needed`, one has to be there.
 */
export const form = (places: readonly string[], about: string, needed: readonly (readonly string[])[] = []) =>
  v.pipe(
    text(about),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return
      const unknown = unknownPlaces(dataset.value, places)
      for (const fault of unknown.length > 0 ? unknown : missingPlaces(dataset.value, needed))
        addIssue({ message: fault })
    }),
  )

/** What is to be said of a form that leaves a value out. */
export function missingPlaces(typed: string, needed: readonly (readonly string[])[]): readonly string[] {
  const places = placesOf(typed)
  const missing = needed.filter((group) => !group.some((name) => places.includes(name)))
  return missing.map(
    (group) => `Missing ${group.map((name) => `"{${name}}"`).join(' or ')}; put it where it is to be read`,
  )
}

/** What is to be said of the places of a form that have no value. */
export function unknownPlaces(typed: string, places: readonly string[]): readonly string[] {
  const unknown = placesOf(typed).filter((name) => !places.includes(name))
  const braced = places.map((place) => `{${place}}`)
  return unknown.map((name) => {
    const hint = didYouMean(`{${name}}`, braced) ?? 'take it out'
    return `Nothing to put in place of "{${name}}"; ${hint}`
  })
}

/** The names that stand in braces. */
export const placesOf = (typed: string): readonly string[] =>
  [...typed.matchAll(/\{([\w-]+)\}/g)].map(([, name]) => name ?? '')

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

/** A list of just so many. */
export const listOfJust = <S extends v.GenericSchema>(count: number, item: S, about: string) =>
  v.pipe(
    listOf(item, about),
    v.check((list) => list.length === count, `expected a list of ${count}`),
  )

/** Names that records leave out without a word, since every object of JavaScript has them. */
const noNames = ['__proto__', 'prototype', 'constructor']

/** Names that the user gives, each with a value of one kind. */
export const recordOf = <S extends v.GenericSchema>(
  value: S,
  about: string,
  name: v.GenericSchema<string> = v.string(),
) =>
  v.pipe(
    v.custom<Record<string, unknown>>(isMap, 'expected names with values'),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return
      for (const key of noNames.filter((one) => Object.hasOwn(dataset.value, one))) {
        const step = { type: 'object', origin: 'key', input: dataset.value, key, value: key } as const
        addIssue({
          message: `No name, "${key}"; JavaScript has a meaning of its own for it, take another`,
          path: [step],
        })
      }
    }),
    v.record(name, value),
    v.description(about),
  )

export const optional = <S extends v.GenericSchema>(schema: S) => v.exactOptional(schema)
