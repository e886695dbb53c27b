import { matchesIn } from '../../../source/matches.ts'
import { defineTextRule } from '../rule.ts'

/** At the services where people, and not organizations, have their mail. */
const address =
  /(?<![\w.+-])[\w.+-]{1,64}@(?:(?:gmail|googlemail|msn|ymail|icloud|me|mac|aol)\.com|(?:hotmail|outlook|live|yahoo|yandex)\.[a-z]{2,3}(?:\.[a-z]{2})?|gmx\.[a-z]{2,3}|(?:web|t-online)\.de|(?:orange|free|wanadoo|sfr)\.fr|laposte\.net|proton(?:mail)?\.(?:com|me)|pm\.me|ziggo\.nl|mail\.ru)(?![\w-]|\.\w)/gi

export const privateEmail = defineTextRule({
  code: 'private-email',
  severity: 'warning',
  summary: 'Leave private email addresses out',
  why: 'An address at a free mail service is somebody’s own. It is found by whoever collects addresses as soon as the page stands, and journalists will write there for years.',
  rate: 'not measured: the archives have masked addresses',
  examples: {
    good: [
      '---\nheadline: Acme opens a plant\n---\n\nWrite to press@example.org.\n',
      '=== templates/contacts.yaml\nana: { name: Ana Virta, email: acme.press@gmail.com }\n=== releases/2026-01-02-x.md\n---\nheadline: Acme opens a plant\n---\n\nWrite to acme.press@gmail.com.\n',
    ],
    bad: {
      '---\nheadline: Acme opens a plant\n---\n\nWrite to [Jane](mailto:jane.roe@gmail.com) or john.roe@hotmail.co.uk.\n':
        '5:24 Private email address\n5:47 Private email address',
      '---\nheadline: Acme opens a plant\nevent: { starts: 2026-12-01, registration: Write to jane.roe@yahoo.fr }\n---\n\nText.\n':
        '3:53 Private email address',
    },
  },
  check({ source, room }, report) {
    if (!source.text.includes('@')) return
    let known: ReadonlySet<string> | undefined
    for (const { 0: typed, index } of matchesIn(source.text, address)) {
      known ??= new Set(
        room.names.contacts.flatMap((id) => room.contact(id).flatMap(({ email }) => email?.toLowerCase() ?? [])),
      )
      if (known.has(typed.toLowerCase()) || typed.toLowerCase() === room.settings.organization.email?.toLowerCase())
        continue
      const hint = 'name a contact of contacts.yaml, or take it out'
      report({ message: 'Private email address', hint, at: [index, index + typed.length] })
    }
  },
})
