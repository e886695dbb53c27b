import * as v from 'valibot'
import { isZone, nearestZone } from '../calendar/zone.ts'
import type { Severity } from '../source/diagnostic.ts'
import { choice, fields, flag, integer, json, listOf, optional, recordOf, text } from '../source/schema.ts'
import { brandFields } from './brand.ts'
import { emailAddress } from './email-address.ts'
import { inLanguage, languageField, localizedText, type Localized } from './language.ts'
import { datelineForm } from './locale.ts'
import { encodedAddress, webAddress, webFolder } from './web-address.ts'

const zoneField = (about: string) =>
  v.pipe(
    v.string('expected a time zone'),
    v.check(isZone, ({ input }) => {
      const near = nearestZone(input)
      const hint = near ? `did you mean "${near}"?` : 'use an IANA name such as Europe/Amsterdam'
      return `invalid-time: Unknown time zone "${input}"; ${hint}`
    }),
    v.description(about),
    json({ type: 'string' }),
  )

const organization = fields({
  name: localizedText('The name in full, as it stands in the masthead'),
  'short-name': optional(localizedText('The name that readers know, such as an abbreviation')),
  url: optional(webAddress('The website')),
  address: optional(localizedText('The postal address, for the footer; of several lines behind `|`')),
  email: optional(emailAddress('The address of the press office')),
  social: optional(listOf(webAddress('An address'), 'Profiles on other services, for search engines')),
})

const house = fields({
  contacts: optional(
    choice(
      ['top', 'end'],
      'Where the contacts stand: above the headline, or after everything else; at the top where it is not given',
    ),
  ),
  dateline: optional(
    datelineForm('What stands before the first paragraph, as Markdown: {place}, {PLACE} in capitals, {date}'),
  ),
  'end-mark': optional(text('What stands at the end; `none` for nothing, that of the language where it is not given')),
  'end-mark-after': optional(
    choice(
      ['body', 'boilerplate'],
      'Whether the end mark closes the body or everything; the body where it is not given',
    ),
  ),
  boilerplate: optional(listOf(text('An id'), 'The boilerplate of a release that names none, in order')),
  contact: optional(listOf(text('An id'), 'The contacts of a release that names none')),
  'second-zone': optional(zoneField('A second zone in which an embargo is also given')),
})

const mail = fields({
  from: optional(emailAddress('The address that mails come from; the organization’s where it is not given')),
  name: optional(
    localizedText('The name beside that address; the short name of the organization where it is not given'),
  ),
  to: optional(listOf(emailAddress('An address'), 'To whom a draft is addressed')),
  cut: optional(flag('End an email that Gmail would cut off after a paragraph, with a link to the whole release')),
  'embed-logo': optional(flag('Carry the logo inside the mail, for readers whose program loads no pictures')),
})

/** press.yaml, as it is written. */
export const settingsSchema = fields({
  $schema: optional(text('The JSON Schema of this file, for editors')),
  organization,
  language: optional(
    languageField('The language of the releases whose file name names none; en-US where it is not given'),
  ),
  'time-zone': optional(zoneField('The zone of times that name none, and of the days on which releases go out')),
  'base-url': optional(webFolder('Where the pages will stand; without it no canonical links and no "Read online"')),
  house: optional(house),
  brand: optional(brandFields),
  formats: optional(
    v.pipe(
      listOf(text('A format'), 'What build makes: html, email, text, eml'),
      v.check((names) => names.length > 0, 'expected a format or more; write such as html, text, or take the line out'),
    ),
  ),
  mail: optional(mail),
  text: optional(
    fields({
      wrap: optional(
        integer(
          20,
          998,
          'The width at which plain text is wrapped, 20 to 998 columns; without it, a line is a paragraph',
        ),
      ),
      ascii: optional(flag('Replace typographic characters in plain text by ASCII ones')),
    }),
  ),
  markdown: optional(fields({ html: optional(flag('Allow raw HTML in releases; it is sanitized')) })),
  check: optional(
    recordOf(
      v.union(
        [
          choice(['off', 'info', 'warning', 'error'], 'How much it matters; `off` turns it off'),
          recordOf(
            v.union([text('A value'), v.array(text('A word'))], 'expected text or a list'),
            '`severity`, and the options of the rule',
          ),
        ],
        'expected one of off, info, warning, error, or `severity` and options of the rule',
      ),
      'What the rules of `pressmark check` are worth here, by rule: off, info, warning or error, or `severity` and options of the rule',
    ),
  ),
})
export type SettingsFile = v.InferOutput<typeof settingsSchema>

/** What press.yaml settles, complete with the defaults. */
export interface Settings {
  readonly organization: SettingsFile['organization']
  readonly language: string
  readonly timeZone: string | undefined
  /** Ends in a slash. */
  readonly baseUrl: string | undefined
  readonly house: {
    readonly contacts: 'top' | 'end'
    readonly dateline: string | undefined
    readonly endMark: string | undefined
    readonly endMarkAfter: 'body' | 'boilerplate'
    readonly boilerplate: readonly string[]
    readonly contact: readonly string[]
    readonly secondZone: string | undefined
  }
  readonly formats: readonly string[]
  readonly mail: {
    readonly from: string | undefined
    readonly name: Localized | undefined
    readonly to: readonly string[]
    readonly embedLogo: boolean
    readonly cut: boolean
  }
  readonly text: { readonly wrap: number | undefined; readonly ascii: boolean }
  readonly rawHtml: boolean
  /** By the name of a rule. */
  readonly check: Readonly<Record<string, 'off' | Severity | Readonly<Record<string, string | readonly string[]>>>>
}

export function settingsOf(file: SettingsFile): Settings {
  const { house = {}, text: plain = {} } = file
  return {
    organization: file.organization,
    language: file.language ?? 'en-US',
    timeZone: file.timeZone,
    baseUrl: file.baseUrl && encodedAddress(file.baseUrl).replace(/\/*$/, '/'),
    house: {
      contacts: house.contacts ?? 'top',
      dateline: house.dateline,
      endMark: house.endMark === 'none' ? '' : house.endMark,
      endMarkAfter: house.endMarkAfter ?? 'body',
      boilerplate: house.boilerplate ?? [],
      contact: house.contact ?? [],
      secondZone: house.secondZone,
    },
    formats: file.formats ?? ['html', 'email', 'text'],
    mail: {
      from: file.mail?.from ?? file.organization.email,
      name: file.mail?.name ?? file.organization.shortName ?? file.organization.name,
      to: file.mail?.to ?? [],
      embedLogo: file.mail?.embedLogo ?? false,
      cut: file.mail?.cut ?? false,
    },
    text: { wrap: plain.wrap, ascii: plain.ascii ?? false },
    rawHtml: file.markdown?.html ?? false,
    check: file.check ?? {},
  }
}

/** The name that stands in the masthead. */
export const organizationName = (settings: Settings, language: string): string =>
  inLanguage(settings.organization.name, language, settings.language)
