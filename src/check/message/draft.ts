import { beginning } from './message.ts'
import { defineMessageRule } from './rule.ts'
import { sample } from './sample.ts'

export const draft = defineMessageRule({
  code: 'draft',
  severity: 'warning',
  summary: 'Mark a message without recipients as a draft',
  why: 'With `X-Unsent: 1` Outlook and Apple Mail open an .eml for writing; without it, as mail that was received and cannot be sent (Microsoft, Outlook).',
  examples: {
    good: [
      sample(),
      sample({ headers: { To: '', 'X-Unsent': '1' } }),
      sample({ headers: { To: '', Bcc: 'desk@example.com' } }),
    ],
    bad: {
      [sample({ headers: { To: '' } })]: '1:1 Missing X-Unsent',
      [sample({ headers: { To: '', 'X-Unsent': '0' } })]: '7:1 Invalid X-Unsent, "0"',
      [sample({ headers: { 'X-Unsent': 'yes' } })]: '8:1 Invalid X-Unsent, "yes"',
    },
  },
  check({ header }, report) {
    const field = header('x-unsent')
    const hint = 'Say `X-Unsent: 1`'
    if (field && field.value !== '1') report({ message: `Invalid X-Unsent, "${field.value}"`, hint, at: field.at })
    if (!field && !['to', 'cc', 'bcc'].some((name) => header(name)?.value))
      report({ message: 'Missing X-Unsent', hint, at: beginning })
  },
})
