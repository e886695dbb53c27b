import type { Day } from '../calendar/day.ts'
import type { Moment } from '../calendar/moment.ts'
import { instantsOf, wallClock, type Instant } from '../calendar/zone.ts'

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
  /** Of a translation: it does not go out before its original. */
  readonly original?: Timing | undefined
}

/** When a release turns public: at an instant, when a day begins in the press room's zone, or not by itself. */
export type Turn = Instant | Day | undefined

export const turnOf = (timing: Timing, zone: string | undefined): Turn => ownTurn(holderOf(timing, zone))

/** The same, whatever is said of its original. */
export const ownTurn = ({ draft, embargo, time, date }: Timing): Turn =>
  draft ? undefined : (embargo?.instant ?? time?.instant ?? date)

/** Of a translation and its original the one that turns public later. */
function holderOf(timing: Timing, zone: string | undefined): Timing {
  const { original } = timing
  const own = ownTurn(timing)
  if (!original || own === undefined) return timing
  const first = ownTurn(original)
  if (first === undefined) return original
  // Only a day and a moment need a clock to be compared.
  const isLater = typeof first === typeof own ? first > own : instantOf(first, zone) > instantOf(own, zone)
  return isLater ? original : timing
}

/** Whether a turn has come. `zone` is the press room's; UTC where it has none. */
export const hasCome = (turn: Instant | Day, now: Instant, zone: string | undefined): boolean =>
  typeof turn === 'number' ? now >= turn : hasBegun(turn, now, zone ?? 'UTC')

/** The day of a release that says none. */
export const noDay = '9999-12-31' as Day

/** The instant at which a turn comes; for what does not turn by itself, later than any. */
export const instantOf = (turn: Turn, zone: string | undefined): Instant =>
  turn === undefined || turn === noDay
    ? Number.POSITIVE_INFINITY
    : typeof turn === 'number'
      ? turn
      : (instantsOf(turn, '00:00', zone ?? 'UTC')[0] ?? Date.parse(`${turn}T00:00:00Z`))

/**
 * The status at an instant. An embargo alone decides when it ends, to the second; without one a release is kept apart until its
 * day begins in the press room's zone (UTC where it has none), or until its time.
 */
export function statusAt(timing: Timing, now: Instant, zone: string | undefined): Status {
  const holder = holderOf(timing, zone)
  const { embargo, date } = holder
  const turn = ownTurn(holder)
  if (turn === undefined) return { kind: 'draft' }
  if (!hasCome(turn, now, zone))
    return embargo ? { kind: 'embargoed', until: embargo } : { kind: 'scheduled', day: date }
  return timing.withdrawn ? { kind: 'withdrawn' } : { kind: 'public' }
}

interface Today {
  readonly now: Instant
  readonly zone: string
  /** The days that it is anywhere: clocks are up to 12 hours behind UTC and 14 ahead. */
  readonly first: string
  readonly last: string
  /** The day in the zone, once it is asked for. */
  day?: string
}

let known: Today | undefined

/** A build asks the same thousands of times, and the first clock of a process takes 15 ms to make: most days need none. */
function hasBegun(day: Day, now: Instant, zone: string): boolean {
  if (known?.now !== now || known.zone !== zone)
    known = { now, zone, first: utcDay(now - 12 * 3_600_000), last: utcDay(now + 14 * 3_600_000) }
  if (day <= known.first) return true
  if (day > known.last) return false
  return (known.day ??= wallClock(now, zone).day) >= day
}

const utcDay = (instant: Instant): string => wallClock(instant, 'UTC').day
