import { kinds, type Kind } from '../../release/fields.ts'
import { datesIn } from '../dates.ts'
import type { Context, Draft, Person, Picture, Reading, Recognizer, Remark, Taken } from '../draft.ts'
import { momentIn, written } from '../moment.ts'

/** The names that other systems have for what the kit calls by another one. */
const names: Readonly<Record<string, readonly string[]>> = {
  headline: ['headline', 'title', 'name'],
  subheadline: ['subheadline', 'subtitle', 'sub-title', 'subhead', 'short-title', 'dek', 'standfirst', 'kicker'],
  summary: ['summary', 'excerpt', 'description', 'abstract', 'teaser', 'lead'],
  date: [
    'date',
    'published',
    'publish-date',
    'published-at',
    'pubdate',
    'releasedate',
    'release-date',
    'date-published',
    'publishdate',
  ],
  dateline: ['dateline', 'location', 'place', 'city'],
  embargo: ['embargo', 'embargo-until', 'embargoed-until', 'embargountil', 'embargo-date'],
  language: ['language', 'lang', 'locale'],
  slug: ['slug', 'permalink', 'url'],
  aliases: ['aliases', 'alias', 'redirect-from', 'redirects'],
  kind: ['kind', 'type', 'release-type'],
  number: ['number', 'press-release-number', 'release-number', 'no'],
  subject: ['subject'],
  tags: ['tags', 'keywords', 'tag', 'topics'],
  attachments: ['attachments', 'files', 'file', 'pdf', 'downloads', 'documents'],
  notes: ['notes', 'notes-to-editors'],
  draft: ['draft'],
  contacts: ['contacts', 'contact', 'author', 'authors', 'press-contact', 'media-contact'],
  boilerplate: ['boilerplate'],
  media: ['image', 'images', 'media', 'featured-image', 'cover', 'cover-image', 'thumbnail', 'hero', 'header-image'],
}

const keyOf = (key: string): string =>
  key
    .toLowerCase()
    .replaceAll('_', '-')
    .replace(/^(?:seo|og)[-:]/, '')

const textOf = (value: unknown): string | undefined => {
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean' ||
    typeof value === 'bigint'
    ? String(value).trim() || undefined
    : undefined
}
const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
const textsOf = (value: unknown): string[] => listOf(value).flatMap((one) => textOf(one) ?? [])
const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)

/** Takes over what the front matter of another system says; what the kit has no field for is listed as what is left over. */
export const fromFields: Recognizer = (reading, context) => {
  const fields = Object.entries(context.fields).filter(([key]) => !/^(?:page|mail) /.test(key))
  const out: Work = { draft: reading.draft, taken: [], remarks: [], left: [], context, all: context.fields }
  const used = new Set<string>()
  const byKey = new Map(fields.map(([key, value]) => [keyOf(key), { key, value }]))
  for (const [field, known] of Object.entries(names))
    for (const name of known) {
      const found = byKey.get(name)
      if (found && !used.has(found.key) && readers[field]?.(found.value, out, found.key)) used.add(found.key)
    }
  for (const key of contactKeys(byKey, out)) used.add(key)
  for (const key of pictureKeys(byKey, out)) used.add(key)
  for (const [key, value] of fields)
    if (!used.has(key) && listOf(value).length > 0) out.left.push(`${key}: ${shown(value)}`)
  const { draft, taken, remarks, left } = out
  return {
    ...reading,
    draft,
    taken: [...reading.taken, ...taken],
    remarks: [...reading.remarks, ...remarks],
    asides:
      left.length === 0
        ? reading.asides
        : [...reading.asides, { what: 'front matter that the kit has no field for', text: left.join('\n') }],
  } satisfies Reading
}

interface Work {
  draft: Draft
  readonly taken: Taken[]
  readonly remarks: Remark[]
  readonly left: string[]
  readonly context: Context
  readonly all: Readonly<Record<string, unknown>>
}

const shown = (value: unknown): string =>
  textOf(value) ?? JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? String(one) : one))

type Reader = (value: unknown, out: Work, key: string) => boolean

/** A field that is one text, and that nothing said before. */
const line =
  (field: 'headline' | 'subheadline' | 'summary' | 'dateline' | 'number' | 'subject'): Reader =>
  (value, out) => {
    const text = textOf(value)?.replace(/\s+/g, ' ')
    if (text === undefined || out.draft[field] !== undefined) return false
    out.draft = { ...out.draft, [field]: text }
    return true
  }

