import { defineReleaseRule, inside } from '../rule.ts'

export const sameContacts = defineReleaseRule({
  code: 'same-contacts',
  severity: 'info',
  summary: 'Let a translation name the contacts of its original, or people who speak its language',
  why: 'A translation takes its contacts from its original. One that names its own is left behind when those of the original change, unless it names them for their language.',
  rate: 'not measured: archives leave contacts out',
  examples: {
    good: [
      '=== templates/contacts.yaml\nana: { name: Ana Virta }\nluc: { name: Luc Marin, languages: [fr] }\n=== releases/2026-05-04-x.md\n---\nheadline: Acme opens a plant\ndate: 2026-05-04\ncontacts: [ana]\n---\n\nText.\n=== releases/2026-05-04-x.fr.md\n---\nheadline: Acme ouvre une usine\ncontacts: [luc, ana]\n---\n\nTexte.\n',
    ],
    bad: {
      '=== templates/contacts.yaml\nana: { name: Ana Virta }\nluc: { name: Luc Marin }\n=== releases/2026-05-04-x.md\n---\nheadline: Acme opens a plant\ndate: 2026-05-04\ncontacts: [ana]\n---\n\nText.\n=== releases/2026-05-04-x.fr.md\n---\nheadline: Acme ouvre une usine\ncontacts: [ana, luc]\n---\n\nTexte.\n':
        'releases/2026-05-04-x.fr.md:3:17 Contact whom the original does not name, "luc"',
    },
  },
  check(release, report) {
    const { original, fields, room, language } = release
    if (!original || fields.contacts === undefined) return
    for (const [i, id] of fields.contacts.entries()) {
      const speaks = room.contact(id).some(({ languages }) => languages?.some((tag) => tag.split('-')[0] === language))
      if (speaks || original.contacts.includes(id)) continue
      report({
        message: `Contact whom the original does not name, "${id}"`,
        hint: 'take `contacts` away, so that those of the original hold; or say in contacts.yaml which `languages` they speak',
        at: inside(release, ['contacts', i]),
        related: [{ message: 'the original', file: original.source.file }],
      })
    }
  },
})
