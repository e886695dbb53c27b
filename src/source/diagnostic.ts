import type { Code } from './codes.ts'
import type { Position, SourceText } from './text.ts'

export type Severity = 'error' | 'warning' | 'info'

/** Another place that explains a diagnostic, such as the first of two definitions. */
export interface Place {
  readonly message: string
  readonly file: string
  readonly position?: Position
}

/** A change to a file that mends what a diagnostic reports: replace what stands between two offsets. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** A fault in somebody's file, as data: where it is, what is wrong, and how to mend it. */
export interface Diagnostic<C extends string = Code> {
  readonly code: C
  readonly severity: Severity
  readonly message: string
  readonly hint?: string
  readonly file: string
  readonly position?: Position
  readonly related?: readonly Place[]
  readonly fix?: Edit
}

/** What a step of the way returns: its value where there is one, and what it has to say. */
export interface Outcome<T> {
  readonly value?: T
  readonly diagnostics: readonly Diagnostic[]
}

export interface Details {
  readonly hint?: string | undefined
  readonly severity?: Severity
  readonly related?: readonly Place[]
  readonly fix?: Edit
}

/** A diagnostic at a stretch of a file, or at the file as a whole where no stretch is given. */
export function diagnose(
  source: Pick<SourceText, 'file'> & Partial<Pick<SourceText, 'between'>>,
  span: readonly [start: number, end: number] | undefined,
  code: Code,
  message: string,
  details: Details = {},
): Diagnostic {
  const { hint, severity = 'error', related, fix } = details
  return {
    code,
    severity,
    message: inOneLine(message),
    ...(hint !== undefined && { hint: inOneLine(hint) }),
    file: source.file,
    ...(span && source.between && { position: source.between(span[0], span[1]) }),
    ...(related && { related }),
    ...(fix && { fix }),
  }
}

/** A message quotes what was typed: as one line, a short one, and without what a terminal would take for a command. */
const inOneLine = (text: string): string =>
  text
    .replace(/\s*[\p{Cc}\u2028\u2029]+\s*("$)?/gu, (_, end: string = ' ') => end)
    .replace(/"([^"]{80})[^"]{40,}"/g, '"$1…"')

export const hasErrors = (diagnostics: readonly Diagnostic<string>[]): boolean =>
  diagnostics.some(({ severity }) => severity === 'error')

/** By file, then by place in it: the order in which a person works through them. */
export function inReadingOrder<D extends Diagnostic<string>>(diagnostics: readonly D[]): D[] {
  const key = (d: D) => d.position?.start.offset ?? -1
  return [...diagnostics].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : key(a) - key(b)))
}

/** Each diagnostic once: what is wrong with a boilerplate is found again in every release that has it. */
export class Diagnostics {
  readonly #kept = new Map<string, Diagnostic>()

  add(diagnostics: readonly Diagnostic[]): void {
    for (const one of diagnostics) {
      const key = `${one.file}\n${one.position?.start.offset ?? ''}\n${one.code}\n${one.message}`
      if (!this.#kept.has(key)) this.#kept.set(key, one)
    }
  }

  /** Those of a kind, which are then no longer among them. */
  take(isTaken: (one: Diagnostic) => boolean): readonly Diagnostic[] {
    const taken = this.all.filter(isTaken)
    for (const [key, one] of this.#kept) if (taken.includes(one)) this.#kept.delete(key)
    return taken
  }

  get all(): readonly Diagnostic[] {
    return [...this.#kept.values()]
  }
}
