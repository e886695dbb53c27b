import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import PostalMime from 'postal-mime'
import { parse } from 'yaml'
import { datesIn } from '../../src/import/dates.ts'
import { words } from '../../src/import/fold-text.ts'
import { lettersOf } from '../../src/import/letters.ts'
import { missingWords } from '../../src/import/nothing-lost.ts'
import type { ImportedRelease } from '../../src/import/report.ts'

/**
 * The words of a source that are nowhere in what came of it. Both sides are read here in other ways than import reads them: a .docx with a
 * pattern over its XML, a page by taking its tags away, the release as the text that it is. Comments count only where they hold words of the
 * source; what import says it understood counts only where that is true.
 */
export async function accountFor(
  file: string,
  bytes: Uint8Array,
  release: ImportedRelease,
  room: string,
): Promise<string[]> {
  const source = await plainWords(basename(file), bytes)
  const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(release.text) ?? []
  const fields = parse(front) as Record<string, unknown>
  const leftOver = [...body.matchAll(/<!-- import: left over, [^:]*:\n([\s\S]*?)-->/g)].map(([, text = '']) => text)
  const quoted = [...front.matchAll(/^# import: (.*)$/gm)].flatMap(([, text = '']) =>
    [...text.matchAll(/"([^"]*)"/g)].map(([, one = '']) => one),
  )
  const people = [...front.matchAll(/^# {3,}([\w-]+): (.*)$/gm)].map(([, , text = '']) => text)
  const text = body
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/(?<!\\)\[((?:\\.|[^\]\\])*)\]\([^)"]*(?:"((?:\\.|[^"])*)")?\)/g, '$1 $2 ')
    .replace(/\[\^(\d+)\]/g, ' $1 ')
    .replace(/(?<=[\p{L}\p{N}])(?<!\\)[*~]+(?=[\p{L}\p{N}])/gu, '')
    .replace(/\\(?=\W|_)/g, '')
  const here = [
    ...texts(without(fields, ['date', 'embargo', 'contacts', 'boilerplate', 'language'])),
    ...leftOver,
    ...quoted,
    ...people,
    text,
    ...ofRoom(fields, room),
  ]
  const untrue = release.understood.filter((one) => !isTrue(one, release, fields, room))
  if (untrue.length > 0) return untrue.map(({ as, text: typed }) => `not understood as ${as}: ${typed}`)
  return missingWords(source, [...here, ...release.understood.map((one) => one.text)])
}

const without = (fields: Record<string, unknown>, keys: readonly string[]) =>
  Object.fromEntries(Object.entries(fields).filter(([key]) => !keys.includes(key)))

const texts = (value: unknown): string[] =>
  Array.isArray(value)
    ? value.flatMap(texts)
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(texts)
      : [String(value)]

/** The words of the people and the boilerplate that a release names, as they stand in the press room's files. */
function ofRoom(fields: Record<string, unknown>, room: string): string[] {
  const contacts = parse(readFileSync(join(room, 'templates/contacts.yaml'), 'utf8')) as Record<string, unknown>
  const facts = readFileSync(join(room, 'templates/facts.yaml'), 'utf8')
  const language = typeof fields['language'] === 'string' ? `.${fields['language']}` : ''
  return [
    ...texts((fields['contacts'] as string[] | undefined)?.map((id) => contacts[id] ?? [])),
    readFileSync(join(room, 'press.yaml'), 'utf8'),
    ...((fields['boilerplate'] as string[] | undefined) ?? []).map(
      (id) => readFileSync(join(room, `templates/boilerplate/${id}${language}.md`), 'utf8') + facts,
    ),
  ]
}

/** Whether what import says it understood is so: a date is that of the release, a repeated headline is that headline, a label is short. */
function isTrue(
  { as, text }: ImportedRelease['understood'][number],
  { text: release }: ImportedRelease,
  fields: Record<string, unknown>,
  room: string,
): boolean {
  const said = (key: string): string => String(fields[key] ?? '')
  const days = ['en-GB', 'en-US'].flatMap((language) => datesIn(text, language).map(({ day }) => day as string))
  switch (as) {
    case 'date':
      return (
        days.some((day) => release.includes(day)) ||
        release.includes(text) ||
        said('date').startsWith(text.slice(0, 10))
      )
    case 'embargo':
      return days.length === 0 || days.some((day) => said('embargo').startsWith(day)) || said('draft') === 'true'
    case 'phone number':
      return samePhone(text, fields, room)
    case 'named before':
      return words(text).every((word) => words([...ofRoom(fields, room), release].join('\n')).includes(word))
    case 'repeated headline':
      return words(text).every((word) => [...words(said('headline')), ...words(said('subheadline'))].includes(word))
    case 'dateline':
      return words(text).some((word) => words(said('dateline')).includes(word)) || days.length > 0
    default:
      return words(text).length <= 8
  }
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  eacute: 'é',
  ouml: 'ö',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  ndash: '–',
  mdash: '—',
  shy: '',
}
const decoded = (text: string): string =>
  text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (all, hex?: string, number?: string, name?: string) =>
    name === undefined
      ? String.fromCodePoint(hex === undefined ? Number(number) : Number.parseInt(hex, 16))
      : (entities[name] ?? all),
  )

async function plainWords(name: string, bytes: Uint8Array): Promise<string> {
  if (name.endsWith('.docx')) return ofDocx(bytes)
  if (name.endsWith('.eml')) {
    const { html, text, subject } = await PostalMime.parse(bytes)
    return `${html === undefined ? text : ofHtml(html)}\n${subject?.replace(/^FW:/, '') ?? ''}`
  }
  const { text } = lettersOf(bytes, 'windows-1252')
  if (/\.html?$/.test(name)) return ofHtml(text)
  if (name.endsWith('.md')) return ofMarkdown(text)
  return text
}

function ofDocx(bytes: Uint8Array): string {
  const parts = unzipSync(bytes, {
    filter: ({ name }) => /^word\/(?:document|footnotes|endnotes|comments|header\d*|footer\d*)\.xml$/.test(name),
  })
  return Object.values(parts)
    .map((part) => {
      const kept = strFromU8(part)
        .replace(/<mc:Fallback>[\s\S]*?<\/mc:Fallback>/g, '')
        .replace(/<w:(del|moveFrom) [\s\S]*?<\/w:\1>/g, '')
      return decoded(
        kept.replace(
          /<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(?:p|br|tab|tr|cr)(?: [^>]*)?\/?>|<[^>]*>|[^<]+/g,
          (all, text?: string) => text ?? (/^<w:(?:p|br|tab|tr|cr)\b/.test(all) ? '\n' : ''),
        ),
      )
    })
    .join('\n')
}

const ofHtml = (html: string): string =>
  decoded(
    html
      .replace(/<(script|style|head|title|noscript|svg|template)\b[\s\S]*?<\/\1>/gi, ' ')
      .replace(/<!--[\s\S]*?-->/g, '')
      .replace(/<a [^>]*href="#cmnt[^>]*>[\s\S]*?<\/a>/g, ' ')
      .replace(/<!\[(?:if|endif)[^>]*>/g, '')
      .replace(/<span[^>]*mso-list:\s*ignore[^>]*>[\s\S]*?<\/span>(?=\s*(?:<\/span>|[^<\s]))/gi, '')
      .replace(/<(?:\/?(?:b|i|u|a|em|strong|span|font|sup|sub|s|o:p)\b[^>]*)>/gi, '')
      .replace(/<[^>]*>/g, '\n'),
  )

/** The values of the front matter, and the text without links' targets, marks and numbers of footnotes. */
function ofMarkdown(text: string): string {
  const [, front = '', body = text] = /^\n*(?:---|\+\+\+)\n([\s\S]*?)\n(?:---|\+\+\+)\n([\s\S]*)$/.exec(text) ?? []
  const values = front.replace(/^\s*\[.*\]\s*$/gm, '').replace(/^\s*[\w-]+\s*[:=]/gm, ' ')
  return `${values}\n${body
    .replace(/\]\([^)]*\)/g, '] ')
    .replace(/\[\^\d+\]:?/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/^\|[-:| ]+$/gm, '')}`
}

/** Whether one of the release's people has the number, by its last digits. */
function samePhone(text: string, fields: Record<string, unknown>, room: string): boolean {
  const digits = text.replace(/\D/g, '').replace(/^0+/, '')
  return ofRoom(fields, room).some((one) => one.replace(/\D/g, '').endsWith(digits))
}
