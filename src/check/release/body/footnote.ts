import { matchesIn } from '../../../source/matches.ts'
import { defineTextRule } from '../rule.ts'

export const footnote = defineTextRule({
  code: 'footnote',
  severity: 'error',
  summary: 'Give every footnote its mark, and every mark its footnote',
  why: 'A mark without a footnote is printed as [^1], and a footnote without a mark is not printed at all. Footnotes that are referred to and absent are among the errors that wire editors catch most.',
  rate: 'rare, all of them errors',
  examples: {
    good: ['---\nheadline: Acme opens a plant\n---\n\nTen pumps.[^1]\n\n[^1]: A day.\n'],
    bad: {
      '---\nheadline: Acme opens a plant\n---\n\nTen pumps.[^1]\n\n[^2]: A day.\n':
        '5:11 Mark without a footnote, "[^1]"\n7:1 Footnote without a mark, "[^2]"',
    },
  },
  check({ prose }, report) {
    const marks = matchesIn(prose.text, /\[\^([^[\]\s]+)\](:?)/g).map(
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
