import { closeSync, mkdirSync, openSync, rmdirSync, unlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { codeOf, writeFault } from '../build/disk-fault.ts'
import { diagnose, type Diagnostic } from '../source/diagnostic.ts'

/** New files, by their paths from a folder, with forward slashes. */
export type NewFiles = ReadonlyMap<string, string | Uint8Array>

/**
 * Writes new files and the folders that they need: all of them, or none, in one go that no signal comes between. A file that is there
 * already is a fault, and stays as it is.
 */
export function writeNew(root: string, files: NewFiles): Diagnostic[] {
  const undo: (() => void)[] = []
  for (const [path, content] of files) {
    const full = join(root, path)
    try {
      const first = mkdirSync(dirname(full), { recursive: true })
      if (first !== undefined) undo.push(() => removeFolders(dirname(full), first))
      const file = openSync(full, 'wx')
      undo.push(() => unlinkSync(full))
      try {
        writeFileSync(file, content)
      } finally {
        closeSync(file)
      }
    } catch (error) {
      for (const step of undo.reverse()) unlessItFails(step)
      if (codeOf(error) === 'EEXIST') return [fileExists(path)]
      return [writeFault(path, 'file', error)]
    }
  }
  return []
}

export const fileExists = (path: string, hint = 'give another name, or move the file away'): Diagnostic =>
  diagnose({ file: path }, undefined, 'file-exists', 'There is such a file already', { hint })

/** Removes a folder and those around it, up to the first that was made; one that holds something stays. */
function removeFolders(last: string, first: string): void {
  for (let folder = last; !relative(first, folder).startsWith('..'); folder = dirname(folder)) rmdirSync(folder)
}

function unlessItFails(step: () => void): void {
  try {
    step()
  } catch {
    // What cannot be taken back is not ours any more.
  }
}
