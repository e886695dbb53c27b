import { defineRoomRule } from '../rule.ts'
import { entriesIn } from './entries.ts'

export const contactDates = defineRoomRule({
  code: 'contact-dates',
  severity: 'warning',
  summary: 'Let a contact leave after having come',
  why: 'Details whose last day is before their first hold on no day: a release that names the contact cannot be built, and says that the contact has left.',
  rate: 'not measured: archives have no such field; always an error',
  examples: {
    good: ['=== templates/contacts.yaml\nana: { name: Ana Virta, from: 2026-01-01, until: 2026-01-01 }\n'],
    bad: {
      '=== templates/contacts.yaml\nana:\n  - { name: Ana Virta, from: 2026-01-01, until: 2025-06-30 }\n':
        '2:49 The last day of "ana", 2025-06-30, is before the first, 2026-01-01',
    },
  },
  check(room, report) {
    for (const { id, contact, file, path } of entriesIn(room)) {
      const { from, until } = contact
      if (from === undefined || until === undefined || from <= until) continue
      const message = `The last day of "${id}", ${until}, is before the first, ${from}`
      report({ message, hint: 'correct one of them', at: file.yaml.valueAt([...path, 'until']), in: file.source })
    }
  },
})
