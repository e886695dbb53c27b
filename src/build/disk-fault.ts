import { join, relative, sep } from 'node:path'
import { diagnose, type Diagnostic } from '../source/diagnostic.ts'
import type { OutputFolder } from './outputs.ts'

/** An output as people see it: from the press room, where it is in there. */
export function shown(path: string, root: string, folder: OutputFolder): string {
  const full = join(folder.path, path)
  const way = relative(root, full)
  return (way.startsWith('..') ? full : way).split(sep).join('/')
}

/** A fault of the disk: at one output, or, where nothing more can be written, for the whole folder. */
export function diskFault(
  error: unknown,
  root: string,
  folder: OutputFolder,
  path?: string,
): { readonly diagnostic: Diagnostic; readonly stopped: boolean } {
  const code = codeOf(error)
  const stopped = ['ENOSPC', 'EDQUOT', 'EROFS'].includes(code) || !folder.isWritable()
  const whole = stopped || path === undefined
  const [file, what] = whole ? [shown('', root, folder), 'output folder'] : [shown(path, root, folder), 'output']
  return { diagnostic: writeFault(file, what, error), stopped }
}

/** What the disk said when a file was to be written. */
export const writeFault = (file: string, what: string, error: unknown): Diagnostic =>
  diagnose({ file }, undefined, 'write-failed', `The ${what} cannot be written (${codeOf(error)})`, {
    hint: 'look at the disk: is it full, or is the folder write-protected?',
  })

/** The disk's own word for what went wrong, such as EACCES. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error
    ? String(error.code)
    : error instanceof Error
      ? error.message
      : String(error)
