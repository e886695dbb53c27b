import type { Diagnostic, Severity } from '../source/diagnostic.ts'

/** What an option may be. */
export type Value = number | boolean | readonly string[]

/** Something that a press room may settle for a rule in press.yaml. */
export interface Option<T extends Value = Value> {
  readonly default: T
  /** What it is, in a phrase. */
  readonly about: string
}

export type Options = Readonly<Record<string, Option>>

/** What a rule is given: the value of each of its options, the default where the press room says nothing. */
export type OptionValues<O extends Options> = { readonly [Name in keyof O]: O[Name]['default'] }

/** A whole number, such as the most characters. */
export const number = (value: number, about: string): Option<number> => ({ default: value, about })

/** A yes or a no. */
export const flag = (value: boolean, about: string): Option<boolean> => ({ default: value, about })

/** A list of words. */
export const words = (value: readonly string[], about: string): Option<readonly string[]> => ({ default: value, about })

/** What a rule is worth in a press room: how much it matters, where that is not what it says itself, and its options. */
export interface Worth {
  readonly severity?: 'off' | Severity
  readonly options: Readonly<Record<string, Value>>
}

/** What is wrong with what press.yaml says of a rule, by the path from `check` on. */
export interface WorthFault {
  readonly path: readonly string[]
  /** Whether its name is not known, or what it is set to is wrong. */
  readonly code: 'unknown-key' | 'invalid-value'
  readonly message: string
  readonly hint: string
}

/** What press.yaml says of one rule: `off`, a severity, or a map of `severity` and options. */
export function readWorth(
  name: string,
  said: string | Readonly<Record<string, string | readonly string[]>>,
  options: Options,
): { readonly worth: Worth; readonly faults: readonly WorthFault[] } {
  if (typeof said === 'string') return { worth: { severity: said as 'off' | Severity, options: {} }, faults: [] }
  const { severity, ...given } = said
  const faults: WorthFault[] = []
  const values: Record<string, Value> = {}
  if (severity !== undefined && !(typeof severity === 'string' && severities.includes(severity)))
    faults.push({
      path: [name, 'severity'],
      code: 'invalid-value',
      message: `Unknown severity "${String(severity)}"`,
      hint: `write one of ${severities.join(', ')}`,
    })
  for (const [key, value] of Object.entries(given)) {
    const option = options[key]
    const known = ['severity', ...Object.keys(options)]
    if (!option) {
      const message = `Unknown option "${key}" of the rule "${name}"`
      faults.push({ path: [name, key], code: 'unknown-key', message, hint: `known: ${known.join(', ')}` })
      continue
    }
    const read = readAs(option.default, value)
    if (read !== undefined) values[key] = read
    else {
      const [wanted, hint] =
        typeof option.default === 'boolean'
          ? ['neither true nor false', 'write true or false']
          : ['no whole number', `such as ${String(option.default)}`]
      const message = `Wrong value for ${key}, "${String(value)}" is ${wanted}`
      faults.push({ path: [name, key], code: 'invalid-value', message, hint })
    }
  }
  const level = faults.some(({ path }) => path[1] === 'severity') ? undefined : (severity as Worth['severity'])
  return { worth: { ...(level !== undefined && { severity: level }), options: values }, faults }
}

/** What was typed, as a value of the kind of the default; nothing where it is none. */
function readAs(preset: Value, typed: string | readonly string[]): Value | undefined {
  if (typeof preset === 'object') return typeof typed === 'string' ? [typed] : typed
  if (typeof typed !== 'string') return undefined
  if (typeof preset === 'boolean') return flags.get(typed.toLowerCase())
  return /^\d+$/.test(typed) ? Number(typed) : undefined
}

const flags: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['yes', true],
  ['on', true],
  ['false', false],
  ['no', false],
  ['off', false],
])

const severities: readonly string[] = ['off', 'info', 'warning', 'error']

const none: OptionValues<Options> = {}
const known = new WeakMap<Worth | Options, OptionValues<Options>>()

/** The values that a rule runs with. They are put together once, since each rule runs on each release. */
export function valuesOf(options: Options | undefined, worth: Worth | undefined): OptionValues<Options> {
  if (options === undefined) return none
  const before = known.get(worth ?? options)
  if (before) return before
  const entries = Object.entries(options).map(([name, option]) => [name, worth?.options[name] ?? option.default])
  const values = Object.fromEntries(entries) as OptionValues<Options>
  known.set(worth ?? options, values)
  return values
}

/** What build says, as press.yaml wants it weighed: a warning may be turned off or matter more or less, an error stays one. */
export const weighed = <D extends Diagnostic<string>>(said: readonly D[], worth: ReadonlyMap<string, Worth>): D[] =>
  said.flatMap((one) => {
    const severity = one.severity === 'error' ? undefined : worth.get(one.code)?.severity
    return severity === 'off' ? [] : [severity === undefined ? one : { ...one, severity }]
  })
