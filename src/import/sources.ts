import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { codeOf } from '../build/disk-fault.ts'
import { diagnose, type Diagnostic, type Outcome } from '../source/diagnostic.ts'

/** The largest file that is read, in bytes: a release with many photographs has 60 MB. */
const maxBytes = 100_000_000

/** What import reads, and what it knows to say a word about. */
const known = /\.(?:docx|docm|doc|html?|xhtml|mhtml?|eml|msg|txt|text|md|markdown|mdx|rtf|odt|pages|pdf)$/i

/** Something that is to be imported: a file, a folder of files, or a text that comes from elsewhere. */
export type Source = string | { readonly name: string; readonly bytes: Uint8Array }

/** One file: its name as it was given, and the folder that it lies in. */
export interface SourceFile {
  readonly name: string
  readonly folder: string | undefined
  readonly read: () => Outcome<Uint8Array>
}

/** The files of sources; a folder is all files in it and below that are of a kind that press offices write, in the order of their names. */
export function filesOf(
  sources: readonly Source[],
  from: string,
): { readonly files: SourceFile[]; readonly diagnostics: Diagnostic[] } {
  const files: SourceFile[] = []
  const diagnostics: Diagnostic[] = []
  for (const source of sources) {
    if (typeof source !== 'string') {
      files.push({ name: source.name, folder: undefined, read: () => ({ value: source.bytes, diagnostics: [] }) })
      continue
    }
    const path = join(from, source)
    const full = source.startsWith('/') || /^[a-z]:[\\/]/i.test(source) ? source : path
    try {
      if (!statSync(full).isDirectory()) files.push(fileAt(source, full))
      else
        for (const name of below(full)) files.push(fileAt(`${source.replace(/[\\/]$/, '')}/${name}`, join(full, name)))
    } catch (error) {
      const isMissing = codeOf(error) === 'ENOENT'
      const message = isMissing ? 'There is no such file' : `The file cannot be read (${codeOf(error)})`
      diagnostics.push(
        diagnose({ file: source }, undefined, 'unreadable-file', message, {
          hint: isMissing ? 'look at its name, and at the folder you are in' : 'look at its name',
        }),
      )
    }
  }
  return { files, diagnostics }
}

const fileAt = (name: string, full: string): SourceFile => ({
  name,
  folder: full.slice(0, full.length - basename(full).length),
  read: () => readWithin(name, full),
})

/** Reads a file, after a look at its size and kind: a device or a pipe could go on for ever. */
function readWithin(name: string, full: string): Outcome<Uint8Array> {
  try {
    const { size } = statSync(full)
    if (!statSync(full).isFile())
      return {
        diagnostics: [
          diagnose({ file: name }, undefined, 'refused-file', 'No file, but a device or a pipe', {
            hint: 'name a file',
          }),
        ],
      }
    if (size > maxBytes) {
      const message = `Too large file, ${Math.round(size / 1e6)} MB, maximum ${maxBytes / 1e6} MB`
      return {
        diagnostics: [
          diagnose({ file: name }, undefined, 'too-large-file', message, {
            hint: 'take large pictures out of it, and import those by themselves',
          }),
        ],
      }
    }
    return { value: readFileSync(full), diagnostics: [] }
  } catch (error) {
    return {
      diagnostics: [
        diagnose({ file: name }, undefined, 'unreadable-file', `The file cannot be read (${codeOf(error)})`),
      ],
    }
  }
}

/** What a press room has of its own, and was not sent to it. */
const ofPressRoom = /^(?:releases|templates|brand|schemas|README\.md)$/

/**
 * Browsers save a page's pictures in a folder beside it, and word processors leave locks and copies about. Releases that are here already,
 * and what was made of them, are no manuscripts.
 */
function below(folder: string, depth = 0): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  const isThere = (name: string): boolean => entries.some((entry) => entry.name === name)
  if (isThere('.outputs.json')) return []
  const isPressRoom = isThere('press.yaml')
  return entries.flatMap((entry) => {
    if (/^[.~]|^node_modules$|_files$|\.fld$/.test(entry.name) || (isPressRoom && ofPressRoom.test(entry.name)))
      return []
    if (entry.isDirectory())
      return depth > 10 ? [] : below(join(folder, entry.name), depth + 1).map((name) => `${entry.name}/${name}`)
    return known.test(entry.name) ? [entry.name] : []
  })
}
