import type { Kind } from '../../release/fields.ts'

/**
 * The words that a new file is begun with, in one language. What is still to come stands in brackets that begin with the language's
 * word for "add": `pressmark check` reports each of them as a placeholder.
 */
export interface Wording {
  /** The heading of an About text. */
  about(name: string): string
  /** Behind `draft: true`. */
  readonly draft: string
  readonly subheadline: string
  readonly summary: string
  readonly place: string
  readonly partner: string
  readonly bodies: Readonly<Record<Kind, string>>
  /** A comment below a new body: what is put in by itself, and what else there is. */
  readonly form: string
  /** The first release of a new press room. */
  readonly first: {
    readonly headline: string
    readonly subheadline: string
    readonly summary: string
    readonly body: string
  }
  readonly contactsFile: string
  readonly translation: string
  /** What an editor's snippets are for, and the words that stand in them to be written over. */
  readonly snippets: Readonly<Record<SnippetName, string>>
  readonly labels: Readonly<Record<SnippetLabel, string>>
}

export type SnippetName =
  | 'release'
  | 'quote'
  | 'facts'
  | 'notes'
  | 'embargo'
  | 'picture'
  | 'link'
  | 'correction'
  | 'withdrawn'
  | 'event'
  | 'speaker'
  | 'figure'

type SnippetLabel =
  | 'headline'
  | 'place'
  | 'text'
  | 'nameAndRole'
  | 'quotation'
  | 'heading'
  | 'shows'
  | 'caption'
  | 'credit'
  | 'words'
  | 'wrong'
  | 'reason'
  | 'name'
  | 'role'
  | 'topics'
