import type { Locale } from '../press-room/locale.ts'
import type { Kind } from '../release/fields.ts'
import type { Aside, Block } from './manuscript.ts'

/** Somebody to ask, as the source names them. */
export interface Person {
  readonly name: string
  readonly role?: string
  readonly organization?: string
  readonly location?: string
  readonly phone?: string
  readonly mobile?: string
  readonly hours?: string
  readonly email?: string
  /** What there is no field for, such as a fax number. */
  readonly rest: readonly string[]
}

/** An About text of the source: its heading and what stands under it. */
export interface Section {
  readonly title: string
  readonly blocks: readonly Block[]
}

export interface Picture {
  readonly src: string
  readonly alt?: string
  readonly caption?: string
  readonly credit?: string
}

/** What has been recognized of a release. */
export interface Draft {
  readonly headline?: string
  readonly subheadline?: string
  readonly summary?: string
  readonly date?: string
  readonly dateline?: string
  readonly embargo?: string
  readonly draft?: boolean
  readonly contacts: readonly (Person | { readonly id: string })[]
  readonly about: readonly (Section | { readonly id: string })[]
  readonly language?: string
  readonly slug?: string
  readonly aliases: readonly string[]
  readonly kind?: Kind
  readonly number?: string
  readonly subject?: string
  readonly tags: readonly string[]
  readonly media: readonly Picture[]
  readonly attachments: readonly { readonly src?: string; readonly url?: string; readonly title: string }[]
  readonly notes: readonly string[]
}

/** Words that are in the release without being typed in it: a date in words, the release line, a label, an end mark. */
export interface Taken {
  readonly as:
    | 'release line'
    | 'kind'
    | 'date'
    | 'embargo'
    | 'label'
    | 'end mark'
    | 'masthead'
    | 'repeated headline'
    | 'heading'
    | 'dateline'
    | 'phone number'
    | 'named before'
  readonly text: string
}

/** Something that import was unsure of, at the field it concerns, or at the end of the text. */
export interface Remark {
  readonly text: string
  readonly field?: keyof Draft
}

/** How far the recognition has come: what is left of the text, and what was found in it. */
export interface Reading {
  /** The text up to the end mark. */
  readonly blocks: readonly Block[]
  /** What stands after it. */
  readonly tail: readonly Block[]
  readonly draft: Draft
  readonly taken: readonly Taken[]
  readonly remarks: readonly Remark[]
  /** What fits nowhere. */
  readonly asides: readonly Aside[]
}

export const nothingRead: Omit<Reading, 'blocks'> = {
  tail: [],
  draft: { contacts: [], about: [], aliases: [], tags: [], media: [], attachments: [], notes: [] },
  taken: [],
  remarks: [],
  asides: [],
}

/** What the recognition has to know beside the text. */
export interface Context {
  /** The language of the text, as far as it can be told. */
  readonly language: string
  readonly zone: string | undefined
  /** Names that may stand above a release without being part of it: those of the organization. */
  readonly mastheads: readonly string[]
  readonly locale: Locale | undefined
  readonly fileName: string
  readonly fields: Readonly<Record<string, unknown>>
}

/** Takes what it knows out of the blocks, and gives the rest on. */
export type Recognizer = (reading: Reading, context: Context) => Reading
