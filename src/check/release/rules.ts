import { body } from './body/rules.ts'
import { contacts } from './contacts/rules.ts'
import { freshness } from './freshness/rules.ts'
import { identity } from './identity/rules.ts'
import { online } from './online/rules.ts'
import { safety } from './safety/rules.ts'
import { translations } from './translations/rules.ts'

/** Everything that releases and what they share are held to, by group. A new rule is a file in its group and a line in the group's rules.ts. */
export const groups = { identity, contacts, body, freshness, safety, translations, online } as const

export const rules = [...identity, ...contacts, ...body, ...freshness, ...safety, ...translations, ...online] as const
