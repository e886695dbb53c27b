import type { Day } from '../calendar/day.ts'
import type { Language, Localized } from '../press-room/language.ts'
import { inLanguage } from '../press-room/language.ts'
import { readPhone } from '../release/phone.ts'
import { slugFrom } from '../release/slug.ts'
import type { NewPressRoomOptions } from './room-options.ts'
import { oneLine, quoted, scalar } from './yaml-text.ts'
import { wordingOf } from './wording.ts'

/** The files that a press room is, by their paths from it. The first release is the last of them. */
export async function roomFiles(
  options: NewPressRoomOptions,
  day: Day,
  logo: string | undefined,
): Promise<Map<string, string>> {
  const { contact, about, name, shortName } = options
  const [language = 'en-US', ...others] = options.languages
  const known = shortName ?? name
  const id = await slugFrom(contact.name, language)
  const aboutId = `about-${await slugFrom(inLanguage(known, language, language), language)}`
  const files = new Map<string, string>()
  files.set('press.yaml', pressYaml(options, language, { contact: id, about: aboutId }, logo))
  files.set('templates/contacts.yaml', contactsYaml(options, language, id))
  for (const [i, tag] of [language, ...others].entries()) {
    const text = typeof about === 'string' ? (i === 0 ? about : undefined) : about[tag]
    if (text === undefined) continue
    const title = wordingOf(tag).about(inLanguage(known, tag, language))
    const path = `templates/boilerplate/${aboutId}${i === 0 ? '' : `.${tag}`}.md`
    files.set(path, `---\ntitle: ${scalar(title)}\n---\n\n${text.trim()}\n`)
  }
  const { headline } = wordingOf(language).first
  files.set(`releases/${day}-${await slugFrom(headline, language)}.md`, firstRelease(language, day, contact.place))
  return files
}

function pressYaml(
  { name, shortName, timeZone, baseUrl, accent, contact }: NewPressRoomOptions,
  language: Language,
  ids: { readonly contact: string; readonly about: string },
  logo: string | undefined,
): string {
  const lines = [
    '# yaml-language-server: $schema=node_modules/pressmark/schemas/press.schema.json',
    'organization:',
    ...localizedLines('name', name).map((line) => `  ${line}`),
    ...(shortName === undefined ? [] : localizedLines('short-name', shortName).map((line) => `  ${line}`)),
    `language: ${language}`,
    ...(timeZone === undefined ? [] : [`time-zone: ${timeZone}`]),
    ...(baseUrl === undefined ? [] : [`base-url: ${quoted(baseUrl)}`]),
    'house:',
    `  contact: [${scalar(ids.contact)}]`,
    `  boilerplate: [${scalar(ids.about)}]`,
    'mail:',
    `  from: ${scalar(contact.email)}`,
    ...(accent === undefined && logo === undefined ? [] : ['brand:']),
    ...(accent === undefined ? [] : [`  accent: ${quoted(accent)}`]),
    ...(logo === undefined ? [] : [`  logo: ${scalar(logo)}`]),
  ]
  return `${lines.join('\n')}\n`
}

function localizedLines(key: string, text: Localized): string[] {
  if (typeof text === 'string') return [`${key}: ${scalar(oneLine(text))}`]
  return [`${key}:`, ...Object.entries(text).map(([tag, one]) => `  ${tag}: ${scalar(oneLine(one))}`)]
}

function contactsYaml({ contact }: NewPressRoomOptions, language: Language, id: string): string {
  const { name, role, place, phone, email } = contact
  const lines = [
    '# yaml-language-server: $schema=../node_modules/pressmark/schemas/contacts.schema.json',
    `# ${wordingOf(language).contactsFile}`,
    `${scalar(id)}:`,
    `  name: ${scalar(oneLine(name))}`,
    ...(role === undefined ? [] : [`  role: ${scalar(oneLine(role))}`]),
    ...(place === undefined ? [] : [`  location: ${scalar(oneLine(place))}`]),
    // In quotation marks, or editors take it for a number and lose the plus.
    ...(phone === undefined ? [] : [`  phone: ${quoted(international(phone))}`]),
    `  email: ${scalar(email)}`,
  ]
  return `${lines.join('\n')}\n`
}

/** A number in the form of ITU-T E.123; in most of the world, 00 is what is dialled for the +. */
export const international = (phone: string): string => readPhone(phone.trim().replace(/^00\s*(?=\d)/, '+')).display

function firstRelease(language: Language, day: Day, place: string | undefined): string {
  const { first, draft } = wordingOf(language)
  const lines = [
    `headline: ${scalar(first.headline)}`,
    `subheadline: ${scalar(first.subheadline)}`,
    `summary: ${scalar(first.summary)}`,
    `date: ${day}`,
    `draft: true # ${draft}`,
    ...(place === undefined ? [] : [`dateline: ${scalar(oneLine(place))}`]),
  ]
  return `---\n${lines.join('\n')}\n---\n\n${first.body}`
}
