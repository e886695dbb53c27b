import { placeholdersInLine } from '../body/placeholder-text.ts'
import { defineRoomRule } from '../rule.ts'
import { entriesIn } from './entries.ts'

export const contactDetails = defineRoomRule({
  code: 'contact-details',
  severity: 'warning',
  summary: 'Give a contact a role, a phone number and an email address',
  why: 'Whoever writes at eight in the evening calls; whoever has a list of questions writes. A role says whether the person may be quoted. A missing role, or a phone number where there is an address, is only mentioned: some desks have none.',
  rate: 'not measured: archives leave contacts out',
  examples: {
    good: [
      '=== templates/contacts.yaml\nana: { name: Ana Virta, role: Press officer, mobile: "+358 50 555 0142", email: ana@example.org }\n',
      '=== templates/contacts.yaml\nana:\n  - { name: Ana Virta }\n  - { name: Ana Virta, from: 2026-01-01, role: Press officer, phone: "+358 2 555 0142", email: ana@example.org }\nben: { name: Ben Roe, until: 2026-11-01 }\n',
    ],
    bad: {
      '=== templates/contacts.yaml\nana: { name: Ana Virta }\nben: { name: Ben Roe, role: Press officer, email: ben@example.org }\n':
        '1:1 No phone number and no email address of "ana"\n1:1 No role of "ana"\n2:1 No phone number of "ben"',
      '=== templates/contacts.yaml\nana:\n  - { name: Ana Virta, until: 2025-12-31 }\n  - { name: Ana Virta, from: 2026-01-01, role: Press officer, phone: "+358 2 555 0142" }\n':
        '1:1 No email address of "ana"',
      '=== templates/contacts.yaml\nana: { name: "[add the name]", role: { en: TODO, fr: Presse }, phone: "+358 2 555 0142", email: ana@example.org }\n':
        '1:15 Placeholder "[add the name]"\n1:44 Placeholder "TODO"',
    },
  },
  check(room, report) {
    for (const { id, contact, file, path, isCurrent } of entriesIn(room)) {
      if (!isCurrent) continue
      for (const field of ['name', 'role', 'location', 'hours']) {
        const [start, end] = file.yaml.valueAt([...path, field])
        if (!(field in contact)) continue
        for (const [index, typed] of placeholdersInLine(file.source.text.slice(start, end))) {
          const at = [start + index, start + index + typed.length] as const
          const hint = 'write what belongs there'
          report({ message: `Placeholder "${typed}"`, hint, at, in: file.source, severity: 'error' })
        }
      }
      const hasPhone = contact.phone !== undefined || contact.mobile !== undefined
      const missing = [hasPhone ? [] : 'phone number', contact.email === undefined ? 'email address' : []].flat()
      const at = file.yaml.keyAt([id])
      if (missing.length > 0) {
        const message = `No ${missing.join(' and no ')} of "${id}"`
        const severity = contact.email === undefined ? 'warning' : 'info'
        report({ message, hint: 'add it, so that journalists can ask back', at, in: file.source, severity })
      }
      if (contact.role === undefined)
        report({
          message: `No role of "${id}"`,
          hint: 'add `role`, such as Press officer',
          at,
          in: file.source,
          severity: 'info',
        })
    }
  },
})
