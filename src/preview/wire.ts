/** What the server tells the page, and the page asks of it. Plain types, which both of them read. */

/** `unknown` is a release that has not been read yet, or never could be. */
export type State = 'draft' | 'embargoed' | 'scheduled' | 'public' | 'withdrawn' | 'unknown'

/** Who may see a release now, and until when that holds. */
export interface Status {
  readonly state: State
  /** The end of the embargo, or the day it goes out, in words; empty where there is none. */
  readonly until: string
}

export interface Counts {
  readonly errors: number
  readonly warnings: number
  readonly remarks: number
}

/** A release in the list: one language of it. */
export interface ListedRelease extends Status {
  readonly file: string
  /** BCP 47. */
  readonly language: string
  readonly languageName: string
  readonly direction: 'ltr' | 'rtl'
  /** As it was last read without a fault, like the state; where it never was, what the name of the file says. */
  readonly headline: string
  /** Whether it has errors that keep it from being built, as far as is known. */
  readonly faulty: boolean
  /** 2020-04-09; empty where the release does not say it. */
  readonly day: string
  /** Nothing until it was checked. */
  readonly problems?: Counts
}

/** A release with its translations, the original first. */
export interface ListedGroup {
  readonly key: string
  readonly releases: readonly ListedRelease[]
}

/** A fault or a remark, with the line it stands in. */
export interface Problem {
  readonly severity: 'error' | 'warning' | 'info'
  readonly code: string
  readonly message: string
  readonly hint: string
  readonly file: string
  /** From 1; 0 where it concerns the whole file. */
  readonly line: number
  readonly column: number
  /** The line in three parts: what is meant stands in the middle. Nothing where there is no line to show. */
  readonly frame?: readonly [before: string, meant: string, after: string]
  /** Whether the file can be opened from here. */
  readonly opens: boolean
}

/** A mail client that an email is shown in. */
export interface MailClient {
  readonly name: string
  readonly title: string
  /** What it does to mail. */
  readonly summary: string
}

/** The press room, with all its releases. */
export interface Listing {
  readonly name: string
  readonly clients: readonly MailClient[]
  readonly groups: readonly ListedGroup[]
  /** What is wrong with press.yaml and templates/. */
  readonly problems: readonly Problem[]
}

/** A format other than web page, email and plain text. */
export interface OtherFormat {
  readonly name: string
  readonly fileName: string
  readonly mediaType: string
}

export interface Details extends ListedRelease {
  readonly group: string
  readonly words: number
  readonly minutes: number
  /** This release in all its languages. */
  readonly languages: readonly ListedRelease[]
  readonly problems: Counts
  /** The errors that keep the release, as it stands, from being rendered. */
  readonly faults: readonly Problem[]
  /** All else that is to be said. */
  readonly found: readonly Problem[]
  /** Whether the rules have been asked about the text as it stands. */
  readonly checked: boolean
  readonly others: readonly OtherFormat[]
  readonly canOpen: boolean
}

/** A file that is not shown as a page: its facts, and its text where it has one. */
export interface FileFacts {
  readonly facts: readonly (readonly [name: string, value: string])[]
  readonly text: string
}

/** What the clipboard gets. */
export interface Copied {
  readonly html: string
  readonly text: string
}

/** What could not be done, in words. */
export interface Refused {
  readonly fault: string
}

/** What the server says by itself. */
export type News =
  /** Said at the start of a stream: another run of the server knows nothing of what came before. */
  | { readonly kind: 'hello'; readonly run: string }
  /** Releases of the list that are new or different, and those that are gone; what is wrong with the press room, where it was asked. */
  | {
      readonly kind: 'listed'
      readonly groups: readonly ListedGroup[]
      readonly gone: readonly string[]
      readonly problems?: readonly Problem[]
    }
  /** Releases that would be rendered otherwise now, all of them where there is no list; and those whose file has another name now. */
  | {
      readonly kind: 'changed'
      readonly files?: readonly string[]
      readonly renamed?: readonly (readonly [from: string, to: string])[]
      readonly pictures: boolean
    }
  /** Releases about which the rules have been asked. */
  | { readonly kind: 'checked'; readonly files: readonly string[] }
