import { datesOf, daysAfter, dayOf, knownCalendars } from '../dates.ts'
import { defineTextRule } from '../rule.ts'

/** The last month in which the old number still comes by itself, and how far ahead of a release its dates lie, in days. */
const lastMonth = 2
const ahead = 75

export const lastYear = defineTextRule({
  code: 'last-year',
  severity: 'info',
  summary: 'Write the new year’s number in January',
  why: 'Most dates in a release are of the days before and after it. One that would be just that with this year’s number, and has last year’s, is most often a slip of January. Where a weekday stands with it, the rule weekday looks instead.',
  rate: '0–0.2; of the weekdays that did not match their date, many had last year’s number',
  languages: knownCalendars,
  examples: {
    good: [
      '---\nheadline: Acme opens a plant\ndate: 2026-01-12\n---\n\nThe plant closed on Tuesday, January 20, 2025. It opens on January 20, 2026.\n',
      '---\nheadline: Acme looks back at 2025\ndate: 2026-01-12\n---\n\nIt opened on January 20, 2025.\n',
      '---\nheadline: Acme opens a plant\ndate: 2026-06-12\n---\n\nIt closed on June 20, 2025.\n',
      '---\nheadline: Acme opens a plant\ndate: 2026-01-12\n---\n\nIt closed on January 4, 2025.\n',
    ],
    bad: {
      '---\nheadline: Acme opens a plant\ndate: 2026-01-12\n---\n\nIt opens on January 20, 2025.\n':
        '6:13 "January 20, 2025" is a year ago',
      '---\nheadline: Acme ouvre une usine\nlanguage: fr\ndate: 2026-02-12\n---\n\nElle ouvre le 1er mars 2025.\n':
        '7:15 "1er mars 2025" is a year ago',
      '---\nheadline: Acme abre una planta\nlanguage: es\ndate: 2026-01-12\n---\n\nAbre el 20 de enero de 2025.\n':
        '7:9 "20 de enero de 2025" is a year ago',
      '---\nheadline: أكمي تفتح مصنعا\nlanguage: ar\ndate: 2026-01-12\n---\n\nيفتح في 20 كانون الثاني/يناير 2025.\n':
        '7:9 "20 كانون الثاني/يناير 2025" is a year ago',
    },
  },
  check({ date, prose, language }, report) {
    if (date === undefined || Number(date.slice(5, 7)) > lastMonth) return
    const year = Number(date.slice(0, 4))
    if (!prose.text.includes(String(year - 1))) return
    const slips = datesOf(prose, language).flatMap((one) => {
      if (one.year !== year - 1 || one.weekday !== undefined) return []
      const meant = dayOf({ ...one, year })
      return meant === undefined || meant <= date || meant > daysAfter(date, ahead) ? [] : [{ ...one, meant }]
    })
    // A text that speaks of last year elsewhere means it here, too.
    if (prose.text.split(String(year - 1)).length - 1 > slips.length) return
    for (const { typed, at, meant } of slips)
      report({ message: `"${typed}" is a year ago`, hint: `is it ${meant}? Then write ${year}`, at })
  },
})
