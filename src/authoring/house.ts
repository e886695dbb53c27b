import { readFile } from '../build/load.ts'
import { originalIn, type ReleaseFile, type ReleaseGroup } from '../build/listed.ts'
import type { Day } from '../calendar/day.ts'
import { contactOn } from '../press-room/contacts.ts'
import { inLanguage, sameLanguage, type Language } from '../press-room/language.ts'
import type { PressRoom } from '../press-room/press-room.ts'
import type { Release } from '../release/read.ts'

/** Reads a release as its file stands; nothing where it cannot be read. */
export const releaseAt = (room: PressRoom, file: ReleaseFile): Release | undefined =>
  readFile(room.root, file, room.settings).value

/** What a new release is given that its author does not say. */
export interface House {
  /** The people and About texts to be named in it; nothing where those of press.yaml will do. */
  readonly contacts: readonly string[] | undefined
  readonly boilerplate: readonly string[] | undefined
  readonly dateline: string | undefined
}

/**
 * What the house does by habit, as of a day: what press.yaml says, else what the newest release did, else the first contact who is
 * there.
 */
export function houseOf(room: PressRoom, groups: readonly ReleaseGroup[], day: Day, language: Language): House {
  const last = newest(room, groups)
  const isThere = (id: string): boolean => contactOn(room.contact(id), day).status === 'there'
  const { contact, boilerplate } = room.settings.house
  const people = [...(last?.fields.contacts ?? []), ...contact].filter(isThere)
  const someone = people.length > 0 ? people : room.names.contacts.filter(isThere).slice(0, 1)
  const place = room.contact(someone[0] ?? contact[0] ?? '').at(-1)?.location
  return {
    contacts: contact.length > 0 && contact.every(isThere) ? undefined : someone,
    boilerplate: boilerplate.length > 0 ? undefined : last?.fields.boilerplate,
    dateline:
      last?.fields.dateline !== undefined && sameLanguage(last.language, language)
        ? last.fields.dateline
        : place && inLanguage(place, language, room.settings.language),
  }
}

function newest(room: PressRoom, groups: readonly ReleaseGroup[]): Release | undefined {
  for (const { files } of groups.toReversed()) {
    const file = originalIn(files)
    const release = file && releaseAt(room, file)
    if (release?.date !== undefined) return release
  }
  return undefined
}
