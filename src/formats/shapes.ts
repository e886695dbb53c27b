import { underPictureShape } from './body-shapes.ts'
import { flag, list, number, object, rendered, text, token } from '../template/shape.ts'

const phone = (about: string) =>
  object({ display: text('As it is read: +31 70 311 1085'), uri: text('As it is dialled: tel:+31703111085') }, about)

export const contactShape = object(
  {
    name: text('The name'),
    role: text('The role, or nothing'),
    organization: text('The organization, or nothing'),
    phone: phone('The phone; both texts empty where there is none'),
    mobile: phone('The mobile phone'),
    hours: text('When the phone is answered'),
    email: text('The email address'),
  },
  'A person',
)

const picture = {
  src: text('The address'),
  alt: text('What it shows, for those who do not see it'),
  ...underPictureShape,
  width: number('In pixels; 0 where it is not known'),
  height: number('In pixels; 0 where it is not known'),
}

const link = { href: text('The address'), title: text('What it leads to') }

const palette = (about: string) =>
  object(
    {
      accent: token('Links and the one rule'),
      text: token('The text'),
      muted: token('Captions, dates and labels'),
      background: token('Behind the text'),
      tint: token('Behind boilerplate and contacts'),
      rule: token('Thin lines'),
    },
    about,
  )

export const brandShape = object(
  {
    light: palette('The colours by day'),
    dark: palette('The colours in the dark'),
    fonts: object(
      { text: token('The fonts of the text'), headings: token('The fonts of the headings') },
      'Font stacks',
    ),
  },
  'The brand of press.yaml, complete',
)

/** What every layout is given, whatever its format. */
export const releaseShape = object(
  {
    language: token('The language, as a BCP 47 tag'),
    direction: token('ltr or rtl'),
    start: token('The side on which lines begin: left or right'),
    end: token('The side on which lines end'),
    kind: token('press-release, media-advisory, statement or joint'),
    status: token('public, withdrawn, embargoed, scheduled or draft'),
    kindLabel: text('The kind in words; nothing for a press release'),
    number: text('The number that the house gives it'),
    releaseLine: text('FOR IMMEDIATE RELEASE, or until when it is embargoed'),
    date: object({ iso: text('2020-04-09'), words: text('April 9, 2020') }, 'The day it goes out'),
    headline: rendered('The headline, with its emphasis'),
    title: text('The headline without marks, for titles and attributes'),
    subheadline: rendered('The line under the headline'),
    summary: text('The summary without marks'),
    contactsOnTop: flag('Whether the house puts the contacts above the headline'),
    contactGroups: list(
      object(
        { location: text('The place they are grouped by'), contacts: list(contactShape, 'The people') },
        'Contacts of one place',
      ),
      'Whom to ask',
    ),
    corrections: list(
      object(
        { iso: text('2020-04-10'), date: text('April 10, 2020'), text: rendered('What was wrong and what is right') },
        'A correction',
      ),
      'Corrections, to be shown above the text',
    ),
    withdrawal: object(
      { notice: text('That and when it was withdrawn; nothing where it was not'), reason: rendered('Why') },
      'The notice of a withdrawal',
    ),
    event: object(
      {
        starts: text('When it begins; nothing where there is no event'),
        ends: text('When it ends'),
        place: text('Where'),
        address: text('The address'),
        online: text('Where it can be followed'),
        registration: rendered('How to register'),
      },
      'When and where, for an advisory',
    ),
    body: rendered('The body, with the dateline in its first paragraph'),
    notes: rendered('Notes to editors'),
    spokespeople: list(
      object(
        {
          name: text('The name'),
          role: text('The role'),
          organization: text('The organization'),
          topics: text('What to ask about'),
        },
        'A person',
      ),
      'People who can be interviewed',
    ),
    organizations: list(
      object({ name: text('The name'), url: text('The website') }, 'An organization'),
      'The partners of a joint release',
    ),
    research: object(
      {
        title: text('The paper'),
        journal: text('Where it appears'),
        doi: text('Its DOI'),
        address: text('Where that leads'),
        labels: text('What kind of evidence it is'),
      },
      'The research that the release is about; all empty where there is none',
    ),
    boilerplate: list(
      object({ id: token('The id'), title: text('About the CICC'), body: rendered('The text') }, 'A reusable text'),
      'The About texts, in order',
    ),
    gallery: list(object(picture, 'A picture'), 'Pictures that the body does not show'),
    attachments: list(
      object({ ...link, size: text('The size, such as 1.2 MB; nothing for what is elsewhere') }, 'A file'),
      'Reports and data',
    ),
    links: list(object(link, 'A link'), 'Further links'),
    endMark: text('### or what the house closes with; nothing for none'),
    endMarkAfterBody: flag('Whether the end mark closes the body'),
    endMarkAfterBoilerplate: flag('Whether the end mark closes everything'),
    translations: list(
      object(
        {
          language: token('The language, as a tag'),
          name: text('Its own name for itself'),
          href: text('The address; nothing where there is none'),
        },
        'A translation',
      ),
      'The other languages of this release',
    ),
    organization: object(
      {
        name: text('The name'),
        shortName: text('The short name'),
        url: text('The website'),
        addressLines: list(text('A line'), 'The postal address'),
        email: text('The address of the press office'),
      },
      'The organization of the press room',
    ),
    logo: object(
      {
        src: text('The logo for light grounds; nothing where there is none'),
        dark: text('The one for dark grounds'),
        width: token('Its width in pixels'),
        height: token('Its height in pixels'),
      },
      'The logo',
    ),
    brand: brandShape,
  },
  'A release',
)
