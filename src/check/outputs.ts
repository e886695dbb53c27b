import { groups as email, rules as emailRules, type EmailCode } from './email/rules.ts'
import { groups as message, rules as messageRules, type MessageCode } from './message/rules.ts'
import { groups as text, rules as textRules, type TextCode } from './text/rules.ts'

/** What the final bytes of outputs are held to, by what they are. */
export const outputRules = { email: emailRules, message: messageRules, text: textRules } as const

/** The same, by what each rule is for. */
export const outputGroups = { email, message, text } as const

export type OutputCode = EmailCode | MessageCode | TextCode

export const outputCodes: readonly OutputCode[] = [...emailRules, ...messageRules, ...textRules].map(({ code }) => code)
