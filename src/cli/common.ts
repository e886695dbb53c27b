import { InvalidArgumentError } from 'commander'
import { readFileSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { readMoment } from '../calendar/moment.ts'
import { isBelow, unlinked } from '../source/below.ts'
import type { Diagnostic } from '../source/diagnostic.ts'
import { Exit, type ExitCode, type Io } from './io.ts'
import type { painter } from './paint.ts'

/** The moment that `--now` names, with its zone: it is read before there is a press room whose own could be meant. */
export function moment(text: string): number {
  const read = readMoment(text, undefined)
  if ('moment' in read) return read.moment.instant
  if ('moment' in readMoment(text, 'UTC'))
    throw new InvalidArgumentError(`Missing time zone; add one, such as "${text} Europe/Amsterdam"`)
  const instant = /^\d{4}-\d{2}-\d{2}T.*(?:Z|[+-]\d{2}:\d{2})$/.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(instant)) throw new InvalidArgumentError([read.fault, ...(read.hint ? [read.hint] : [])].join('; '))
  return instant
}

/** A file named on the command line, by its path from the press room; either may be called by way of a symbolic link. */
export function fromRoot(root: string, named: string, { cwd }: Io): string {
  const file = resolve(cwd, named.replaceAll('\\', '/'))
  return (
    isBelow(root, file) ? relative(root, file) : relative(unlinked(root), join(unlinked(dirname(file)), basename(file)))
  )
    .split(sep)
    .join('/')
}

/** The lines of files in a folder, each read once and only where it is asked for. */
export function linesBelow(root: string): (file: string, line: number) => string | undefined {
  const lines = new Map<string, readonly string[]>()
  return (file, line) => {
    if (!lines.has(file)) lines.set(file, readLines(join(root, file)))
    return lines.get(file)?.[line - 1]
  }
}

function readLines(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8')
      .replace(/^\uFEFF/, '')
      .split(/\r\n|\r|\n/)
  } catch {
    return []
  }
}

/** Tells a person what is wrong. What measures the width of lines is loaded only where there is something. */
export async function tellFaults(diagnostics: readonly Diagnostic<string>[], root: string, io: Io): Promise<void> {
  if (diagnostics.length === 0) return
  const { report } = await import('./report.ts')
  io.stderr(report(diagnostics, io.colour, linesBelow(root)))
}

/** Says that what was typed is not to be done; to a program that asks for JSON, as data. */
export function refuse(fault: Diagnostic, json: boolean, io: Io): ExitCode {
  if (json) io.stdout(`${JSON.stringify({ diagnostics: [fault] }, undefined, 2)}\n`)
  else io.stderr(`error: ${fault.message}\n${fault.hint ?? ''}\n`)
  return Exit.usage
}

/** What a command needs to be told where it does not run in the press room. */
export const rootFlag = (root: string, { cwd }: Io): string =>
  root === cwd ? '' : ` --root ${shellWord(relative(cwd, root))}`

/** A path as it can be typed after a command. */
export const shellWord = (path: string): string => (/^[\w./\\:-]+$/.test(path) ? path : `"${path}"`)

export const count = (number: number, one: string, many = `${one}s`): string => `${number} ${number === 1 ? one : many}`

/** `2 errors, 1 warning`; nothing where there is neither. */
export function counted(diagnostics: readonly Diagnostic<string>[], paint: ReturnType<typeof painter>): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning').length
  return [
    errors > 0 ? paint('red', count(errors, 'error')) : '',
    warnings > 0 ? paint('yellow', count(warnings, 'warning')) : '',
  ]
    .filter(Boolean)
    .join(', ')
}
