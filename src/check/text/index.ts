import { runRules, type FindingOf } from '../rule.ts'
import { rules, type TextCode } from './rules.ts'
import { readText, type PlainText, type TextContext } from './text.ts'

export { readText } from './text.ts'
export type { PlainTextRule } from './rule.ts'
export { rules, type TextCode } from './rules.ts'

/** A diagnostic of a plain text. */
export type TextFinding = FindingOf<TextCode>

/** Everything in the plain text of a release that a reader would stumble over, in its order. Never throws. */
export const lintText = (file: string, text: string, context?: TextContext): TextFinding[] =>
  runRules<PlainText, TextCode>(rules, readText(file, text, context))
