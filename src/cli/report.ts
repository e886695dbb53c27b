import { styleText } from 'node:util'
import { inReadingOrder, type Diagnostic, type Severity } from '../source/diagnostic.ts'

type Style = Parameters<typeof styleText>[0]
type Paint = (style: Style, text: string) => string

const colours = { error: 'red', warning: 'yellow', info: 'blue' } as const satisfies Record<Severity, Style>

export const painter =
  (colour: boolean): Paint =>
  (style, text) =>
    colour ? styleText(style, text, { validateStream: false }) : text

/**
 * Diagnostics for people, in the order in which they are mended: place, severity, what is wrong, the line it stands in, and how
 * to mend it. A pure function of what it is given; `lineOf` gives a line of a file, counted from 1.
 */
export function report(
  diagnostics: readonly Diagnostic<string>[],
  colour: boolean,
  lineOf: (file: string, line: number) => string | undefined,
): string {
  const paint = painter(colour)
  return inReadingOrder(diagnostics)
    .map((diagnostic) => one(diagnostic, paint, lineOf))
    .join('')
}

function one(
  { file, position, severity, message, code, hint, related }: Diagnostic<string>,
  paint: Paint,
  lineOf: (file: string, line: number) => string | undefined,
): string {
  const place = position ? `${file}:${position.start.line}:${position.start.column}` : file
  const lines = [
    `${paint('bold', place)} ${paint(colours[severity], severity)} ${message} ${paint('dim', `(${code})`)}`,
  ]
  const source = position && lineOf(file, position.start.line)
  if (position && source !== undefined && source.trim() !== '') {
    const end = position.end.line === position.start.line ? position.end.column : source.length + 1
    lines.push(...frame(source, position.start.column, end, (marks) => paint(colours[severity], marks)))
  }
  if (hint) lines.push(`  ${paint('cyan', hint)}`)
  for (const place of related ?? [])
    lines.push(
      `  ${place.message}: ${place.file}${place.position ? `:${place.position.start.line}:${place.position.start.column}` : ''}`,
    )
  return `${lines.join('\n')}\n`
}

const widest = 100

/** The line with marks under the part that is meant; a long one is cut to what stands around it. */
function frame(source: string, from: number, to: number, paint: (marks: string) => string): string[] {
  const start = Math.max(0, Math.min(from - 30, source.length - widest))
  const shown = source.slice(start, start + widest).replace(/\p{Cc}/gu, ' ')
  const length = Math.max(1, Math.min(to, start + widest + 1) - from)
  const before = start > 0 ? '…' : ''
  return [
    `  ${before}${shown}${start + widest < source.length ? '…' : ''}`,
    `  ${' '.repeat(before.length + from - 1 - start)}${paint('~'.repeat(length))}`,
  ]
}
