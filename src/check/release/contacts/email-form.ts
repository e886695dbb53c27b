import { nearest } from '../../../source/nearest.ts'
import type { Path } from '../../../source/yaml.ts'
import { defineRoomRule, inside, type CheckedRoom, type YamlFile } from '../rule.ts'
import { domainOf, isReserved, slipIn } from './address-slip.ts'
import { entriesIn } from './entries.ts'

/** Shorter names are near each other by chance. */
const shortest = 6

export const emailForm = defineRoomRule({
  code: 'email-form',
  severity: 'warning',
  summary: 'Give email addresses that can exist',
  why: 'A question to gmial.com comes back after hours, or never, and the story is written without the answer. Slips are known ones, ends that no domain has (.con), and names a letter off the organization’s own; example.org and its like (RFC 2606) are left alone where the organization itself is at one.',
  rate: 'not measured: archives leave contacts out',
  examples: {
    good: [
      '=== press.yaml\norganization: { name: Acme, url: "https://www.example.org/", email: press@example.org }\n=== templates/contacts.yaml\nana: { name: Ana Virta, email: ana@example.org }\n',
      '=== press.yaml\norganization: { name: Acme, url: "https://www.acmepumps.fi/" }\n=== templates/contacts.yaml\nana: { name: Ana Virta, email: ana@press.acmepumps.fi }\nben: { name: Ben Roe, email: ben.roe@acmepumps.co }\neva: { name: Eva Lind, email: eva@mail.com }\n',
    ],
    bad: {
      '=== press.yaml\norganization: { name: Acme, email: press@acme.con }\nmail: { to: [a@acme.fi, b@outlok.com] }\n=== templates/contacts.yaml\nana: { name: Ana Virta, email: ana.virta@gmial.com }\n':
        'press.yaml:1:36 Email address at "acme.con"\npress.yaml:2:25 Email address at "outlok.com"\ntemplates/contacts.yaml:1:32 Email address at "gmial.com"',
      '=== press.yaml\norganization: { name: Acme, url: "https://www.acmepumps.fi/" }\n=== templates/contacts.yaml\nana: { name: Ana Virta, email: ana@acmepmups.fi }\nben: { name: Ben Roe, email: ben@example.com }\neva: { name: Eva Lind, email: eva..lind@acmepumps.fi }\n':
        'templates/contacts.yaml:1:32 Email address at "acmepmups.fi"\ntemplates/contacts.yaml:2:30 Email address that is only an example\ntemplates/contacts.yaml:3:31 Email address with a point too many',
    },
  },
  check(room, report) {
    const own = ownDomains(room)
    for (const { address, file, path } of addressesIn(room)) {
      const domain = domainOf(address)
      const found = slipIn(address) ?? slipOf(address, own)
      const say = (message: string, hint: string): void => {
        report({ message, hint, at: inside(file, path), in: file.source })
      }
      if (found) say(found.message, found.meant === undefined ? 'correct it' : `did you mean "${found.meant}"?`)
      else if (isReserved(domain) && own.length > 0 && !own.some(isReserved))
        say('Email address that is only an example', 'write the real one')
    }
  },
})

interface Address {
  readonly address: string
  readonly file: YamlFile
  readonly path: Path
}

function addressesIn(room: CheckedRoom): Address[] {
  const { organization, mail } = room.room.settings
  const file = room.settings
  const written = (file.yaml.value as { mail?: { from?: string } }).mail?.from
  return [
    ...(organization.email === undefined ? [] : [{ address: organization.email, path: ['organization', 'email'] }]),
    ...(written === undefined ? [] : [{ address: written, path: ['mail', 'from'] }]),
    ...mail.to.map((address, i) => ({ address, path: mail.to.length > 1 ? ['mail', 'to', i] : ['mail', 'to'] })),
  ]
    .map((one): Address => ({ ...one, file }))
    .concat(
      entriesIn(room).flatMap(({ contact, file: contacts, path }) =>
        contact.email === undefined ? [] : [{ address: contact.email, file: contacts, path: [...path, 'email'] }],
      ),
    )
}

/** The domains that the organization says are its own. */
function ownDomains({ room }: CheckedRoom): string[] {
  const { url, email } = room.settings.organization
  const host = url === undefined ? [] : [new URL(url).hostname.replace(/^www\./, '')]
  return [...host, ...(email === undefined ? [] : [domainOf(email)])]
}

/** A domain that is one of the organization's, but for a letter or two. */
function slipOf(address: string, own: readonly string[]): { message: string; meant: string } | undefined {
  const domain = domainOf(address)
  const [name = '', ...end] = domain.split('.')
  if (own.includes(domain) || name.length < shortest) return undefined
  const near = own.find((one) => {
    const [ownName = '', ...ownEnd] = one.split('.')
    return ownName !== name && ownEnd.join('.') === end.join('.') && isSlip(name, ownName)
  })
  if (near === undefined) return undefined
  return { message: `Email address at "${domain}"`, meant: `${address.slice(0, address.lastIndexOf('@'))}@${near}` }
}

const isSlip = (name: string, right: string): boolean =>
  Math.abs(name.length - right.length) <= 1 && nearest(name, [right]) === right && lettersApart(name, right) <= 2

/** How many letters one has that the other has not. */
function lettersApart(one: string, other: string): number {
  const left = [...other]
  let apart = 0
  for (const letter of one) {
    const at = left.indexOf(letter)
    if (at === -1) apart++
    else left.splice(at, 1)
  }
  return apart + left.length
}
