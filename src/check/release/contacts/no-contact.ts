import { defineReleaseRule } from '../rule.ts'

export const noContact = defineReleaseRule({
  code: 'no-contact',
  severity: 'warning',
  summary: 'Name at least one contact',
  why: 'A journalist who cannot ask back in the next hour writes about something else.',
  rate: 'not measured: archives leave contacts out',
  examples: {
    good: ['---\nheadline: Acme opens a plant\ncontacts: [ana]\n---\n\nText.\n'],
    bad: {
      '---\nheadline: Acme opens a plant\n---\n\nText.\n': '2:1 No contact',
      '---\nheadline: Acme opens a plant\ncontacts: []\n---\n\nText.\n': '3:11 No contact',
    },
  },
  check({ fields, yaml, original, contacts }, report) {
    if (original || fields.withdrawn || contacts.length > 0) return
    const at = fields.contacts === undefined ? yaml.keyAt(['headline']) : yaml.valueAt(['contacts'])
    report({
      message: 'No contact',
      hint: 'add `contacts:` with an id from templates/contacts.yaml, or `house: { contact: [id] }` to press.yaml',
      at,
    })
  },
})
