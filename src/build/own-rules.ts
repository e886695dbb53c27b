import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readOwnRule } from '../check/own/read.ts'
import type { AnyRule } from '../check/release/index.ts'
import { decode } from '../source/decode.ts'
import { diagnose, type Diagnostic, type Outcome } from '../source/diagnostic.ts'
import { namesIn } from '../source/file-names.ts'
import type { SourceText } from '../source/text.ts'
import { codeOf } from './disk-fault.ts'

/** The rules of a press room's own: those in the files of rules/, and what is wrong with the files. `taken` are the names of all others. */
export function ownRulesIn(
  root: string,
  taken: readonly string[],
): { readonly rules: readonly AnyRule[]; readonly diagnostics: readonly Diagnostic[] } {
  const rules: AnyRule[] = []
  const diagnostics: Diagnostic[] = []
  for (const name of filesIn(root)) {
    const file = `rules/${name}`
    const source = readSource(root, file)
    const read = source.value && readOwnRule(source.value, [...taken, ...rules.map(({ code }) => code)])
    diagnostics.push(...source.diagnostics, ...(read?.diagnostics ?? []))
    if (read?.value) rules.push(read.value)
  }
  return { rules, diagnostics }
}

function readSource(root: string, file: string): Outcome<SourceText> {
  try {
    return decode(file, readFileSync(join(root, file)))
  } catch (error) {
    const message = `The file cannot be read (${codeOf(error)})`
    return { diagnostics: [diagnose({ file }, undefined, 'unreadable-file', message)] }
  }
}

const filesIn = (root: string): string[] =>
  namesIn(join(root, 'rules'))
    .filter((name) => /\.ya?ml$/i.test(name) && !name.startsWith('.'))
    .sort()
