import { noContact } from './no-contact.ts'

/** Whom to ask. */
export const contacts = [noContact] as const
