import type { Rule } from '../rule.ts'
import type { Email } from './email.ts'

/** Something that must hold in every mail client, checked on the final HTML of an email. */
export interface EmailRule<Code extends string = string> extends Rule<Email, Code> {
  /**
   * What decides whether it has something to say. Most rules look at elements one by one, each with its way down from the root, and at
   * the style sheets: what they said of one mail they say of all that are made of the same. Those that compare, count or add up look at
   * the whole of every mail. `quick.ts` lives by the difference.
   */
  readonly reads?: 'whole'
  /** The subject that its examples go out with, where that matters. */
  readonly subject?: string
}

/** Gives a rule its type, the code as the literal that it is. */
export const defineEmailRule = <const Code extends string>(rule: EmailRule<Code>): EmailRule<Code> => rule
