/** A mail client as a function: from an email's HTML to the page that it makes of it. */
export interface Client {
  readonly name: string
  /** What people call it. */
  readonly title: string
  /** What it does to mail, for people. */
  readonly summary: string
  /** Where that is from. */
  readonly source: string
  readonly transform: (html: string) => string
}
