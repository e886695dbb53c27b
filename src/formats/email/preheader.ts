import type { ResolvedRelease } from '../../release/resolved.ts'
import { inShort, shortened } from '../in-short.ts'

/** In characters, of which those of double width count twice: as much as mail lists show. */
export const longestPreheader = 90

/** What mail lists show behind the subject, so that it is not the masthead. */
export const preheaderOf = (release: ResolvedRelease): string => shortened(inShort(release), longestPreheader)
