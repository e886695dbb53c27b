import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { readReleaseName } from '../release/file-name.ts'
import { maxTextBytes } from '../source/decode.ts'
import { diagnose, type Diagnostic, type Outcome } from '../source/diagnostic.ts'
import { readForNow } from '../source/read-for-now.ts'
import { digestOf, sameStamp, stampOf } from '../source/stamp.ts'
import { ReleaseFile, ReleaseGroup, type Place } from './listed.ts'
import { Listing } from './listing.ts'
import { isWithin } from './careful.ts'

/** What is known of a file from an earlier look at it. */
export type KnownPlaces = (path: string) => Place | undefined

/** Is shown the front matter of each file that is read. */
export type Glance = (path: string, frontMatter: string) => void

/** The releases of a press room as an array, for whoever looks at few or needs all of them at once. */
export async function releasesIn(...all: Parameters<typeof listReleases>): Promise<Outcome<readonly ReleaseGroup[]>> {
  const { value, diagnostics } = await listReleases(...all)
  return { ...(value && { value: [...value] }), diagnostics }
}

/**
 * The releases of a press room, with a word of folders that are links, since nothing in them is read; or the folder that cannot be read: taken for
 * empty, its outputs would be removed.
 */
export async function listReleases(root: string, known?: KnownPlaces, glance?: Glance): Promise<Outcome<Listing>> {
  const links = new Set<string>()
  try {
    const value = await listingOf(root, links, known, glance)
    return { value, diagnostics: [...links].flatMap((path) => linkedFolder(root, path)) }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && 'path' in error)) throw error
    const file = relative(root, String(error.path)).split(sep).join('/')
    const message = `The folder cannot be read (${String(error.code)})`
    return { diagnostics: [diagnose({ file }, undefined, 'unreadable-file', message)] }
  }
}

/**
 * Lists the releases of a press room, by group, the newest file name last but for translations of what is not there. A file that is not
 * known as it stands is looked into for `slug`, `aliases` and `translation-of`, which decide where it belongs; nothing else of it is kept, so
 * that memory does not grow with the text. What is a link is added to `links`. Throws what the disk throws.
 */
async function listingOf(
  root: string,
  links: Set<string>,
  known: KnownPlaces = nothingKnown,
  glance?: Glance,
): Promise<Listing> {
  const listing = new Listing()
  const translations: ReleaseFile[] = []
  for (const [key, paths] of byGroup(listMarkdown(root, 'releases', links))) {
    const files: ReleaseFile[] = []
    for (const path of paths) {
      const seen = placeOf(root, path, known, links.has(path), glance)
      const file = new ReleaseFile(path, 'frontMatter' in seen ? await withFields(path, seen) : seen)
      if (file.place.translationOf === undefined) files.push(file)
      else translations.push(file)
    }
    if (files.length > 0) listing.add(new ReleaseGroup(key, files))
  }
  return withTranslations(listing, translations)
}

/** The paths of releases by the group that their names belong to. */
function byGroup(paths: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const folders = new Set(
    paths
      .filter((path) => /\/index(?:\.[A-Za-z-]+)?\.(?:md|markdown)$/i.test(path))
      .map((path) => path.replace(/\/[^/]*$/, '')),
  )
  const groups = new Map<string, string[]>()
  for (const path of paths) {
    const name = readReleaseName(path, (folder) => folder !== 'releases' && folders.has(folder))
    if (!name) continue
    const group = groups.get(name.group)
    if (group) group.push(path)
    else groups.set(name.group, [path])
  }
  return groups
}

/** The listing with the translations that are such by their own word, each with what it names, or by itself where nothing has that name. */
function withTranslations(listing: Listing, translations: readonly ReleaseFile[]): Listing {
  if (translations.length === 0) return listing
  const named = groupNames([...Array.from(listing, ({ files }) => files).flat(), ...translations])
  const groups = new Map<string, ReleaseFile[]>()
  for (const file of translations) {
    const key = named(file.place.translationOf ?? '') ?? file.name.group
    groups.set(key, [...(groups.get(key) ?? []), file])
  }
  const whole = new Map<string, ReleaseGroup>()
  for (const { key, files } of listing) {
    const more = groups.get(key)
    if (more) whole.set(key, new ReleaseGroup(key, [...files, ...more].sort(byPath)))
  }
  const all = listing.with(whole)
  for (const [key, files] of groups) if (!whole.has(key)) all.add(new ReleaseGroup(key, files))
  return all
}

const byPath = (a: ReleaseFile, b: ReleaseFile): number => (a.path < b.path ? -1 : 1)

/** What a release file says of its place now; without a digest where it cannot be read. */
export async function placeNow(root: string, path: string): Promise<Place> {
  const seen = placeOf(root, path, nothingKnown, true)
  return 'frontMatter' in seen ? withFields(path, seen) : seen
}

