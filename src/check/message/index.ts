import { runRules, type FindingOf } from '../rule.ts'
import { parseMessage } from './message.ts'
import { rules, type MessageCode } from './rules.ts'

export { parseMessage } from './message.ts'
export type { MessageRule } from './rule.ts'
export { rules, type MessageCode } from './rules.ts'

/** A diagnostic of a message; lines and columns are those of the .eml, in bytes. */
export type MessageFinding = FindingOf<MessageCode>

/** Everything in the bytes of an .eml that a server or a client would spoil. Its HTML is for `lintEmail`. Never throws. */
export const lintMessage = (file: string, bytes: Uint8Array): MessageFinding[] =>
  runRules<ReturnType<typeof parseMessage>, MessageCode>(rules, parseMessage(file, bytes))
