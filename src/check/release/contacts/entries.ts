import type { Contact } from '../../../press-room/contacts.ts'
import type { Path } from '../../../source/yaml.ts'
import type { CheckedRoom, YamlFile } from '../rule.ts'

/** A person's details, and where in contacts.yaml they stand. */
export interface Entry {
  readonly id: string
  readonly contact: Contact
  readonly file: YamlFile
  readonly path: Path
  /** Whether it is the last of the details that are given for the person, and the person is still there. */
  readonly isCurrent: boolean
}

/** The people of contacts.yaml, each with the details of every time. */
export function entriesIn({ room, contacts, today }: CheckedRoom): Entry[] {
  if (!contacts) return []
  return room.names.contacts.flatMap((id) => {
    const versions = room.contact(id)
    const newest = versions.toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1)).at(-1)
    const inList = isList(contacts, id)
    return versions.map((contact, i) => ({
      id,
      contact,
      file: contacts,
      path: inList ? [id, i] : [id],
      isCurrent: contact === newest && (contact.until === undefined || contact.until >= today),
    }))
  })
}

/** Whether what stands under a key is a list, and not the one thing itself. */
export const isList = ({ yaml }: YamlFile, key: string): boolean =>
  Array.isArray((yaml.value as Readonly<Record<string, unknown>>)[key])
