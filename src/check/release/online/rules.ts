import { deadLink } from './dead-link.ts'
import { movedLink } from './moved-link.ts'

/** Where links lead; only with --online. */
export const online = [deadLink, movedLink] as const
