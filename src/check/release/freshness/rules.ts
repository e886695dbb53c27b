import { reviewDate } from './review-date.ts'

/** What has gone stale. */
export const freshness = [reviewDate] as const
