import type { Code } from '../source/codes.ts'

/** What is wrong, in the words of a diagnostic, before it is known where. */
export interface Fault {
  readonly code: Code
  readonly message: string
  readonly hint?: string | undefined
}

/** Says that something is wrong at a field of a release. */
export type At = (path: readonly (string | number)[], fault: Fault) => void
