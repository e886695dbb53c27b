import { underPicture } from './pictures.ts'
import { plainText, type Document, type Inline } from '../markdown/tree.ts'
import { inLanguage, type Language, type Localized } from '../press-room/language.ts'
import { word, type Locale } from '../press-room/locale.ts'
import { organizationName, type Settings } from '../press-room/settings.ts'
import { encodedAddress } from '../press-room/web-address.ts'
import type { PressRoom } from '../press-room/press-room.ts'
import type { Phone } from '../release/phone.ts'
import { languageName } from '../release/translation.ts'
import type { ContactDetails, Medium, ResolvedRelease } from '../release/resolved.ts'
import { onceFor, onceForKey } from '../source/once.ts'
import type { ViewOf } from '../template/shape.ts'
import type { releaseShape } from './shapes.ts'

export type ReleaseView = ViewOf<typeof releaseShape>

/** What a format brings to the view: how bodies and lines come out, and where things stand. */
export interface ViewParts {
  document(document: Document, name: 'body' | 'notes'): string
  boilerplate(document: Document, id: string): string
  line(children: readonly Inline[]): string
  /** The address of a file beside the release, or nothing where it cannot be reached. */
  file(src: string): string
  translation(language: string, isOriginal: boolean): string
  readonly logo:
    { readonly src: string; readonly dark: string; readonly width: number; readonly height: number } | undefined
}

/** The plain object that a layout is rendered with: every name is there, and empty where there is nothing. */
export function viewOf(release: ResolvedRelease, room: PressRoom, parts: ViewParts): ReleaseView {
  const { locale, status, language } = release
  const { house } = room.settings
  const rtl = locale.direction === 'rtl'
  return {
    language,
    direction: locale.direction,
    start: rtl ? 'right' : 'left',
    end: rtl ? 'left' : 'right',
    kind: release.kind,
    status: status.kind,
    kindLabel: release.kind === 'press-release' ? '' : word(locale, release.kind),
    number: release.number,
    releaseLine: release.releaseLine,
    date: { iso: release.date, words: release.dateInWords },
    headline: parts.line(release.headline),
    title: plainText(release.headline),
    subheadline: parts.line(release.subheadline),
    summary: plainText(release.summary),
    contactsOnTop: house.contacts === 'top',
    contactGroups: release.contactGroups.map(({ location, contacts }) => ({
      location,
      contacts: contacts.map((person) => personView(person)),
    })),
    corrections: release.corrections.map(({ day, date, text }) => ({ iso: day, date, text: parts.line(text) })),
    withdrawal: withdrawalView(release, parts),
    event: eventView(release, parts),
    body: parts.document(release.body, 'body'),
    notes: parts.document(release.notes, 'notes'),
    spokespeople: release.spokespeople.map(({ name, role = '', organization: from = '', topics = '' }) => ({
      name,
      role,
      organization: from,
      topics,
    })),
    organizations: release.organizations.map(({ name, url = '' }) => ({ name, url })),
    research: researchView(release),
    boilerplate: release.boilerplate.map(({ id, title, document }) => ({
      id,
      title,
      body: parts.boilerplate(document, id),
    })),
    gallery: release.gallery.map((medium) => pictureView(medium, locale, parts)),
    attachments: release.attachments.map(({ href, title, file }) => ({
      href: file ? parts.file(href) : encodedAddress(href),
      title,
      size: file ? sizeInWords(file.size, language) : '',
    })),
    links: release.links.map(({ url, title }) => ({ href: encodedAddress(url), title })),
    endMark: release.endMark,
    endMarkAfterBody: release.endMark !== '' && house.endMarkAfter === 'body',
    endMarkAfterBoilerplate: release.endMark !== '' && house.endMarkAfter === 'boilerplate',
    translations: release.translations
      .filter((one) => one.language !== language)
      .map((one) => ({
        language: one.language,
        name: languageName(one.language),
        href: parts.translation(one.language, one.isOriginal),
      })),
    organization: organizationView(room.settings, language),
    logo: parts.logo ? { ...parts.logo, width: String(parts.logo.width), height: String(parts.logo.height) } : noLogo,
    brand: room.brand,
  }
}

/** The organization in a language: one object for all releases. */
const organizationView = onceForKey((settings: Settings, language: Language): ReleaseView['organization'] => {
  const { shortName, url = '', address, email = '' } = settings.organization
  const say = (text: Localized | undefined): string =>
    text === undefined ? '' : inLanguage(text, language, settings.language)
  return {
    name: organizationName(settings, language),
    shortName: say(shortName),
    url,
    addressLines: say(address)
      .split('\n')
      .filter((line) => line.trim() !== ''),
    email,
  }
})

/** What most releases do not have: one object for all of them, which a layout need look at only once. */
const noEvent = { starts: '', ends: '', place: '', address: '', online: '', registration: '' }
const noWithdrawal = { notice: '', reason: '' }
const noResearch = { title: '', journal: '', doi: '', address: '', labels: '' }
const noLogo = { src: '', dark: '', width: '', height: '' }

const eventView = ({ event }: ResolvedRelease, parts: ViewParts): ReleaseView['event'] =>
  event ? { ...event, registration: parts.line(event.registration) } : noEvent

const withdrawalView = ({ withdrawal }: ResolvedRelease, parts: ViewParts): ReleaseView['withdrawal'] =>
  withdrawal ? { notice: withdrawal.notice, reason: parts.line(withdrawal.reason) } : noWithdrawal

function researchView({ research, locale }: ResolvedRelease): ReleaseView['research'] {
  if (!research) return noResearch
  const { title = '', journal = '', doi = '', labels = [] } = research
  return { title, journal, doi, address: doi && doiAddress(doi), labels: labels.join(word(locale, 'comma')) }
}

/** A person: one object for all releases that name them. */
const personView = onceFor((person: ContactDetails): ReleaseView['contactGroups'][number]['contacts'][number] => ({
  ...person,
  phone: phoneView(person.phone),
  mobile: phoneView(person.mobile),
}))

const phoneView = (phone: Phone | undefined) => ({ display: phone?.display ?? '', uri: phone?.uri ?? '' })

const pictureView = (medium: Medium, locale: Locale, parts: ViewParts) => ({
  src: medium.file ? parts.file(medium.src) : medium.src,
  alt: medium.alt,
  width: medium.file?.width ?? 0,
  height: medium.file?.height ?? 0,
  ...underPicture(medium, locale),
})

/** Where a DOI leads; some hold characters that an address may not (DOI Handbook, 2.5.2.4). */
const doiAddress = (doi: string): string => `https://doi.org/${encodeURI(doi).replace(/[#?]/g, encodeURIComponent)}`

/** 1.2 MB, in decimal units, as file managers show it. */
function sizeInWords(bytes: number, language: string): string {
  const units = ['kilobyte', 'megabyte', 'gigabyte'] as const
  const power = Math.min(units.length, Math.max(1, Math.floor(Math.log10(Math.max(1, bytes)) / 3)))
  const unit = units[power - 1] ?? 'kilobyte'
  const format = new Intl.NumberFormat(`${language}-u-nu-latn`, {
    style: 'unit',
    unit,
    maximumFractionDigits: power > 1 ? 1 : 0,
  })
  return format.format(Math.max(1, bytes / 1000 ** power))
}
