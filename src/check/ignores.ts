import { matchesIn } from '../source/matches.ts'
import type { ofRules } from '../source/codes.ts'
import { nearest } from '../source/nearest.ts'
import type { SourceText } from '../source/text.ts'
import type { Span } from './rule.ts'

/** `<!-- pressmark-ignore rule: reason -->`, and in front matter `# pressmark-ignore rule: reason`. */
interface Ignore {
  readonly rules: readonly string[]
  readonly reason: string
  readonly at: Span
  /** The stretch of the file that it speaks of. */
  readonly about: Span
}

export interface IgnoreFault {
  readonly code: Exclude<keyof typeof ofRules, 'unknown-language' | 'unasked-links'>
  readonly message: string
  readonly hint: string
  readonly at: Span
}

const inBody = /<!--\s*pressmark-ignore\b([^:>]*?)(?::([\s\S]*?))?-->/g
const inFrontMatter = /#[ \t]*pressmark-ignore\b([^:\n]*)(?::([^\n]*))?/g

/** Which findings the author of a release has answered, and what is wrong with the answers. */
export function ignoresIn(source: SourceText, bodyStart: number, known: readonly string[]) {
  const { text } = source
  const ignores = [...found(text, inFrontMatter, 0, bodyStart), ...found(text, inBody, bodyStart, text.length)]
  const used = new Set<string>()
  return {
    /** Whether a finding is answered. */
    covers(code: string, [start]: Span): boolean {
      let covered = false
      for (const [i, { rules, reason, about }] of ignores.entries())
        if (reason !== '' && rules.includes(code) && about[0] <= start && start <= about[1]) {
          used.add(`${i} ${code}`)
          covered = true
        }
      return covered
    },
    /** To be asked when all findings of the rules that ran are known. */
    faults: (ran: readonly string[]): IgnoreFault[] =>
      ignores.flatMap((ignore, i) =>
        faultsOf(ignore, known, (rule) => used.has(`${i} ${rule}`) || !ran.includes(rule)),
      ),
  }
}

function found(text: string, pattern: RegExp, start: number, end: number): Ignore[] {
  return matchesIn(text.slice(start, end), pattern).map(({ 0: typed, 1: names = '', 2: reason = '', index }) => {
    const at: Span = [start + index, start + index + typed.trimEnd().length]
    const rules = names.split(/[\s,]+/).filter((name) => name !== '')
    return { rules, reason: reason.trim(), at, about: stretchAbout(text, at) }
  })
}

/** The rest of its own line where something else stands there, or else the paragraph below. */
function stretchAbout(text: string, [start, end]: Span): Span {
  const line = text.lastIndexOf('\n', start - 1) + 1
  const lineEnd = endOfLine(text, end)
  const alone = (text.slice(line, start) + text.slice(end, lineEnd)).trim() === ''
  if (!alone) return [line, lineEnd]
  const below = /\S/.exec(text.slice(lineEnd))
  if (!below) return [lineEnd, lineEnd]
  const from = lineEnd + below.index
  const gap = /\n[ \t]*(?:\r?\n|$)/.exec(text.slice(from))
  return [from, gap ? from + gap.index : text.length]
}

const endOfLine = (text: string, from: number): number => {
  const at = text.indexOf('\n', from)
  return at === -1 ? text.length : at
}

function faultsOf(
  { rules, reason, at }: Ignore,
  known: readonly string[],
  isUsed: (rule: string) => boolean,
): IgnoreFault[] {
  if (rules.length === 0 || reason === '') {
    const hint = 'write it as `pressmark-ignore rule: reason`'
    return [{ code: 'ignore-without-reason', message: 'Ignored without a reason', hint, at }]
  }
  return rules.flatMap((rule): IgnoreFault[] => {
    if (!known.includes(rule)) {
      return [{ ...unknownRule(rule, known), at }]
    }
    if (isUsed(rule)) return []
    return [{ code: 'unused-ignore', message: `Nothing to ignore of "${rule}"`, hint: 'take the comment away', at }]
  })
}

/** What to say of the name of a rule that there is none of. */
export function unknownRule(name: string, known: readonly string[]) {
  const near = nearest(name, known)
  const hint = near ? `did you mean "${near}"?` : 'the name of a rule stands in brackets after what it says'
  return { code: 'unknown-rule', message: `Unknown rule "${name}"`, hint } as const
}
