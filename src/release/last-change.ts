import type { Day } from '../calendar/day.ts'
import type { ResolvedRelease } from './resolved.ts'

/** The day on which a release was last changed for its readers: withdrawn, or else corrected. */
export const lastChange = ({
  withdrawal,
  corrections,
}: Pick<ResolvedRelease, 'withdrawal' | 'corrections'>): Day | undefined =>
  withdrawal?.day ??
  corrections
    .map(({ day }) => day)
    .sort()
    .at(-1)
