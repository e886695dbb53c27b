import type { Diagnostic, Edit, Severity } from '../source/diagnostic.ts'
import type { SourceText } from '../source/text.ts'

export type Span = readonly [start: number, end: number]

/** What a rule says of a place; the severity is the rule's own unless it gives another. */
export interface Finding {
  readonly message: string
  readonly hint?: string
  readonly at: Span
  readonly severity?: Severity
  /** What mends it, where that is safe. */
  readonly fix?: Edit
}

/** Something that must hold in a release, or in the bytes of an output, once they are parsed. */
export interface Rule<Input, Code extends string = string> {
  readonly code: Code
  readonly severity: Severity
  /** What to do, in a sentence. */
  readonly summary: string
  /** Who does what to one that breaks the rule, and where the fact is from. */
  readonly why: string
  /** Sources that the rule accepts, and sources with what it says of them: one `line:column message` a line. These are its tests. */
  readonly examples: { readonly good: readonly string[]; readonly bad: Readonly<Record<string, string>> }
  check(input: Input, report: (finding: Finding) => void): void
}

/** A diagnostic with the codes of its own rules. */
export type FindingOf<Code extends string> = Omit<Diagnostic, 'code'> & { readonly code: Code }

/** What one rule has to say of a parsed text. */
export function runRule<Input extends { readonly source: SourceText }, Code extends string>(
  rule: Rule<Input, Code>,
  input: Input,
): FindingOf<Code>[] {
  const found: FindingOf<Code>[] = []
  const { source } = input
  rule.check(input, ({ message, hint, at, severity = rule.severity, fix }) => {
    const position = source.between(at[0], at[1])
    found.push({
      code: rule.code,
      severity,
      message,
      ...(hint && { hint }),
      file: source.file,
      position,
      ...(fix && { fix }),
    })
  })
  return found
}

/** What all rules have to say of a parsed text, in the order of its text. */
export const runRules = <Input extends { readonly source: SourceText }, Code extends string>(
  rules: readonly Rule<Input, Code>[],
  input: Input,
): FindingOf<Code>[] =>
  rules
    .flatMap((rule) => runRule(rule, input))
    .sort((a, b) => (a.position?.start.offset ?? 0) - (b.position?.start.offset ?? 0))
