import type { Rule } from '../rule.ts'
import type { PlainText, TextContext } from './text.ts'

/** Something that must hold in the plain text of a release, checked on its final characters. */
export interface PlainTextRule<Code extends string = string> extends Rule<PlainText, Code> {
  /** What its examples are read with, where that matters. */
  readonly context?: TextContext
}

/** Gives a rule its type, the code as the literal that it is. */
export const definePlainTextRule = <const Code extends string>(rule: PlainTextRule<Code>): PlainTextRule<Code> => rule
