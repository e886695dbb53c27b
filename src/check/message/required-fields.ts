import { beginning } from './message.ts'
import { defineMessageRule } from './rule.ts'
import { sample } from './sample.ts'

const fields = [
  ['from', 'From', /@/],
  ['subject', 'Subject', /\S/],
  ['date', 'Date', /^(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}(?::\d{2})? [+-]\d{4}$/],
  ['message-id', 'Message-ID', /^<[^\s<>@]+@[^\s<>@]+>$/],
  ['mime-version', 'MIME-Version', /^1\.0$/],
] as const

export const requiredFields = defineMessageRule({
  code: 'required-fields',
  severity: 'error',
  summary: 'Give each message From, Subject, Date, Message-ID and MIME-Version, once',
  why: 'Date and From are required, Message-ID should be there, and none may stand twice (RFC 5322, 3.6); filters refuse what has no Date or no Message-ID. A draft needs no Date: it gets that of its sending.',
  examples: {
    good: [sample(), sample({ headers: { Date: '', 'X-Unsent': '1' } })],
    bad: {
      [sample({ headers: { Date: '' } })]: '1:1 Missing Date',
      [sample({ headers: { 'Message-ID': '' } })]: '1:1 Missing Message-ID',
      [sample({ headers: { From: '' } })]: '1:1 Missing From',
      [sample({ headers: { 'Message-ID': 'acme-plant' } })]: '5:1 Invalid Message-ID, "acme-plant"',
      [sample({ headers: { Date: '2026-12-01T09:00:00Z' } })]: '4:1 Invalid Date, "2026-12-01T09:00:00Z"',
      [sample({ headers: { date: 'Tue, 01 Dec 2026 09:00:00 +0200' } })]: '8:1 Duplicate Date',
    },
  },
  check({ root, header }, report) {
    const isDraft = header('x-unsent')?.value === '1'
    for (const [name, title, form] of fields) {
      const found = header(name)
      const second = root.headers.filter((one) => one.name === name)[1]
      if (!found && !(name === 'date' && isDraft))
        report({ message: `Missing ${title}`, hint: 'Add the field', at: beginning })
      else if (found && !form.test(found.value))
        report({
          message: `Invalid ${title}, "${found.value}"`,
          hint: 'Write it in the form of RFC 5322',
          at: found.at,
        })
      if (second) report({ message: `Duplicate ${title}`, hint: 'Keep one', at: second.at })
    }
  },
})
