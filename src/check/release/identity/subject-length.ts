import { number } from '../../options.ts'
import { defineReleaseRule, reportLong } from '../rule.ts'

export const subjectLength = defineReleaseRule({
  code: 'subject-length',
  severity: 'warning',
  summary: 'Keep a subject that is given to 60 characters',
  why: 'Mail lists on a computer show about 60 characters of a subject, phones fewer. Only the headline’s stand-in is looked at: a headline itself may be longer. Where build makes messages (`eml`), it says so itself.',
  rate: 'not measured: archives have no such field',
  options: { max: number(60, 'The most characters') },
  examples: {
    good: [
      '---\nheadline: Acme opens a plant\nsubject: Acme opens a plant\n---\n\nText.\n',
      `=== press.yaml\norganization: { name: Acme }\nformats: [eml]\n=== releases/2026-01-02-x.md\n---\nheadline: Acme opens a plant\nsubject: ${'Acme opens a plant '.repeat(4).trim()}\n---\n\nText.\n`,
    ],
    bad: {
      [`---\nheadline: Acme opens a plant\nsubject: ${'Acme opens a plant '.repeat(4).trim()}\n---\n\nText.\n`]:
        '3:10 Too long subject, 75 characters, maximum 60',
    },
  },
  check(release, report, { max }) {
    if (!release.room.settings.formats.includes('eml'))
      reportLong(release, 'subject', max, 'put what is new first, and leave the rest to the headline', report)
  },
})
