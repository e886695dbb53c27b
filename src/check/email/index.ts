import { parseEmail } from './email.ts'
import { runRules, type FindingOf } from '../rule.ts'
import { rules, type EmailCode } from './rules.ts'

export { parseEmail } from './email.ts'
export { runRule } from '../rule.ts'
export type { EmailRule } from './rule.ts'
export { rules, type EmailCode } from './rules.ts'

/** A diagnostic of the HTML of an email; its place is one in that HTML. */
export type EmailFinding = FindingOf<EmailCode>

/**
 * Everything in the final bytes of an email's HTML that some mail client would spoil, in the order of the text. Never throws.
 * With the subject that the email goes out with, the title is compared to it.
 */
export const lintEmail = (file: string, bytes: Uint8Array, subject?: string): EmailFinding[] =>
  runRules(rules, parseEmail(file, bytes, subject))
