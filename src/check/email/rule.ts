import type { Rule } from '../rule.ts'
import type { Email } from './email.ts'

/** Something that must hold in every mail client, checked on the final HTML of an email. */
export type EmailRule<Code extends string = string> = Rule<Email, Code>

/** Gives a rule its type, the code as the literal that it is. */
export const defineEmailRule = <const Code extends string>(rule: EmailRule<Code>): EmailRule<Code> => rule
