import { displayWidth } from '../markdown/width.ts'
import { inReadingOrder, type Diagnostic, type Severity } from '../source/diagnostic.ts'
import { painter, type Paint } from './paint.ts'

const colours = { error: 'red', warning: 'yellow', info: 'blue' } as const satisfies Record<Severity, string>

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

/**
 * The line with marks under the part that is meant, as wide as it is shown; a long one is cut to what stands around it. In a line that
 * runs from right to left a terminal would put the marks elsewhere: there the part itself is repeated below.
 */
function frame(source: string, from: number, to: number, paint: (marks: string) => string): string[] {
  const start = whole(source, Math.max(0, Math.min(from - 30, source.length - widest)))
  const end = whole(source, start + widest)
  const plain = (text: string): string => text.replace(/\p{Cc}/gu, ' ')
  const lead = plain(source.slice(start, from - 1))
  const meant = plain(source.slice(from - 1, Math.max(from, Math.min(to - 1, end))))
  const [before, after] = [start > 0 ? '…' : '', end < source.length ? '…' : '']
  const shown = `  ${before}${plain(source.slice(start, end))}${after}`
  if (rightToLeft.test(source.slice(start, end))) return [shown, `  ${paint('~')} ${meant}`]
  const marks = '~'.repeat(Math.max(1, displayWidth(meant)))
  return [shown, `  ${' '.repeat(displayWidth(before + lead))}${paint(marks)}`]
}

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u

/** An offset that does not part the two halves of a character. */
const whole = (text: string, at: number): number => (/^[\udc00-\udfff]/.test(text.slice(at, at + 1)) ? at - 1 : at)
