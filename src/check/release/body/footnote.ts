import { defineTextRule } from '../rule.ts'

/** Raised figures behind a word or its full stop, as word processors leave them; units and powers have fewer letters. */
const raised = /[¹²³⁴⁵⁶⁷⁸⁹]{1,2}(?<=\p{L}{4}[.,;:”»")]{0,2}[¹²³⁴⁵⁶⁷⁸⁹]{1,2})(?![\p{L}\p{N}⁰⁻])/gu
/** The same at the beginning of a line. */
const raisedNote = /^[ \t>*_|-]*([¹²³⁴⁵⁶⁷⁸⁹]{1,2})/gm

export const footnote = defineTextRule({
  code: 'footnote',
  severity: 'error',
  summary: 'Give every footnote its mark, and every mark its footnote',
  why: 'A mark without a footnote is printed as [^1], and a footnote without a mark is not printed at all. Footnotes that are referred to and absent are among the errors that wire editors catch most.',
  rate: 'rare, all of them errors',
  examples: {
    good: [
      '---\nheadline: Acme opens a plant\n---\n\nTen pumps.[^1]\n\n[^1]: A day.\n',
      '---\nheadline: Acme opens a plant\n---\n\nIt has ten pumps.¹ A hall of 12 km², 8 m³ and 10⁶ cells.\n\n¹ A day.\n',
    ],
    bad: {
      '---\nheadline: Acme opens a plant\n---\n\nTen pumps.[^1]\n\n[^2]: A day.\n':
        '5:11 Mark without a footnote, "[^1]"\n7:1 Footnote without a mark, "[^2]"',
      '---\nheadline: Acme opens a plant\n---\n\nIt has ten pumps.¹\n': '5:18 Mark without a footnote, "¹"',
    },
  },
  check({ prose }, report) {
    const raisedMarks = [...prose.text.matchAll(raised)]
    const raisedNotes = new Set(
      raisedMarks.length === 0 ? [] : Array.from(prose.text.matchAll(raisedNote), ([, mark]) => mark),
    )
    for (const { 0: mark, index } of raisedMarks)
      if (!raisedNotes.has(mark))
        report({
          message: `Mark without a footnote, "${mark}"`,
          hint: 'write [^1] here, and `[^1]: …` on a line of its own',
          at: [index, index + mark.length],
          severity: 'warning',
        })
    const marks = [...prose.text.matchAll(/\[\^([^\]\s]+)\](:?)/g)].map(
      ({ 0: typed, 1: name = '', 2: colon, index }) => ({
        name,
        at: [index, index + typed.length - (colon?.length ?? 0)] as const,
        isNote: colon === ':' && /(?:^|\n) {0,3}$/.test(prose.text.slice(Math.max(0, index - 4), index)),
      }),
    )
    const notes = new Set(marks.filter(({ isNote }) => isNote).map(({ name }) => name))
    const used = new Set(marks.filter(({ isNote }) => !isNote).map(({ name }) => name))
    for (const { name, at, isNote } of marks)
      if (isNote && !used.has(name))
        report({ message: `Footnote without a mark, "[^${name}]"`, hint: 'put the mark where it belongs', at })
      else if (!isNote && !notes.has(name))
        report({ message: `Mark without a footnote, "[^${name}]"`, hint: `write it: \`[^${name}]: …\``, at })
  },
})
