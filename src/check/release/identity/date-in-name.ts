import { isDay } from '../../../calendar/day.ts'
import { number } from '../../options.ts'
import { defineReleaseRule, inside } from '../rule.ts'

export const dateInName = defineReleaseRule({
  code: 'date-in-name',
  severity: 'warning',
  summary: 'Let the date be near that of the file name',
  why: 'A release is put off by days, and its file keeps its name. What is a month or a year away is a slip in one of the two, most often last year’s number in January, or the name of the file that this one was copied from; contacts, boilerplate and figures are taken as of `date`.',
  rate: 'not measured: archives have no file names',
  options: { days: number(31, 'How many days they may be apart') },
  examples: {
    good: [
      '=== releases/2026-01-02-x.md\n---\nheadline: Acme opens a plant\ndate: 2026-01-22\n---\n\nText.\n',
      '=== releases/plant.md\n---\nheadline: Acme opens a plant\ndate: 2026-01-22\n---\n\nText.\n',
    ],
    bad: {
      '=== releases/2026-01-12-x.md\n---\nheadline: Acme opens a plant\ndate: 2025-01-12\n---\n\nText.\n':
        '3:7 The date is 365 days before that of the file name',
      '=== releases/2026-01-12-x/index.fr.md\n---\nheadline: Acme ouvre une usine\ndate: 2026-03-12 09:00 Europe/Paris\n---\n\nTexte.\n':
        '3:7 The date is 59 days after that of the file name',
    },
  },
  check(release, report, { days }) {
    const { fields, date, source } = release
    const named = /(?:^|\/)(\d{4}-\d{2}-\d{2})(?=[^/]*(?:\/index[^/]*)?$)/.exec(source.file)?.[1]
    if (fields.date === undefined || date === undefined || named === undefined || !isDay(named)) return
    const away = Math.round((Date.parse(date) - Date.parse(named)) / 86_400_000)
    if (Math.abs(away) <= days) return
    const message = `The date is ${Math.abs(away)} days ${away < 0 ? 'before' : 'after'} that of the file name`
    report({ message, hint: 'correct the date, or rename the file', at: inside(release, ['date']) })
  },
})
