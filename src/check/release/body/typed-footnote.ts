import { matchesIn } from '../../../source/matches.ts'
import type { Span } from '../../rule.ts'
import { defineTextRule, isSpoken, type CheckedText } from '../rule.ts'

/** A mark that is typed by hand, or the note that it leads to. */
interface Typed {
  readonly sign: string
  readonly at: Span
}

/** The marks of one kind in a text, the signs that a note begins with, and the notes that nothing leads to. */
interface Kind {
  readonly marks: readonly Typed[]
  readonly notes: ReadonlySet<string>
  readonly strays: readonly Typed[]
}

export const typedFootnote = defineTextRule({
  code: 'typed-footnote',
  severity: 'warning',
  summary: 'Give every mark of a footnote that is typed its note, and every such note its mark',
  why: 'Footnotes that are referred to and absent are among the errors that wire editors catch most; they are lost when a text is cut, or pasted from a word processor. Known are raised figures, [1] and *. A star that begins a list, a grade (A*) or a hotel’s (5*) is none, and one before a year is a birth. † is not looked for: it stands behind the names of the dead, too.',
  rate: '0; on 2,300 releases two kinds of marks, each with its note',
  examples: {
    good: [
      '---\nheadline: Acme opens a plant\n---\n\nIt has ten pumps.¹ A hall of 12 km², 8 m³ and 10⁶ cells.\n\n¹ A day.\n',
      '---\nheadline: Acme opens a plant\n---\n\nTen pumps [1], and five [2] \\[3\\]. “There were [4] of us,” she said. See [5].\n\n[1] A day.\n[2] A week.\n\n3. A year.\n\n[5]: https://example.org/\n',
      '---\nheadline: Acme opens a plant\n---\n\nTen *pumps* a day*, an A* from a 5* hotel, and 4 * 5 valves. Ana Virta (*1909, †2012).\n\n* In May.\n',
    ],
    bad: {
      '---\nheadline: Acme opens a plant\n---\n\nIt has ten pumps.¹ They lift 71 megalitres (ML).²\n':
        '5:18 Mark without a footnote, "¹"\n5:49 Mark without a footnote, "²"',
      '---\nheadline: Acme opens a plant\n---\n\nTen pumps.\n\n¹ A day.\n': '7:1 Footnote without a mark, "¹"',
      '---\nheadline: Acme opens a plant\n---\n\nTen pumps.[1] Five valves.\n\n[2] A day.\n':
        '5:11 Mark without a footnote, "[1]"\n7:1 Footnote without a mark, "[2]"',
      '---\nheadline: أكمي تفتح مصنعا\nlanguage: ar\n---\n\nعشر مضخات [١] كل يوم.\n':
        '6:11 Mark without a footnote, "[١]"',
      '---\nheadline: Acme opens a plant\n---\n\nTen *pumps* a day*, and sales of 12 %\\*.\n':
        '5:18 Mark without a footnote, "*"\n5:39 Mark without a footnote, "*"',
    },
  },
  check(text, report) {
    for (const { marks, notes, strays } of [raisedIn(text), bracketedIn(text), starsIn(text)]) {
      for (const { sign, at } of marks) {
        const hint = 'write [^1] here, and `[^1]: …` on a line of its own'
        if (!notes.has(sign)) report({ message: `Mark without a footnote, "${sign}"`, hint, at })
      }
      for (const { sign, at } of strays)
        report({ message: `Footnote without a mark, "${sign}"`, hint: 'put the mark where it belongs, as [^1]', at })
    }
  },
})

const none: Kind = { marks: [], notes: new Set(), strays: [] }

