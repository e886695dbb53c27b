import type { Severity } from '../../source/diagnostic.ts'

// The types of rules of programs name none of ours that is not plain data: the library gives them away.

/** A release as a rule of a program sees it: text and plain data. */
export interface RuleInput {
  /** The path from the press room. */
  readonly file: string
  /** The whole file, front matter and all. */
  readonly text: string
  /** Where the body begins in it. */
  readonly bodyStart: number
  /** As long as the text, with blanks for all that nobody reads: dates and ids in front matter, code, addresses, comments. */
  readonly prose: string
  /** The stretches of the text that somebody says, between quotation marks or set apart. */
  readonly spoken: readonly (readonly [start: number, end: number])[]
  /** Its language as a tag, such as `en-GB`. */
  readonly language: string
  /** `press-release`, `media-advisory`, `statement` or `joint`. */
  readonly kind: string
  /** The day that it is of, such as 2026-05-04. */
  readonly date: string | undefined
  /** The ids of its contacts. */
  readonly contacts: readonly string[]
  /** Front matter as it is written: text, lists and maps. */
  readonly fields: Readonly<Record<string, unknown>>
  /** The moment that counts as now. */
  readonly now: number
}

/** What a rule of a program says of a stretch of the text. */
export interface RuleFinding {
  readonly message: string
  readonly hint?: string
  /** Offsets of the text. */
  readonly start: number
  readonly end: number
  readonly severity?: Severity
  /** What `fix` puts there instead. */
  readonly fix?: string
}

/** A rule that a program brings along. */
export interface CheckRule {
  /** Its name, for press.yaml and for those who answer it; none that a rule has already. */
  readonly code: string
  /** A warning where nothing is said. */
  readonly severity?: Severity
  /** The languages that it knows, such as `en`; all where none is named. */
  readonly languages?: readonly string[]
  check(release: RuleInput, report: (finding: RuleFinding) => void): void
}
