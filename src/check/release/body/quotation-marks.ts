import { defineTextRule } from '../rule.ts'

const pairs: Readonly<Record<string, string>> = { '“': '”', '«': '»', '„': '“' }

export const quotationMarks = defineTextRule({
  code: 'quotation-marks',
  severity: 'warning',
  summary: 'Close every quotation mark, in the form in which it was opened',
  why: 'Where a quotation ends decides who said it. A paragraph may end without its closing mark only where the next one goes on with an opening mark.',
  rate: '0.7–2.6',
  examples: {
    good: [
      '---\nheadline: Acme opens a plant\n---\n\n“It runs,” she said. «Ça marche», dit-elle. "It runs," he said.\n',
      '---\nheadline: Acme opens a plant\n---\n\n“It runs. \n\n“And how,” she said.\n',
      '---\nheadline: Acme opens a plant\n---\n\n„Es läuft“, sagte sie. A 6" pipe and a 12" one.\n',
    ],
    bad: {
      '---\nheadline: Acme opens a plant\n---\n\n“It runs, she said.\n\nNext.\n':
        '5:1 Quotation mark that is not closed',
      '---\nheadline: Acme opens a plant\n---\n\nIt runs,” she said.\n': '5:9 Quotation mark that is not opened',
    },
  },
  check({ prose }, report) {
    const paragraphs = prose.passages.filter(({ kind }) => kind === 'text' || kind === 'quotation')
    for (const [i, { start, end }] of paragraphs.entries()) {
      const open: { readonly closing: string; readonly at: number }[] = []
      for (let at = start; at < end; at++) {
        const mark = prose.text.charAt(at)
        const last = open.at(-1)
        if (last && mark === last.closing) open.pop()
        else if (mark in pairs) open.push({ closing: pairs[mark] ?? '', at })
        else if ((mark === '”' || mark === '»') && !open.some(({ closing }) => closing === mark))
          report({ message: 'Quotation mark that is not opened', hint: 'open it, or take it away', at: [at, at + 1] })
      }
      const next = paragraphs[i + 1]
      const goesOn = next !== undefined && /^\s*[>*_]*\s*[“«„]/.test(prose.text.slice(next.start, next.end))
      const [first] = open
      if (first && !goesOn)
        report({ message: 'Quotation mark that is not closed', hint: 'close it', at: [first.at, first.at + 1] })
    }
  },
})