const lastSegment = (address: string): string =>
  address
    .replace(/[?#].*$/, '')
    .replace(/\/(?:index\.html?)?$/, '')
    .replace(/\.html?$/, '')
    .split('/')
    .at(-1) ?? ''
const isPlainSlug = (slug: string): boolean => /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*$/u.test(slug)

const readers: Readonly<Record<string, Reader>> = {
  headline: line('headline'),
  subheadline: line('subheadline'),
  summary: line('summary'),
  dateline: line('dateline'),
  number: line('number'),
  subject: line('subject'),
  date(value, out) {
    const text = textOf(value)
    if (text !== undefined && /^(?:true|false)$/i.test(text)) {
      out.draft = { ...out.draft, ...(/false/i.test(text) && { draft: true }) }
      out.taken.push({ as: 'label', text })
      return true
    }
    const [found] = datesIn(text ?? '', out.context.language)
    const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?/.exec(
      text ?? '',
    )
    if (text === undefined || (!found && !iso) || out.draft.date !== undefined) return false
    const time = iso?.[2] !== undefined && iso[2] !== '00:00' ? ` ${iso[2]}${iso[3] === undefined ? '' : iso[3]}` : ''
    out.draft = { ...out.draft, date: `${found?.day ?? iso?.[1] ?? ''}${time}` }
    out.taken.push({ as: 'date', text })
    if (found?.unsure !== undefined) out.remarks.push({ text: found.unsure, field: 'date' })
    return true
  },
  embargo(value, out) {
    const text = textOf(value)
    if (text === undefined) return false
    const iso =
      /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2}|[A-Z][\w/+-]+)?$/.exec(text)
    const { date, time, zone, saysMore } = momentIn(text, out.context)
    out.taken.push({ as: 'embargo', text })
    if (iso)
      out.draft = {
        ...out.draft,
        embargo: `${iso[1]} ${iso[2]}${iso[3] === undefined ? '' : /^[+-]|^Z$/.test(iso[3]) ? iso[3] : ` ${iso[3]}`}`,
      }
    else if (date && !saysMore) {
      out.draft = { ...out.draft, embargo: written(date.day, time, zone?.zone) }
      if (!time)
        out.remarks.push({
          text: 'no time stands beside the embargo; the beginning of the day is taken',
          field: 'embargo',
        })
    } else {
      out.draft = { ...out.draft, draft: true }
      out.remarks.push({
        text: `the embargo could not be read, so this is a draft: "${text.slice(0, 120)}"`,
        field: 'embargo',
      })
    }
    return true
  },
  language(value, out) {
    const text = textOf(value)?.replace('_', '-')
    if (text === undefined || !/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*$/.test(text)) return false
    out.taken.push({ as: 'label', text: textOf(value) ?? '' })
    return true
  },
  slug(value, out) {
    const text = textOf(value)
    const slug = lastSegment(text ?? '')
    if (text === undefined || slug.startsWith(':') || !isPlainSlug(slug)) return false
    if (out.draft.slug === undefined) out.draft = { ...out.draft, slug }
    else if (out.draft.slug !== slug) out.draft = { ...out.draft, aliases: [...out.draft.aliases, slug] }
    if (text !== slug) out.left.push(`address: ${text}`)
    return true
  },
  aliases(value, out) {
    const addresses = textsOf(value)
    const slugs = addresses.map(lastSegment)
    if (slugs.length === 0 || !slugs.every(isPlainSlug)) return false
    out.draft = { ...out.draft, aliases: [...out.draft.aliases, ...slugs] }
    for (const address of addresses) if (!slugs.includes(address)) out.left.push(`address: ${address}`)
    return true
  },
  kind(value, out) {
    const text = textOf(value)
      ?.toLowerCase()
      .replace(/[\s_]+/g, '-')
    const kind = kinds.find((one) => one === text)
    if (kind === undefined) return false
    out.taken.push({ as: 'kind', text: textOf(value) ?? '' })
    if (kind !== 'press-release') out.draft = { ...out.draft, kind: kind satisfies Kind }
    return true
  },
  tags(value, out) {
    const tags = typeof value === 'string' ? value.split(/\s*[,;]\s*/) : textsOf(value)
    if (tags.length === 0) return false
    out.draft = {
      ...out.draft,
      tags: [...out.draft.tags, ...tags.filter((tag) => tag !== '' && !out.draft.tags.includes(tag))],
    }
    return true
  },
  attachments(value, out) {
    const found = listOf(value).map((one) => {
      const address = isMap(one)
        ? textOf(one['url'] ?? one['src'] ?? one['file'] ?? one['path'] ?? one['href'])
        : textOf(one)
      const title = isMap(one) ? textOf(one['title'] ?? one['name'] ?? one['label']) : undefined
      return address !== undefined && /^https?:\/\//i.test(address)
        ? { url: address, title: title ?? lastSegment(address) }
        : undefined
    })
    const good = found.filter((one) => one !== undefined)
    if (good.length === 0 || good.length < found.length) return false
    out.draft = { ...out.draft, attachments: [...out.draft.attachments, ...good] }
    return true
  },
  notes(value, out) {
    const notes = textsOf(value)
    if (notes.length === 0) return false
    out.draft = { ...out.draft, notes: [...out.draft.notes, ...notes] }
    return true
  },
  draft(value, out) {
    const text = textOf(value)
    if (text === undefined || !/^(?:true|false|yes|no)$/i.test(text)) return false
    if (/^(?:true|yes)$/i.test(text)) out.draft = { ...out.draft, draft: true }
    out.taken.push({ as: 'label', text })
    return true
  },
  contacts(value, out) {
    const people = listOf(value).map((one): Person | { id: string } | undefined =>
      isMap(one) ? personIn(one) : typeof one === 'string' ? { id: one } : undefined,
    )
    const good = people.filter((one) => one !== undefined)
    if (good.length === 0 || good.length < people.length) return false
    out.draft = { ...out.draft, contacts: [...out.draft.contacts, ...good] }
    return true
  },
  boilerplate(value, out) {
    const ids = textsOf(value)
    if (ids.length === 0 || !ids.every((id) => /^[\w-]+$/.test(id))) return false
    out.draft = { ...out.draft, about: [...out.draft.about, ...ids.map((id) => ({ id }))] }
    return true
  },
}