/** The group of a release by the name that `translation-of` calls it. */
function groupNames(files: readonly ReleaseFile[]): (name: string) => string | undefined {
  const known = new Map(
    files.toReversed().flatMap(({ name: { group }, slug }) => [[slug, group] as const, [group, group] as const]),
  )
  return (name) => {
    const wanted = name.replace(/\.(?:md|markdown)$/i, '').replace(/^releases\//, '')
    return known.get(`releases/${wanted}`) ?? known.get(wanted)
  }
}

const nothingKnown: KnownPlaces = () => undefined

/** A file that nothing can be read of; why, is told when it is read for good. */
const unread = { size: 0, mtime: -1, digest: '' }

/** The place of a file; with its front matter where that has to be parsed for it. */
function placeOf(
  root: string,
  path: string,
  known: KnownPlaces,
  mayLeadOut: boolean,
  glance?: Glance,
): Place | (Place & { readonly frontMatter: string }) {
  const full = join(root, path)
  const stamp = stampOf(full)
  if (!stamp || stamp.size > maxTextBytes || (mayLeadOut && leadsOut(root, path))) return { ...unread, ...stamp }
  const before = known(path)
  if (before && sameStamp(before, stamp)) return before
  try {
    const bytes = readForNow(full)
    const place = { digest: digestOf(bytes), ...stamp }
    if (before?.digest === place.digest) return { ...before, ...stamp }
    const frontMatter = frontMatterOf(bytes)
    glance?.(path, frontMatter)
    return mayBePlaced.test(frontMatter) ? { ...place, frontMatter } : place
  } catch {
    return { ...unread, ...stamp }
  }
}

/** Fields that say where a release belongs; behind a backslash, any letter of their names may hide. */
const mayBePlaced = /slug|translation-of|aliases|\\/

/** The lines between the dashes; nothing where there are none, which is told when the file is read for good. */
const frontMatterOf = (bytes: Buffer): string =>
  bytes.toString('utf8', bytes.indexOf('\n') + 1, bytes.indexOf('\n---', 3) + 1)

/** Few releases say anything of their place, and only those are parsed for it. */
async function withFields(path: string, { frontMatter, ...place }: Place & { frontMatter: string }): Promise<Place> {
  const [{ readYaml }, { sourceText }] = await Promise.all([import('../source/yaml.ts'), import('../source/text.ts')])
  const value: unknown = readYaml(sourceText(path, frontMatter)).value?.value
  if (typeof value !== 'object' || value === null) return place
  const { slug, 'translation-of': translationOf, aliases } = value as Record<string, unknown>
  return { ...place, slug: asText(slug), translationOf: asText(translationOf), aliases: asTexts(aliases) }
}

const asText = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
const asTexts = (value: unknown): string[] => [value].flat().filter((one) => typeof one === 'string')

/** Whether a release is a link to a file outside the press room, or to none. */
function leadsOut(root: string, path: string): boolean {
  try {
    return !isWithin(root, join(root, path))
  } catch {
    return true
  }
}

/** What is to be said of a link in releases/ that leads to a folder. */
function linkedFolder(root: string, path: string): Diagnostic[] {
  if (!isFolder(join(root, path))) return []
  const hint = 'put the folder itself here'
  const message = 'A link to a folder, in which no release is looked for'
  return [diagnose({ file: path }, undefined, 'unreadable-file', message, { hint, severity: 'warning' })]
}

function isFolder(full: string): boolean {
  try {
    return statSync(full).isDirectory()
  } catch {
    return false
  }
}

/** The paths of the files below a folder that may be releases. What is a link is added to `links`. */
function listMarkdown(root: string, folder: string, links: Set<string>): string[] {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && name !== 'node_modules')
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      // Joined, it is one text in memory; in a template, it would be three.
      const path = [folder, entry.name].join('/')
      if (entry.isDirectory()) return listMarkdown(root, path, links)
      if (entry.isSymbolicLink()) links.add(path)
      return /\.(?:md|markdown)$/i.test(entry.name) ? [path] : []
    })
}

/** The names by which `translation-of` may call the releases. */
export const originalNames = (groups: Iterable<ReleaseGroup>): string[] =>
  Array.from(groups, ({ key }) => key.replace(/^releases\//, ''))

/** How many of the latest releases show what a house does, how few are too few to tell, and in how many a language must be. */
const [latest, fewest, most] = [20, 4, 0.75]

/** The languages in which a house brings out most of its latest releases, by the names of their files. */
export function languagesOfHouse(groups: readonly ReleaseGroup[], usual: string): string[] {
  const shown = groups.slice(-latest).map(({ files }) => new Set(files.map(({ name }) => name.language ?? usual)))
  if (shown.length < fewest) return []
  const all = new Set(shown.flatMap((languages) => [...languages]))
  return [...all].filter((one) => shown.filter((languages) => languages.has(one)).length >= shown.length * most)
}
