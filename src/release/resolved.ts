import type { Day } from '../calendar/day.ts'
import type { Instant } from '../calendar/zone.ts'
import type { Document, Inline } from '../markdown/tree.ts'
import type { Language } from '../press-room/language.ts'
import type { Locale } from '../press-room/locale.ts'
import type { SourceText } from '../source/text.ts'
import type { Kind, ReleaseFields } from './fields.ts'
import type { MediaFile } from './media.ts'
import type { Phone } from './phone.ts'
import type { Shelf, Status } from './status.ts'

/** A person to ask, as of the release's day and in its language. */
export interface ContactDetails {
  readonly name: string
  readonly role: string
  readonly organization: string
  readonly phone: Phone | undefined
  readonly mobile: Phone | undefined
  readonly hours: string
  readonly email: string
}

export interface ContactGroup {
  readonly location: string
  readonly contacts: readonly ContactDetails[]
}

export interface About {
  readonly id: string
  readonly title: string
  readonly document: Document
}

/** A picture that front matter describes, or that a body names. */
export interface Medium {
  readonly src: string
  readonly file: MediaFile | undefined
  readonly alt: string
  readonly caption: string
  readonly credit: string
  readonly rights: string
}

export interface Attachment {
  /** A path beside the release, or a full address. */
  readonly href: string
  readonly title: string
  readonly file: MediaFile | undefined
}

export interface Translation {
  readonly language: Language
  /** Whether this is the one that stands in the release's folder itself. */
  readonly isOriginal: boolean
}

export interface Correction {
  readonly day: Day
  readonly date: string
  readonly text: readonly Inline[]
}

export interface Event {
  readonly starts: string
  readonly ends: string
  readonly place: string
  readonly address: string
  readonly online: string
  readonly registration: readonly Inline[]
}

/** A release with everything that it needs: nothing in it is looked up any more, and every format reads it alike. */
export interface ResolvedRelease {
  readonly source: SourceText
  readonly slug: string
  readonly aliases: readonly string[]
  readonly language: Language
  readonly isOriginal: boolean
  readonly locale: Locale
  readonly kind: Kind
  readonly number: string
  readonly status: Status
  readonly shelf: Shelf
  readonly releaseLine: string
  readonly date: Day
  readonly dateInWords: string
  /** The instant it goes out or went out, where more than the day is known. */
  readonly published: Instant | undefined
  readonly headline: readonly Inline[]
  readonly subheadline: readonly Inline[]
  readonly summary: readonly Inline[]
  readonly subject: string
  /** The same without the marks of an embargo, a correction or a withdrawal. */
  readonly subjectWords: string
  /** The field that its words are of. */
  readonly subjectField: 'headline' | 'subject'
  /** Where the words of the subject stand, in offsets of its source. */
  readonly subjectAt: () => readonly [start: number, end: number]
  readonly contactGroups: readonly ContactGroup[]
  readonly corrections: readonly Correction[]
  /** The notice that stands in place of the body, where the release is withdrawn. */
  readonly withdrawal: { readonly day: Day; readonly notice: string; readonly reason: readonly Inline[] } | undefined
  readonly event: Event | undefined
  readonly body: Document
  readonly spokespeople: NonNullable<ReleaseFields['spokespeople']>
  readonly organizations: NonNullable<ReleaseFields['organizations']>
  readonly research: ReleaseFields['research']
  readonly notes: Document
  /** The files beside the release that it shows, offers or links to, by the path it names them by. */
  readonly files: ReadonlyMap<string, MediaFile>
  /** What front matter says of pictures, by the path they are named by. */
  readonly media: ReadonlyMap<string, Medium>
  /** The pictures that front matter lists and the body does not show. */
  readonly gallery: readonly Medium[]
  readonly attachments: readonly Attachment[]
  readonly links: NonNullable<ReleaseFields['links']>
  readonly boilerplate: readonly About[]
  readonly endMark: string
  readonly tags: readonly string[]
  readonly translations: readonly Translation[]
}