function personIn(map: Record<string, unknown>): Person | undefined {
  const get = (...keys: string[]): string | undefined => {
    for (const [key, value] of Object.entries(map)) if (keys.includes(keyOf(key))) return textOf(value)
    return undefined
  }
  const name = get('name')
  const known = {
    role: get('role', 'title', 'position', 'job-title'),
    organization: get('organization', 'organisation', 'company', 'affiliation'),
    location: get('location', 'city'),
    phone: get('phone', 'tel', 'telephone'),
    mobile: get('mobile', 'cell'),
    email: get('email', 'mail', 'e-mail'),
  }
  const entries = Object.entries(known).filter(([, value]) => value !== undefined)
  return name === undefined ? undefined : { name, ...(Object.fromEntries(entries) as Partial<Person>), rest: [] }
}

type ByKey = ReadonlyMap<string, { readonly key: string; readonly value: unknown }>

/** contact_name, contact_email and the like are one person. */
function contactKeys(byKey: ByKey, out: Work): string[] {
  const own = [...byKey].filter(([name]) => /^(?:press-|media-)?contact-/.test(name))
  const person = personIn(
    Object.fromEntries(own.map(([name, { value }]) => [name.replace(/^(?:press-|media-)?contact-/, ''), value])),
  )
  const readable = own.every(
    ([name, { value }]) =>
      textOf(value) !== undefined &&
      /-(?:name|role|title|position|organi[sz]ation|company|location|city|phone|tel|telephone|mobile|cell|email|mail)$/.test(
        name,
      ),
  )
  if (!person || !readable) return []
  out.draft = { ...out.draft, contacts: [...out.draft.contacts, person] }
  return own.map(([, { key }]) => key)
}

/** image, image_alt_text, image-credit and image_caption are one picture. */
function pictureKeys(byKey: ByKey, out: Work): string[] {
  const used: string[] = []
  const pictures: Picture[] = []
  for (const name of names['media'] ?? []) {
    const found = byKey.get(name)
    if (!found) continue
    const side = (pattern: RegExp): string | undefined => {
      const one = [...byKey].find(([key]) => key.startsWith(`${name}-`) && pattern.test(key.slice(name.length + 1)))
      const text = one && textOf(one[1].value)
      if (one && text !== undefined) used.push(one[1].key)
      return text
    }
    const list = listOf(found.value)
    const before = used.length
    const read = list.flatMap((one): Picture[] => {
      const map = isMap(one) ? one : {}
      const src = isMap(one)
        ? textOf(map['src'] ?? map['url'] ?? map['path'] ?? map['file'] ?? map['image'])
        : textOf(one)
      if (src === undefined) return []
      const alone = list.length === 1
      const alt = textOf(map['alt'] ?? map['alt_text'] ?? map['alt-text']) ?? (alone ? side(/^alt/) : undefined)
      const caption = textOf(map['caption'] ?? map['title']) ?? (alone ? side(/^caption|^title/) : undefined)
      const credit = textOf(map['credit'] ?? map['author']) ?? (alone ? side(/^credit|^copyright/) : undefined)
      return [
        {
          src,
          ...(alt !== undefined && { alt }),
          ...(caption !== undefined && { caption }),
          ...(credit !== undefined && { credit }),
        },
      ]
    })
    if (read.length > 0 && read.length === list.length) {
      pictures.push(...read)
      used.push(found.key)
    } else used.length = before
  }
  out.draft = { ...out.draft, media: [...out.draft.media, ...pictures] }
  return used
}
