import type { Severity } from '../source/diagnostic.ts'

/** Something that a press room may settle for a rule in press.yaml. */
export interface Option<T extends number | readonly string[] = number | readonly string[]> {
  readonly default: T
  /** What it is, in a phrase. */
  readonly about: string
}

export type Options = Readonly<Record<string, Option>>

/** What a rule is given: the value of each of its options, the default where the press room says nothing. */
export type OptionValues<O extends Options> = { readonly [Name in keyof O]: O[Name]['default'] }

/** A whole number, such as the most characters. */
export const number = (value: number, about: string): Option<number> => ({ default: value, about })

/** A list of words. */
export const words = (value: readonly string[], about: string): Option<readonly string[]> => ({ default: value, about })

/** What a rule is worth in a press room: how much it matters, where that is not what it says itself, and its options. */
export interface Worth {
  readonly severity?: 'off' | Severity
  readonly options: Readonly<Record<string, number | readonly string[]>>
}

/** What is wrong with what press.yaml says of a rule, by the path from `check` on. */
export interface WorthFault {
  readonly path: readonly string[]
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
  const values: Record<string, number | readonly string[]> = {}
  if (severity !== undefined && !(typeof severity === 'string' && severities.includes(severity)))
    faults.push({
      path: [name, 'severity'],
      message: `Unknown severity "${String(severity)}"`,
      hint: `write one of ${severities.join(', ')}`,
    })
  for (const [key, value] of Object.entries(given)) {
    const option = options[key]
    const known = ['severity', ...Object.keys(options)]
    if (!option)
      faults.push({
        path: [name, key],
        message: `Unknown option "${key}" of the rule "${name}"`,
        hint: `known: ${known.join(', ')}`,
      })
    else if (typeof option.default !== 'number') values[key] = typeof value === 'string' ? [value] : value
    else if (typeof value === 'string' && /^\d+$/.test(value)) values[key] = Number(value)
    else faults.push({ path: [name, key], message: 'No whole number', hint: `such as ${option.default}` })
  }
  const level = faults.some(({ path }) => path[1] === 'severity') ? undefined : (severity as Worth['severity'])
  return { worth: { ...(level !== undefined && { severity: level }), options: values }, faults }
}

const severities: readonly string[] = ['off', 'info', 'warning', 'error']

/** The values that a rule runs with. Most rules have no options, and each runs on each release. */
export const valuesOf = (options: Options | undefined, worth: Worth | undefined): OptionValues<Options> =>
  options === undefined
    ? none
    : Object.fromEntries(
        Object.entries(options).map(([name, option]) => [name, worth?.options[name] ?? option.default]),
      )

const none: OptionValues<Options> = {}
