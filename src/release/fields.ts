import * as v from 'valibot'
import { dayField } from '../calendar/day-field.ts'
import { languageField } from '../press-room/language.ts'
import { webAddress } from '../press-room/web-address.ts'
import { choice, fields, flag, json, listOf, optional, text, words } from '../source/schema.ts'

export const kinds = ['press-release', 'media-advisory', 'statement', 'joint'] as const
export type Kind = (typeof kinds)[number]

const moment = (about: string) => v.pipe(v.string('expected a date'), v.description(about), json({ type: 'string' }))

const picture = fields({
  src: text('The file, by its path from the release'),
  alt: optional(text('What the picture shows, for those who do not see it')),
  caption: optional(text('What stands under it')),
  credit: optional(text('Who made it')),
  rights: optional(text('Who may use it, and how')),
})

const attachment = v.union(
  [
    fields({ src: text('The file, by its path from the release'), title: text('What it is') }),
    fields({ url: webAddress('Its address'), title: text('What it is') }),
  ],
  'expected fields',
)

/** The front matter of a release, as it is written. */
export const releaseSchema = fields({
  headline: words('The headline; Markdown emphasis at most'),
  subheadline: optional(text('The line under the headline')),
  summary: optional(text('One or two sentences: the preview line of the email and the description for search engines')),
  date: optional(moment('The day it goes out, 2020-04-09; a time may follow. Required, but for a translation')),
  dateline: optional(text('The place, such as The Hague; the house style is put around it')),
  embargo: optional(moment('Until when nobody may publish: 2026-12-01 09:00 Europe/Amsterdam')),
  draft: optional(flag('Not ready: built only with --drafts, and kept apart')),
  withdrawn: optional(
    fields({ date: dayField('The day of the withdrawal'), reason: optional(text('Why, in a sentence')) }),
  ),
  corrections: optional(
    listOf(
      fields({ date: dayField('The day of the correction'), text: text('What was wrong and what is right') }),
      'Corrections, shown above the text',
    ),
  ),
  contacts: optional(listOf(text('An id'), 'Whom to ask: ids from templates/contacts.yaml')),
  boilerplate: optional(listOf(text('An id'), 'About texts: ids from templates/boilerplate/, in order')),
  language: optional(languageField('The language, where the file name does not say it')),
  'translation-of': optional(text('The release that this is a translation of, where the file name does not say it')),
  slug: optional(
    text(
      'The name of its folder in the output, where it is not that of the file; a translation has that of its original',
    ),
  ),
  aliases: optional(listOf(text('A slug'), 'Older names of that folder; a page there leads here')),
  kind: optional(choice(kinds, 'What it is')),
  number: optional(text('The number that the house gives it')),
  subject: optional(text('The subject of the email, where it is not the headline')),
  tags: optional(listOf(text('A tag'), 'Words to find it by, as a list: [pumps, Turku]')),
  media: optional(listOf(picture, 'Pictures: those that the body shows, and others to download')),
  attachments: optional(listOf(attachment, 'Reports and data')),
  notes: optional(listOf(text('A note'), 'Notes to editors, as Markdown')),
  links: optional(listOf(fields({ url: webAddress('The address'), title: text('What it leads to') }), 'Further links')),
  event: optional(
    fields({
      starts: moment('When it begins: 2026-12-01 09:00 Europe/Amsterdam, or a day'),
      ends: optional(moment('When it ends')),
      place: optional(text('Where it is')),
      address: optional(text('The address')),
      online: optional(webAddress('Where it can be followed')),
      registration: optional(text('How to register')),
    }),
  ),
  spokespeople: optional(
    listOf(
      fields({
        name: text('The name'),
        role: optional(text('The role')),
        organization: optional(text('The organization')),
        topics: optional(text('What to ask about, as one text: pumps and ferries')),
      }),
      'People who can be interviewed',
    ),
  ),
  organizations: optional(
    listOf(
      fields({ name: text('The name'), url: optional(webAddress('The website')) }),
      'The organizations of a joint release, without the own one',
    ),
  ),
  research: optional(
    fields({
      title: optional(text('The title of the paper')),
      journal: optional(text('Where it appears')),
      doi: optional(
        v.pipe(
          v.string('expected a DOI'),
          v.regex(
            /^10\.\d{4,9}\/\S+$/,
            (issue) => `No DOI, "${issue.input}"; write it as 10.1000/182, without https://doi.org/`,
          ),
          v.description('Its DOI, such as 10.1000/182'),
        ),
      ),
      labels: optional(
        listOf(text('A label'), 'What kind of evidence it is, as a list: [peer-reviewed, observational]'),
      ),
    }),
  ),
})
export type ReleaseFields = v.InferOutput<typeof releaseSchema>
