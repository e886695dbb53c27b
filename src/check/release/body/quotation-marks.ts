import { beginsQuoted, quotePairsIn } from '../quote-pairs.ts'
import { defineTextRule } from '../rule.ts'

export const quotationMarks = defineTextRule({
  code: 'quotation-marks',
  severity: 'warning',
  summary: 'Close every quotation mark, in the form in which it was opened',
  why: 'Where a quotation ends decides who said it. A paragraph may end without its closing mark only where the next one goes on with an opening mark, or with » in French and Spanish.',
  rate: '0.6–6',
  languages: ['en', 'fr', 'es', 'ar'],
  examples: {
    good: [
      '---\nheadline: Acme opens a plant\n---\n\n“It runs,” she said. «Ça marche», dit-elle. "It runs," he said.\n',
      '---\nheadline: Acme opens a plant\n---\n\n“It runs. \n\n“And how,” she said.\n\n"It runs.\n\n"And how," she said.\n',
      '---\nheadline: Acme opens a plant\n---\n\nA 6" pipe and a 12" one. “A 6" pipe,” she said. The workers’ ‘rights’.\n',
      '---\nheadline: Acme opens a plant\n---\n\nThe leaflet is called „Pumpen für alle“, or “Pumps for all”.\n',
      '---\nheadline: Acme eröffnet ein Werk\nlanguage: de\n---\n\n„Es läuft“, sagte sie. ”Ja”.\n',
      '---\nheadline: Acme abre una planta\nlanguage: es\n---\n\n«Funciona.\n\n»Y muy bien», dijo.\n',
      '---\nheadline: تفتح الشركة مصنعًا\nlanguage: ar\n---\n\nقال: ”نعم“ و“لا”.\n',
    ],
    bad: {
      '---\nheadline: Acme opens a plant\n---\n\n“It runs, she said.\n\nNext.\n':
        '5:1 Quotation mark that is not closed',
      '---\nheadline: Acme opens a plant\n---\n\nIt runs,” she said. "And how.\n':
        '5:9 Quotation mark that is not opened\n5:21 Quotation mark that is not closed',
      '---\nheadline: "Acme opens “plant"\n---\n\nText.\n': '2:23 Quotation mark that is not closed',
      '---\nheadline: Acme ouvre une usine\nlanguage: fr\n---\n\n« Elle marche, dit-elle.\n':
        '6:1 Quotation mark that is not closed',
      '---\nheadline: Acme abre una planta\nlanguage: es\n---\n\nFunciona», dijo.\n':
        '6:9 Quotation mark that is not opened',
      '---\nheadline: تفتح الشركة مصنعًا\nlanguage: ar\n---\n\nقال: «نعم.\n': '6:6 Quotation mark that is not closed',
    },
  },
  check({ prose, language }, report) {
    if (!/["“”«»]/.test(prose.text)) return
    const paragraphs = prose.passages.filter(({ kind }) => kind !== 'table')
    let goesOn = false
    for (const [i, { kind, start, end }] of paragraphs.entries()) {
      const goneOn = goesOn
      const next = paragraphs[i + 1]
      goesOn = next !== undefined && next.kind === kind && beginsQuoted(prose.text.slice(next.start, next.end))
      const first = start + (/^[\s>*_]*/.exec(prose.text.slice(start, end))?.[0].length ?? 0)
      const left = quotePairsIn(prose.text, start, end, language).filter(
        ({ open, close }) => open === undefined || close === undefined,
      )
      const [unclosed] = left.flatMap(({ open }) => open ?? [])
      for (const { close: at } of left)
        if (at !== undefined && !(goneOn && (at === first || unclosed === undefined)))
          report({ message: 'Quotation mark that is not opened', hint: 'open it, or take it away', at: [at, at + 1] })
      if (unclosed !== undefined && !(goesOn && kind !== 'field'))
        report({ message: 'Quotation mark that is not closed', hint: 'close it', at: [unclosed, unclosed + 1] })
      goesOn &&= unclosed !== undefined || left.length > 0
    }
  },
})
