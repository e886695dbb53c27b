import type { Diagnostic } from '../source/diagnostic.ts'

/** Somebody or something of a source that was looked for in the press room. */
export interface Match {
  readonly id: string
  /**
   * `known`: all is as here. `near`: the same, with differences. `other`: one of that name with another text. `new`: not here yet. `added`: put
   * here by this import.
   */
  readonly how: 'known' | 'near' | 'other' | 'new' | 'added'
  readonly differences: readonly string[]
  /** Of what is new: the file it belongs in, and what to put there. */
  readonly file?: string
  readonly text?: string
}

/** What came of one source. */
export interface ImportedRelease {
  /** The file that was read, as it was named. */
  readonly source: string
  /** The release, by its path from the press room. */
  readonly file: string
  /** The release's text. */
  readonly text: string
  /** Whether it was written. */
  readonly written: boolean
  /** Pictures and attachments that came with it, by their paths from the press room. */
  readonly media: readonly string[]
  readonly contacts: readonly Match[]
  readonly boilerplate: readonly Match[]
  /** What was read as a part of a release, and is in it in another form: the date in words, the release line, labels. */
  readonly understood: readonly { readonly as: string; readonly text: string }[]
  /** What import was unsure of; each is a comment in the release, too. */
  readonly remarks: readonly string[]
  /** What fits nowhere; it stands at the end of the release, in comments. */
  readonly leftOver: readonly { readonly what: string; readonly text: string }[]
}

export interface ImportReport {
  readonly releases: readonly ImportedRelease[]
  /** What was refused, and what could not be written. */
  readonly diagnostics: readonly Diagnostic<string>[]
}
