import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readWorth, weighed, type Worth } from '../check/options.ts'
import type { Settings } from '../press-room/settings.ts'
import { codes, warned } from '../source/codes.ts'
import type { Diagnostic } from '../source/diagnostic.ts'
import { lineStarts } from '../source/text.ts'
import type { Counts, Problem } from './wire.ts'

/** What build says anew each time that a release is rendered; all else is said by a rule. */
export const saidByBuild = ({ code }: Diagnostic<string>): boolean => Object.hasOwn(codes, code)

/** Whether it keeps a release from being built: what press.yaml settles does not, even where it is to be an error. */
export const isRefusal = (one: Diagnostic<string>, check: Settings['check'] = {}): boolean =>
  one.severity === 'error' && saidByBuild(one) && check[one.code] === undefined

/** What build says, without the warnings that press.yaml turns off, and weighed as it wants them; an error stays one. */
export function settled(
  diagnostics: readonly Diagnostic<string>[],
  check: Settings['check'] = {},
): readonly Diagnostic<string>[] {
  const worth = warned.flatMap((code) => (check[code] ? [[code, readWorth(code, check[code], {}).worth] as const] : []))
  return weighed(diagnostics, new Map<string, Worth>(worth))
}

const order = { error: 0, warning: 1, info: 2 } as const

/** Each problem once, errors first, then as one reads; with the lines that they stand in. */
export function problemsOf(
  root: string,
  diagnostics: readonly Diagnostic<string>[],
  opens: (file: string) => boolean,
): Problem[] {
  const seen = new Map(diagnostics.map((one) => [`${one.file}\n${one.position?.start.offset}\n${one.message}`, one]))
  const lineOf = linesBelow(root)
  return [...seen.values()]
    .sort(
      (a, b) =>
        order[a.severity] - order[b.severity] ||
        (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
        (a.position?.start.offset ?? -1) - (b.position?.start.offset ?? -1),
    )
    .map(({ severity, code, message, hint = '', file, position }): Problem => {
      const { line = 0, column = 0 } = position?.start ?? {}
      const text = position && lineOf(file, line)
      const end = position?.end.line === line ? position.end.column : (text?.length ?? 0) + 1
      const frame = text === undefined || text.trim() === '' ? undefined : framed(text, column, end)
      return { severity, code, message, hint, file, line, column, opens: opens(file), ...(frame && { frame }) }
    })
}

export const countsOf = (problems: readonly { readonly severity: Problem['severity'] }[]): Counts => {
  const of = (severity: Problem['severity']): number => problems.filter((one) => one.severity === severity).length
  return { errors: of('error'), warnings: of('warning'), remarks: of('info') }
}

/** In characters: of what stands before, of what is meant, and of what follows. */
const [before, most, after] = [40, 160, 60]

/** The line in three parts; of a long one, what stands around the part that is meant. */
function framed(text: string, from: number, to: number): readonly [string, string, string] {
  const [start, end] = [from - 1, Math.max(from, to - 1)]
  const isCut = end - start > most
  const left = text.slice(Math.max(0, start - before), start)
  const right = text.slice(end, end + after)
  const clean = (part: string): string => part.replace(/\p{Cc}/gu, ' ')
  return [
    clean(start > before ? `…${left}` : left),
    clean(text.slice(start, isCut ? start + most : end)),
    isCut ? '…' : clean(end + after < text.length ? `${right}…` : right),
  ]
}

function linesBelow(root: string): (file: string, line: number) => string | undefined {
  const texts = new Map<string, { readonly text: string; readonly starts: readonly number[] }>()
  const read = (file: string) => {
    const text = readText(join(root, file))
    return { text, starts: lineStarts(text) }
  }
  return (file, line) => {
    const { text, starts } = texts.get(file) ?? read(file)
    texts.set(file, { text, starts })
    const start = starts[line - 1]
    return start === undefined ? undefined : text.slice(start, starts[line]).replace(/[\r\n]+$/, '')
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '')
  } catch {
    return ''
  }
}
