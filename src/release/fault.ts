import type { Code } from '../source/codes.ts'
import { diagnose, type Diagnostic } from '../source/diagnostic.ts'
import type { SourceText } from '../source/text.ts'
import type { Span } from '../source/yaml.ts'

/** What is wrong, in the words of a diagnostic, before it is known where. */
export interface Fault {
  readonly code: Code
  readonly message: string
  readonly hint?: string | undefined
  /** What it comes of, where that is told of already: it is said in its stead. */
  readonly because?: readonly Diagnostic[]
}

/** What is to be said of a fault at a place. */
export const diagnosed = (
  source: SourceText,
  span: Span,
  { code, message, hint, because = [] }: Fault,
): readonly Diagnostic[] => (because.length > 0 ? because : [diagnose(source, span, code, message, { hint })])

/** Says that something is wrong at a field of a release. */
export type At = (path: readonly (string | number)[], fault: Fault) => void
