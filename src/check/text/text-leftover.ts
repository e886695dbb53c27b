import { matchesIn } from '../../source/matches.ts'
import type { Span } from '../rule.ts'
import { definePlainTextRule } from './rule.ts'

const leftovers = [
  ['Tag', /<\/?(?:a|b|br|div|em|h[1-6]|i|img|li|ol|p|span|strong|table|td|th|tr|u|ul)(?:\s[^<>]{0,200})?\/?>/gi],
  ['Entity', /&(?:[a-z]{2,8}|#\d{1,6}|#x[0-9a-f]{1,5});/gi],
  ['Markdown link', /\]\((?:https?:|mailto:)[^\s)]{1,300}\)/gi],
  ['Scheme', /\b(?:mailto:[^\s@]+@|tel:\+?\d{5,})/g],
] as const

export const textLeftover = definePlainTextRule({
  code: 'text-leftover',
  severity: 'error',
  summary: 'Leave no markup in the plain text',
  why: 'Who reads plain text, or pastes it into an editing system, sees tags, entities and schemes as they are typed; `R&amp;D` has gone into print that way.',
  examples: {
    good: [
      'R&D grows < 5 % a year, and > 3 % in Turku.\n',
      'Tel:030 55501, tel: +31 70 555 0100, the Hotel:3 rooms\n',
      'Write {{name}} where the name goes.\n',
      'A paragraph begins with <p class="x"> in HTML.\n',
      'Write to <press@example.org>; see https://example.org/?a=1&b=2\n',
    ],
    bad: {
      'R&amp;D grows.\n': '1:2 Entity in the text, "&amp;"',
      'First line<br>second\n': '1:11 Tag in the text, "<br>"',
      'See the data](https://example.org/).\n': '1:13 Markdown link in the text, "](https://example.org/)"',
      'Write to mailto:press@example.org\n': '1:10 Scheme in the text, "mailto:press@"',
      'Call tel:+31705550100\n': '1:6 Scheme in the text, "tel:+31705550100"',
    },
  },
  context: { code: () => ['<p class="x">'] },
  check({ source: { text }, code }, report) {
    if (!/[<&]|\]\(/.test(text) && !text.includes('mailto:') && !text.includes('tel:')) return
    const quoted = spansOf(code(), text)
    for (const [what, pattern] of leftovers)
      for (const { 0: found, index } of matchesIn(text, pattern)) {
        if (quoted.some(([start, end]) => start <= index && index + found.length <= end)) continue
        report({
          message: `${what} in the text, "${found}"`,
          hint: 'Write the character itself, or take it out',
          at: [index, index + found.length],
        })
      }
  },
})

/** Where code stands in a text: one place for each piece, in their order. */
function spansOf(code: readonly string[], text: string): Span[] {
  const spans: Span[] = []
  let from = 0
  for (const piece of code) {
    const start = text.indexOf(piece, from)
    if (start === -1) continue
    from = start + piece.length
    spans.push([start, from])
  }
  return spans
}
