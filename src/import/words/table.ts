import type { Kind } from '../../release/fields.ts'

/** The words by which press offices of a language mark the parts of a release. Letter case, accents and forms of apostrophes don't matter. */
export interface Words {
  readonly language: string
  /** FOR IMMEDIATE RELEASE. */
  readonly immediate: readonly string[]
  /** What it is: PRESS RELEASE, MEDIA ADVISORY. */
  readonly kinds: Readonly<Partial<Record<Kind, readonly string[]>>>
  /** What stands before the moment of an embargo. */
  readonly embargo: readonly string[]
  /** What says that there is one, without the word for until. */
  readonly embargoed: readonly string[]
  /** What may stand between these, the day, the time and the zone without changing what they say. */
  readonly embargoAround: readonly string[]
  /** The headings of whom to ask. */
  readonly contacts: readonly string[]
  readonly phone: readonly string[]
  readonly mobile: readonly string[]
  readonly email: readonly string[]
  readonly hours: readonly string[]
  /** What a contact has beside these, and the kit has no field for: a fax number, a website. */
  readonly other: readonly string[]
  /** What stands before a place by which contacts are grouped: In. */
  readonly at: readonly string[]
  /** What stands before a date: Date, Published on. */
  readonly date: readonly string[]
  /** What the heading of an About text begins with. */
  readonly about: readonly string[]
  readonly notes: readonly string[]
  /** The words that end a release, in capitals. */
  readonly end: readonly string[]
  /** What stands before a headline that is not the first. */
  readonly corrected: readonly string[]
  /** Lines of pages that belong to no release. */
  readonly furniture: readonly string[]
  readonly noon: readonly string[]
  readonly midnight: readonly string[]
  /** Months in forms that calendars do not give. */
  readonly months?: Readonly<Record<string, number>>
  /** Some of the commonest words, by which the language is told. */
  readonly common: readonly string[]
}
