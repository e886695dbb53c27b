import type { Diagnostic, Edit, Place, Severity } from '../source/diagnostic.ts'
import type { SourceText } from '../source/text.ts'
import { valuesOf, type Options, type OptionValues, type Worth } from './options.ts'

export type Span = readonly [start: number, end: number]

/** What a rule says of a place; the severity is the rule's own unless it gives another. */
export interface Finding {
  readonly message: string
  readonly hint?: string
  readonly at: Span
  /** The file that the place is in, where it is not the one that is checked. */
  readonly in?: SourceText
  readonly severity?: Severity
  /** Other places that explain it, such as the first of two spellings. */
  readonly related?: readonly Place[]
  /** What mends it, where that is safe; in the file that the place is in. */
  readonly fix?: Edit
}

/** Something that must hold in a release, or in the bytes of an output, once they are parsed. */
export interface Rule<Input, Code extends string = string, O extends Options = Options> {
  readonly code: Code
  readonly severity: Severity
  /** What to do, in a sentence. */
  readonly summary: string
  /** Who does what to one that breaks the rule, and where the fact is from. */
  readonly why: string
  /** What a press room may settle in press.yaml. */
  readonly options?: O
  /** Sources that the rule accepts, and sources with what it says of them: one `line:column message` a line. These are its tests. */
  readonly examples: { readonly good: readonly string[]; readonly bad: Readonly<Record<string, string>> }
  check(input: Input, report: (finding: Finding) => void, options: OptionValues<O>): void
}

/** A diagnostic with the codes of its own rules. */
export type FindingOf<Code extends string> = Omit<Diagnostic, 'code'> & { readonly code: Code }

/** What one rule has to say of a parsed text, in the order of the text. */
export const runRule = <Input extends { readonly source: SourceText }, Code extends string>(
  rule: Rule<Input, Code>,
  input: Input,
): FindingOf<Code>[] => runRules([rule], input)

/** What all rules have to say of a parsed text, in the order of the text; nothing those that the press room has turned off. */
export const runRules = <Input extends { readonly source: SourceText }, Code extends string>(
  rules: readonly Rule<Input, Code>[],
  input: Input,
  worth: ReadonlyMap<string, Worth> = nothing,
): FindingOf<Code>[] => runRulesOnEach(rules, [input], worth)[0] ?? []

/**
 * The same for texts side by side: each rule looks at all of them before the next one does, so that its code is at hand. All rules report
 * to one place: to make one for each would take as long as many a rule.
 */
export function runRulesOnEach<Input extends { readonly source: SourceText }, Code extends string>(
  rules: readonly Rule<Input, Code>[],
  inputs: readonly Input[],
  worth: ReadonlyMap<string, Worth> = nothing,
): FindingOf<Code>[][] {
  const texts = inputs.map((input) => ({ input, found: [] as FindingOf<Code>[] }))
  let speaking = rules[0]
  let spokenOf = texts[0]
  let weight: Worth['severity']
  const report = ({
    message,
    hint,
    at,
    in: source = spokenOf?.input.source,
    severity,
    related,
    fix,
  }: Finding): void => {
    if (!speaking || !spokenOf || !source || weight === 'off') return
    spokenOf.found.push({
      code: speaking.code,
      severity: weight ?? severity ?? speaking.severity,
      message,
      ...(hint && { hint }),
      file: source.file,
      position: source.between(at[0], at[1]),
      ...(related && { related }),
      ...(fix && { fix }),
    })
  }
  for (const rule of rules) {
    const settled = worth.size > 0 ? worth.get(rule.code) : undefined
    if (settled?.severity === 'off') continue
    speaking = rule
    weight = settled?.severity
    const values = valuesOf(rule.options, settled)
    for (const text of texts) {
      spokenOf = text
      rule.check(text.input, report, values)
    }
  }
  for (const { found } of texts)
    if (found.length > 1) found.sort((a, b) => (a.position?.start.offset ?? 0) - (b.position?.start.offset ?? 0))
  return texts.map(({ found }) => found)
}

const nothing: ReadonlyMap<string, Worth> = new Map()
