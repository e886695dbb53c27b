import { defineMessageRule } from './rule.ts'
import { sample } from './sample.ts'

export const autoSubmitted = defineMessageRule({
  code: 'auto-submitted',
  severity: 'info',
  summary: 'Do not mark a release as sent by a machine',
  why: 'With Auto-Submitted the recipients’ programs send no out-of-office notes, by which a press office learns who else to call (RFC 3834, 5).',
  examples: {
    good: [sample(), sample({ headers: { 'Auto-Submitted': 'no' } })],
    bad: { [sample({ headers: { 'Auto-Submitted': 'auto-generated' } })]: '8:1 Auto-Submitted, "auto-generated"' },
  },
  check({ header }, report) {
    const field = header('auto-submitted')
    if (field && field.value.toLowerCase() !== 'no')
      report({ message: `Auto-Submitted, "${field.value}"`, hint: 'Leave the field out', at: field.at })
  },
})
