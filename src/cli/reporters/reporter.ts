import type { Diagnostic } from '../../source/diagnostic.ts'

/** What there is to tell, and what is needed to tell it. */
export interface Findings {
  readonly diagnostics: readonly Diagnostic<string>[]
  /** The way from where the command runs to the press room, with forward slashes; empty where that is the same. */
  readonly root: string
  readonly colour: boolean
  /** A line of a file, counted from 1. */
  lineOf(file: string, line: number): string | undefined
}

/** Tells what was found as one text. A pure function of what it is given. */
export type Reporter = (findings: Findings) => string | Promise<string>

/** The path of a file from where the command runs. */
export const fromHere = (root: string, file: string): string => (root === '' ? file : `${root}/${file}`)
