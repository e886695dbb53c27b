import { contactOn } from '../../../press-room/contacts.ts'
import { sameLanguage } from '../../../press-room/language.ts'
import { defineReleaseRule } from '../rule.ts'

export const contactLanguage = defineReleaseRule({
  code: 'contact-language',
  severity: 'warning',
  summary: 'Name a contact who speaks the language of the release',
  why: 'Whoever reads a release in French asks in French. Only what contacts.yaml says under `languages` counts: where a contact says nothing of it, nothing is said here.',
  rate: 'not measured: archives have no such field',
  examples: {
    good: [
      '=== templates/contacts.yaml\nana: { name: Ana Virta, languages: [fi, fr-CA] }\n=== releases/2026-01-02-x.fr.md\n---\nheadline: Acme ouvre une usine\ndate: 2026-01-02\ncontacts: [ana]\n---\n\nTexte.\n',
      '=== templates/contacts.yaml\nana: { name: Ana Virta, languages: [fi] }\nben: { name: Ben Roe }\n=== releases/2026-01-02-x.fr.md\n---\nheadline: Acme ouvre une usine\ndate: 2026-01-02\ncontacts: [ana, ben]\n---\n\nTexte.\n',
    ],
    bad: {
      '=== templates/contacts.yaml\nana: { name: Ana Virta, languages: [fi, en] }\n=== releases/2026-01-02-x.md\n---\nheadline: Acme opens a plant\ndate: 2026-01-02\ncontacts: [ana]\n---\n\nText.\n=== releases/2026-01-02-x.fr.md\n---\nheadline: Acme ouvre une usine\n---\n\nTexte.\n':
        'releases/2026-01-02-x.fr.md:2:1 None of the contacts speaks French',
      '=== templates/contacts.yaml\nana:\n  - { name: Ana Virta, languages: [es] }\n  - { name: Ana Virta, languages: [en], from: 2026-01-01 }\n=== releases/2026-01-02-x.es.md\n---\nheadline: Acme abre una planta\ndate: 2026-01-02\ncontacts: [ana]\n---\n\nTexto.\n':
        'releases/2026-01-02-x.es.md:4:11 None of the contacts speaks Spanish',
    },
  },
  check({ room, date, contacts, tag, language, fields, yaml }, report) {
    if (date === undefined || contacts.length === 0 || fields.withdrawn) return
    const spoken = contacts.map((id) => {
      const found = contactOn(room.contact(id), date)
      return found.status === 'there' ? found.contact.languages : undefined
    })
    if (spoken.some((languages) => languages?.some((one) => sameLanguage(one, tag)) ?? true)) return
    const at = fields.contacts === undefined ? yaml.keyAt(['headline']) : yaml.valueAt(['contacts'])
    const message = `None of the contacts speaks ${new Intl.DisplayNames(['en'], { type: 'language' }).of(language) ?? language}`
    report({ message, hint: 'name somebody who does, or correct `languages` in templates/contacts.yaml', at })
  },
})