/** Raised figures, as word processors leave them. Behind a word or its full stop they are marks; units and powers have fewer letters. */
const raised = /[¹²³⁴⁵⁶⁷⁸⁹]{1,2}(?![\p{L}\p{N}⁰⁻])/gu
const behindWord = /(?:\p{L}{4}[”»")]{0,2}|\S[.,;:!?”»])$/u

function raisedIn({ prose: { text } }: CheckedText): Kind {
  const [notes, others] = apart(text, typedIn(text, raised))
  const elsewhere = new Set(others.map(({ sign }) => sign))
  return {
    marks: others.filter(({ at: [start] }) => behindWord.test(text.slice(Math.max(0, start - 6), start))),
    notes: new Set(notes.map(({ sign }) => sign)),
    strays: notes.filter(({ sign }) => !elsewhere.has(sign)),
  }
}

/** A number in brackets that is no link; a backslash keeps Markdown from taking it for one. */
const bracketed = /\\?\[(?:[1-9]\d?|[١-٩][٠-٩]?)\\?\](?![([:\p{L}\p{N}])/gu

function bracketedIn(checked: CheckedText): Kind {
  const { source, prose } = checked
  const { text } = source
  if (!text.includes(']')) return none
  const all = typedIn(text, bracketed).filter(({ at: [start, end] }) => /[\d١-٩]/.test(prose.text.slice(start, end)))
  if (all.length === 0) return none
  const [notes, others] = apart(text, all)
  const listed = Array.from(
    matchesIn(text, /^[ \t>]*(?:\[(\d{1,2})\]:|(\d{1,2})[.)]\s)/gm),
    ([, a, b]) => `[${a ?? b}]`,
  )
  const marks = others.filter(({ at }) => isMark(checked, at[0]))
  const marked = new Set(marks.map(({ sign }) => sign))
  return {
    marks,
    notes: new Set([...notes.map(({ sign }) => sign), ...listed]),
    // Where there are no marks at all, paragraphs are numbered.
    strays: notes.filter(({ sign }) => marks.length > 0 && !marked.has(sign)),
  }
}

/** Behind a word or its full stop. “[4] of us”: somebody has put it into what another one said. */
function isMark(checked: CheckedText, at: number): boolean {
  const [before, last] = [checked.source.text.charAt(at - 2), checked.source.text.charAt(at - 1)]
  return last === ' ' ? wordEnd.test(before) && !isSpoken(checked, at) : wordEnd.test(last)
}

const wordEnd = /[\p{L}\p{N}.,;:!?”»")%]/u

/** Stars behind a word that end no emphasis. */
function starsIn({ prose: { text, passages } }: CheckedText): Kind {
  if (!text.includes('*')) return none
  const marks = passages.flatMap(({ start, end }) => {
    const passage = text.slice(start, end)
    return passage.includes('*') ? [...strayStars(passage, start)] : []
  })
  if (marks.length === 0) return none
  return { marks, notes: new Set(/^[ \t>|]*\(?\\?\*(?!\*)/m.test(text) ? ['*'] : []), strays: [] }
}

function* strayStars(passage: string, start: number): Generator<Typed> {
  if (passage.includes('***')) return
  let open = 0
  for (const { 0: typed, index } of matchesIn(passage, /\\\*|\*+/g)) {
    const end = index + typed.length
    const [before, behind] = [passage.slice(Math.max(0, index - 2), index), passage.charAt(end)]
    const isBehindWord = /^[\p{L}\p{N})%”»"’.,]{2}$/u.test(before) || before === ' %'
    const goesOn = /[\p{L}\p{N}*]/u.test(behind)
    if (typed === '*' && open > 0 && /\S$/.test(before)) open--
    else if (typed === '*' && /\S/.test(behind) && !/[\p{L}\p{N}]$/u.test(before) && !/^[.,;:!?)]/.test(behind)) open++
    else if (typed !== '**' && isBehindWord && !goesOn) yield { sign: '*', at: [start + end - 1, start + end] }
  }
}

const typedIn = (text: string, pattern: RegExp): Typed[] =>
  Array.from(matchesIn(text, pattern), ({ 0: typed, index }) => ({
    sign: typed.replaceAll('\\', ''),
    at: [index, index + typed.length] as const,
  }))

/** Those that begin a line, which are notes, and the others. */
const apart = (text: string, all: readonly Typed[]) =>
  [all.filter(({ at }) => beginsLine(text, at[0])), all.filter(({ at }) => !beginsLine(text, at[0]))] as const

/** Whether nothing stands before a place in its line but what Markdown begins lines with. */
const beginsLine = (text: string, at: number): boolean =>
  /(?:^|\n)[ \t>*_|-]*$/.test(text.slice(Math.max(0, at - 12), at))
