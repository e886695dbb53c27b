import { sourceText, type SourceText } from '../../source/text.ts'

/** A release as plain text, as the rules see it. */
export interface PlainText {
  readonly source: SourceText
  readonly lines: readonly Line[]
  /** In columns, how wide the press room wants it; nothing where a paragraph is one line. */
  readonly wrap: number | undefined
  /** Whether the press room wants typographic characters in ASCII. */
  readonly ascii: boolean
  /** The addresses that the text is to have, whole. */
  readonly addresses: readonly string[]
  /** What stands in it as code, where markup is meant to be read: line by line, in its order. Asked for only where there is markup. */
  readonly code: () => readonly string[]
}

/** A line of the text, without its end. */
export interface Line {
  readonly text: string
  readonly start: number
}

export interface TextContext {
  readonly wrap?: number | undefined
  readonly ascii?: boolean
  readonly addresses?: readonly string[]
  readonly code?: () => readonly string[]
}

/** Reads the plain text of a release. */
export function readText(
  file: string,
  text: string,
  { wrap, ascii = false, addresses = [], code = () => [] }: TextContext = {},
): PlainText {
  let start = 0
  const lines = text.split('\n').map((line) => {
    const one = { text: line, start }
    start += line.length + 1
    return one
  })
  return { source: sourceText(file, text), lines, wrap, ascii, addresses, code }
}
