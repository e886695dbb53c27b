import { visit, type Document, type YAMLError } from 'yaml'

/** `[a, b]` or `{ a: b }` in a text that was read as YAML, by its offsets; one that is not closed goes as far as it was read. */
export interface Brackets {
  readonly close: ']' | '}'
  readonly from: number
  readonly to: number
  readonly isOpen: boolean
}

const closing = { '[': ']', '{': '}' } as const

/** The brackets of a document, each before those inside it. */
export function bracketsIn(document: Document, slice: string): Brackets[] {
  const missing = new Set(document.errors.map((error) => `${missingBracket(error)} ${error.pos[0]}`))
  const found: Brackets[] = []
  visit(document, {
    Collection(_, { range }) {
      if (!range) return
      const [from, to] = range
      const open = slice.charAt(from)
      if (open !== '[' && open !== '{') return
      const close = closing[open]
      const isOpen = missing.delete(`${close} ${to}`)
      // A field whose name is in brackets begins with one, and ends without.
      if (isOpen || slice.charAt(to - 1) === close) found.push({ close, from, to, isOpen })
    },
  })
  return found
}

/** The bracket that an error misses. */
export const missingBracket = ({ message }: YAMLError): string | undefined => /end with a (.)/.exec(message)?.[1]

const ofFields = /^(?:BLOCK_IN_FLOW|BLOCK_AS_IMPLICIT_KEY|MULTILINE_IMPLICIT_KEY)$/

/** Whether an error is one of fields below a bracket that is not closed: they were not meant to stand in it. `start` is where its line begins. */
export function isInOpenBracket(
  { code, message, pos: [at] }: YAMLError,
  start: number,
  all: readonly Brackets[],
): boolean {
  if (!ofFields.test(code) && !message.startsWith('Missing , ')) return false
  const around = all.findLast(({ from, to }) => from < at && at <= to)
  return around !== undefined && around.isOpen && around.from < start
}
