import type { Day } from '../calendar/day.ts'
import type { Moment } from '../calendar/moment.ts'
import { wallClock, type Instant } from '../calendar/zone.ts'

/** Who may see a release at a moment. */
export type Status =
  | { readonly kind: 'public' }
  | { readonly kind: 'withdrawn' }
  | { readonly kind: 'draft' }
  | { readonly kind: 'embargoed'; readonly until: Moment }
  | { readonly kind: 'scheduled'; readonly day: Day }

/** The folder of the output, below dist/. Only `releases` is ever deployed. */
export type Shelf = 'releases' | 'embargoed' | 'drafts'

export const shelfOf = (status: Status): Shelf =>
  status.kind === 'draft'
    ? 'drafts'
    : status.kind === 'embargoed' || status.kind === 'scheduled'
      ? 'embargoed'
      : 'releases'

export interface Timing {
  readonly draft: boolean
  readonly withdrawn: boolean
  readonly embargo: Moment | undefined
  readonly date: Day
  readonly time: Moment | undefined
}

/**
 * The status at an instant. An embargo alone decides when it ends, to the second; without one a release is kept apart until its
 * day begins in the press room's zone (UTC where it has none), or until its time.
 */
export function statusAt(
  { draft, withdrawn, embargo, date, time }: Timing,
  now: Instant,
  zone: string | undefined,
): Status {
  if (draft) return { kind: 'draft' }
  if (embargo && now < embargo.instant) return { kind: 'embargoed', until: embargo }
  if (!embargo && (time ? now < time.instant : today(now, zone ?? 'UTC') < date))
    return { kind: 'scheduled', day: date }
  return withdrawn ? { kind: 'withdrawn' } : { kind: 'public' }
}

let last = { now: Number.NaN, zone: '', day: '' }

/** The day in a zone; a build asks for the same one ten thousand times. */
function today(now: Instant, zone: string): string {
  if (last.now !== now || last.zone !== zone) last = { now, zone, day: wallClock(now, zone).day }
  return last.day
}
