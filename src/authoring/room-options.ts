import type { Instant } from '../calendar/zone.ts'

/** A text that is the same in every language, or one for each. */
type Texts = string | Readonly<Record<string, string>>

export interface NewPressRoomOptions {
  /** The name of the organization in full. */
  readonly name: Texts
  readonly shortName?: Texts
  /** Language tags; the first is that of releases which name none. */
  readonly languages: readonly string[]
  readonly timeZone?: string
  readonly baseUrl?: string
  /** As #1b4b8f. */
  readonly accent?: string
  /** A picture, by its full path; it is copied in. */
  readonly logo?: string
  readonly contact: {
    readonly name: string
    readonly role?: string
    /** The city of the press office, which is also the place of a release that names none. */
    readonly place?: string
    readonly phone?: string
    readonly email: string
  }
  /** What the organization is, for the end of each release. */
  readonly about: Texts
  /** Whether package.json, settings for editors and a workflow for GitHub are left out. */
  readonly bare?: boolean
  /** The moment that counts as now, for the day of the first release. */
  readonly now: Instant
}
