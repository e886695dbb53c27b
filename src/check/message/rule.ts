import type { Rule } from '../rule.ts'
import type { Message } from './message.ts'

/** Something that must hold in a message as it is sent or opened, checked on the bytes of its .eml. */
export type MessageRule<Code extends string = string> = Rule<Message, Code>

/** Gives a rule its type, the code as the literal that it is. */
export const defineMessageRule = <const Code extends string>(rule: MessageRule<Code>): MessageRule<Code> => rule
