import * as v from 'valibot'
import { asOf, type Day } from '../calendar/day.ts'
import { dayField } from '../calendar/day-field.ts'
import { fields, listOf, optional, recordOf } from '../source/schema.ts'
import { emailAddress } from './email-address.ts'
import { languageField, localizedText } from './language.ts'

const phone = (about: string) =>
  v.pipe(
    v.string('expected a phone number'),
    v.check(
      (number) => /^\+?[\d\s().\-/]{3,}(?:\s*(?:ext\.?|x)\s*\d+)?$/i.test(number),
      (issue) => `No phone number, "${issue.input}"; write it as "+31 70 311 1085"`,
    ),
    v.description(about),
  )

export const contactSchema = fields({
  name: localizedText('The name'),
  role: optional(localizedText('The role')),
  organization: optional(localizedText('The organization, where it is to be shown')),
  location: optional(localizedText('The place that contacts are grouped by, such as The Hague')),
  phone: optional(
    phone('The phone number, in the international form; in quotation marks, or YAML editors take it for a number'),
  ),
  mobile: optional(phone('The mobile number')),
  hours: optional(localizedText('When the phone is answered')),
  email: optional(emailAddress('The email address')),
  languages: optional(listOf(languageField('A language'), 'The languages that the person speaks with the press')),
  from: optional(dayField('The first day on which this is true')),
  until: optional(dayField('The last day on which this is true')),
})
export type Contact = v.InferOutput<typeof contactSchema>

/** templates/contacts.yaml: people by id; where somebody's details changed, a list of them with their first days. */
export const contactsSchema = recordOf(
  listOf(contactSchema, 'A person, or the same person at different times'),
  'People by id',
)

export type ContactOnDay =
  | { readonly status: 'there'; readonly contact: Contact }
  | { readonly status: 'unknown' }
  | { readonly status: 'not-yet'; readonly from: Day }
  | { readonly status: 'gone'; readonly until: Day }

/** The person as of a day: the newest details not later than it, if the person was still there. */
export function contactOn(versions: readonly Contact[], day: Day): ContactOnDay {
  if (versions.length === 0) return { status: 'unknown' }
  const contact = asOf(versions, day)
  if (contact === undefined) {
    const first = versions.map(({ from }) => from).sort()[0]
    return first === undefined ? { status: 'unknown' } : { status: 'not-yet', from: first }
  }
  if (contact.until !== undefined && contact.until < day) return { status: 'gone', until: contact.until }
  return { status: 'there', contact }
}
