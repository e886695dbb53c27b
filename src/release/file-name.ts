import { isDay, type Day } from '../calendar/day.ts'
import { readLanguage, type Language } from '../press-room/language.ts'

/** What the path of a release says. */
export interface ReleaseName {
  /** The path without language and ending: the same for a release and its translations. */
  readonly group: string
  readonly day: Day | undefined
  readonly slug: string
  readonly language: Language | undefined
  /** The folder in which its pictures and attachments are looked for, from the press room's root. */
  readonly folder: string
}

const ending = /^(.+)\.(?:md|markdown)$/i
const tagged = /^(.+)\.([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)$/

/**
 * Reads releases/2020-04-09-slug.md, releases/2020-04-09-slug.fr.md and releases/2020-04-09-slug/index.md, whether the path has
 * slashes or backslashes. Nothing for other files: notes of the office, and what lies beside an index.md.
 */
export function readReleaseName(
  path: string,
  isFolderRelease: (folder: string) => boolean = () => false,
): ReleaseName | undefined {
  const slashed = path.includes('\\') ? path.replaceAll('\\', '/') : path
  const cut = slashed.lastIndexOf('/')
  const file = slashed.slice(cut + 1)
  const whole = ending.exec(file)?.[1]
  if (whole === undefined) return undefined
  const [, stem = whole, tag] = whole.includes('.') ? (tagged.exec(whole) ?? []) : []
  const language = tag === undefined ? undefined : readLanguage(tag)
  const folder = slashed.slice(0, Math.max(0, cut))
  const above = folder.lastIndexOf('/') + 1
  const isIndex = stem === 'index' && above > 0
  if (/^readme$/i.test(stem) || (!isIndex && isFolderRelease(folder))) return undefined
  const name = isIndex ? folder.slice(above) : tag !== undefined && language === undefined ? `${stem}.${tag}` : stem
  const group = isIndex ? folder : slashed.slice(0, slashed.length - file.length + name.length)
  const date = name.slice(0, 10)
  const day = isDay(date) ? date : undefined
  const slug = day && name[10] === '-' ? name.slice(11) : name
  return { group, day, slug, language, folder }
}
