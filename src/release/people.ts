import type { Day } from '../calendar/day.ts'
import { type Contact, contactOn } from '../press-room/contacts.ts'
import { type Localized, inLanguage } from '../press-room/language.ts'
import type { PressRoom } from '../press-room/press-room.ts'
import { didYouMean } from '../source/nearest.ts'
import { onceForKey } from '../source/once.ts'
import type { At, Fault } from './fault.ts'
import { readPhone } from './phone.ts'
import type { Release } from './read.ts'
import type { ContactDetails, ContactGroup } from './resolved.ts'
import type { ResolveContext } from './translation.ts'

/**
 * The people whom a release names, as of its day and in its language, grouped by their location in the order of the ids; those of no place come
 * first, since they would seem to be of the one before.
 */
export function contactGroupsOf(
  ids: readonly string[],
  release: Release,
  { room }: ResolveContext,
  date: Day,
  at: At,
): ContactGroup[] {
  const groups = new Map<string, ContactDetails[]>()
  const say = (text: Localized | undefined): string =>
    text === undefined ? '' : inLanguage(text, release.language, room.settings.language)
  for (const [i, id] of ids.entries()) {
    const found = contactOn(room.contact(id), date)
    if (found.status !== 'there') {
      at(['contacts', i], contactFault(room, id, date, found))
      continue
    }
    const location = say(found.contact.location)
    const details = detailsIn(found.contact, release.language, say)
    const group = groups.get(location)
    if (group) group.push(details)
    else groups.set(location, [details])
  }
  const grouped = [...groups].map(([location, contacts]) => ({ location, contacts }))
  return [...grouped.filter(({ location }) => location === ''), ...grouped.filter(({ location }) => location !== '')]
}

/** The details of a person in a language, put together once: many releases name the same few. */
const detailsIn = onceForKey(
  (contact: Contact, _language: string, say: (text: Localized | undefined) => string): ContactDetails => ({
    name: say(contact.name),
    role: say(contact.role),
    organization: say(contact.organization),
    phone: contact.phone === undefined ? undefined : readPhone(contact.phone),
    mobile: contact.mobile === undefined ? undefined : readPhone(contact.mobile),
    hours: say(contact.hours),
    email: contact.email ?? '',
  }),
)

function contactFault(
  room: PressRoom,
  id: string,
  day: Day,
  found: Exclude<ReturnType<typeof contactOn>, { status: 'there' }>,
): Fault {
  switch (found.status) {
    case 'unknown': {
      const near = didYouMean(id, room.names.contacts)
      const hint = [near, 'contacts are in templates/contacts.yaml']
        .filter(Boolean)
        .join(near?.endsWith('?') ? ' ' : '; ')
      const because = room.faults('contact', id)
      return { code: 'unknown-contact', message: `Unknown contact "${id}"`, hint, because }
    }
    case 'gone': {
      const hint = 'name somebody else, or correct `until` in templates/contacts.yaml'
      return { code: 'contact-not-there', message: `The contact "${id}" left on ${found.until}, before ${day}`, hint }
    }
    case 'not-yet': {
      const hint = 'name somebody else, or correct `from` in templates/contacts.yaml'
      return { code: 'contact-not-there', message: `The contact "${id}" came on ${found.from}, after ${day}`, hint }
    }
  }
}
