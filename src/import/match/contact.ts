import { asOf, type Day } from '../../calendar/day.ts'
import { contactOn, type Contact } from '../../press-room/contacts.ts'
import { inLanguage, type Language, type Localized } from '../../press-room/language.ts'
import type { PressRoom } from '../../press-room/press-room.ts'
import { readPhone } from '../../release/phone.ts'
import { editDistance, nearest } from '../../source/nearest.ts'
import type { Person, Taken } from '../draft.ts'
import { words } from '../fold-text.ts'

export interface ContactMatch {
  readonly id: string
  /** `known` where all that the source says is so in contacts.yaml; `near` where some of it is not. */
  readonly how: 'known' | 'near'
  readonly differences: readonly string[]
  /** What contacts.yaml says of the person, for whoever counts words. */
  readonly words: string
  /** What the source says in another form than contacts.yaml, such as a number without its country. */
  readonly taken: readonly Taken[]
}

const shown = ['name', 'role', 'organization', 'location', 'hours'] as const

const variants = (text: Localized | undefined): string[] =>
  text === undefined ? [] : typeof text === 'string' ? [text] : Object.values(text)
const same = (a: string, b: string): boolean => words(a).join(' ') === words(b).join(' ')

/** The digits that are dialled, without the trunk's zero that numbers have at home. */
const digits = (phone: string): string => readPhone(phone).uri.replace(/;.*$/, '').replace(/\D/g, '').replace(/^00/, '')
const samePhone = (a: string, b: string): boolean => {
  const [one, other] = [digits(a).replace(/^0/, ''), digits(b).replace(/^0/, '')]
  return one === other || (Math.min(one.length, other.length) >= 7 && (one.endsWith(other) || other.endsWith(one)))
}

/** The contact of the press room that somebody in a source is: by address or number, or else by name; nobody where none is near. */
export function matchContact(person: Person, room: PressRoom, day: Day, language: Language): ContactMatch | undefined {
  const all = room.names.contacts.flatMap((id) => {
    const versions = room.contact(id)
    const found = contactOn(versions, day)
    const contact = found.status === 'there' ? found.contact : (asOf(versions, day) ?? versions[0])
    return contact ? [{ id, contact, status: found.status }] : []
  })
  const names = new Map(all.flatMap(({ id, contact }) => variants(contact.name).map((name) => [name, id] as const)))
  const near = nearest(person.name, names.keys())
  // Two people of an office share its number, and two of a family its name: another address says that it is somebody else.
  const isElsewhere = ({ email }: Contact): boolean => person.email !== undefined && email !== undefined
  const best =
    all.find(
      ({ contact }) => person.email !== undefined && contact.email?.toLowerCase() === person.email.toLowerCase(),
    ) ??
    all.find(({ contact }) => variants(contact.name).some((name) => same(name, person.name))) ??
    all.find(
      ({ contact }) =>
        !isElsewhere(contact) && phones(person).some((one) => phones(contact).some((other) => samePhone(one, other))),
    ) ??
    (near !== undefined && near.length > 5 && isSlip(near, person.name)
      ? all.find(({ id }) => id === names.get(near))
      : undefined)
  if (!best) return undefined
  const { id, contact, status } = best
  const differences = shown.flatMap((field): string[] => {
    const said = person[field]
    if (said === undefined || variants(contact[field]).some((text) => same(text, said))) return []
    if (field === 'organization' && contact.organization === undefined && isOurs(said, room)) return []
    const here = contact[field] === undefined ? undefined : inLanguage(contact[field], language, room.settings.language)
    return [`${field}: the source has "${said}", contacts.yaml ${here === undefined ? 'nothing' : `"${here}"`}`]
  })
  for (const field of ['phone', 'mobile'] as const) {
    const said = person[field]
    if (said !== undefined && !phones(contact).some((one) => samePhone(one, said)))
      differences.push(
        `${field}: the source has "${said}", contacts.yaml ${contact[field] === undefined ? 'nothing' : `"${contact[field]}"`}`,
      )
  }
  if (person.email !== undefined && contact.email?.toLowerCase() !== person.email.toLowerCase())
    differences.push(
      `email: the source has "${person.email}", contacts.yaml ${contact.email === undefined ? 'nothing' : `"${contact.email}"`}`,
    )
  for (const rest of person.rest) differences.push(`the source also has "${rest}"`)
  if (status === 'gone' || status === 'not-yet') differences.push(`contacts.yaml has nobody of that name for ${day}`)
  return {
    id,
    how: differences.length === 0 ? 'known' : 'near',
    differences,
    words: wordsOfContact(contact),
    taken: takenOf(person, contact, room),
  }
}

/** Numbers in another form, and the name of the own organization, which contacts need not say. */
function takenOf(person: Person, contact: Contact, room: PressRoom): Taken[] {
  const numbers = phones(person).filter((said) => phones(contact).some((one) => one !== said && samePhone(one, said)))
  const { organization } = person
  const isSilent = organization !== undefined && contact.organization === undefined && isOurs(organization, room)
  return [
    ...numbers.map((text): Taken => ({ as: 'phone number', text })),
    ...(isSilent ? [{ as: 'masthead', text: organization } as const] : []),
  ]
}

/** Whether a name is that of the press room's own organization, which contacts need not say. */
const isOurs = (name: string, { settings: { organization } }: PressRoom): boolean =>
  [...variants(organization.name), ...variants(organization.shortName)].some((own) => same(own, name))

const phones = ({ phone, mobile }: Pick<Contact | Person, 'phone' | 'mobile'>): string[] =>
  [phone, mobile].filter((one) => one !== undefined)

/** A name that is near by letters is only a slip where one of its words is the same, and each other one nearly so or an initial. */
function isSlip(a: string, b: string): boolean {
  const [few = [], many = []] = [words(a), words(b)].sort((one, other) => one.length - other.length)
  const isNear = (one: string, other: string): boolean =>
    one.length === 1 || other.length === 1
      ? one[0] === other[0]
      : editDistance(one, other) <= Math.max(1, Math.floor(Math.min(one.length, other.length) / 4))
  return (
    few.some((word) => word.length > 2 && many.includes(word)) &&
    few.every((word) => many.some((other) => isNear(word, other)))
  )
}

/** All words of a contact, in every language. */
export const wordsOfContact = (contact: Contact): string =>
  [...shown.flatMap((field) => variants(contact[field])), contact.phone, contact.mobile, contact.email]
    .filter((text) => text !== undefined)
    .join('\n')

/** The fields of a new contact, as contacts.yaml would have them. */
export function newContact(person: Person): Readonly<Record<string, string>> {
  const { name, role, organization, location, phone, mobile, hours, email } = person
  const tidy = (number: string | undefined): string | undefined =>
    number === undefined ? undefined : readPhone(number).display
  const fields = { name, role, organization, location, phone: tidy(phone), mobile: tidy(mobile), hours, email }
  return Object.fromEntries(Object.entries(fields).filter((pair): pair is [string, string] => pair[1] !== undefined))
}
