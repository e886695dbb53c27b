import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { readReleaseName, type ReleaseName } from '../release/file-name.ts'
import { maxTextBytes } from '../source/decode.ts'
import { diagnose, type Outcome } from '../source/diagnostic.ts'
import { isMap } from '../source/schema.ts'
import { sourceText } from '../source/text.ts'
import { readYaml } from '../source/yaml.ts'
import { folded } from './aliases.ts'

/** A file in releases/, and what it says of its place before it is read for good. */
export interface ReleaseFile {
  /** From the press room's root, with forward slashes. */
  readonly path: string
  readonly name: ReleaseName
  readonly slug: string
  readonly translationOf: string | undefined
}

/** A release with its translations: the unit of a build. */
export interface ReleaseGroup {
  readonly key: string
  readonly slug: string
  readonly files: readonly ReleaseFile[]
}

/** The releases of a press room, or the folder that cannot be read: taken for empty, its outputs would be removed. */
export function releasesIn(root: string): Outcome<readonly ReleaseGroup[]> {
  try {
    return { value: listReleases(root), diagnostics: [] }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && 'path' in error)) throw error
    const file = relative(root, String(error.path)).split(sep).join('/')
    const message = `The folder cannot be read (${String(error.code)})`
    return { diagnostics: [diagnose({ file }, undefined, 'unreadable-file', message)] }
  }
}

/**
 * Lists the releases of a press room, by group, the newest file name last. Each file is looked into for `slug` and
 * `translation-of`, which decide where it belongs; nothing of it is kept, so that memory does not grow with the text. Throws what
 * the disk throws.
 */
export function listReleases(root: string): ReleaseGroup[] {
  const paths = listMarkdown(root, 'releases')
  const folders = new Set(
    paths
      .filter((path) => /\/index(?:\.[A-Za-z-]+)?\.(?:md|markdown)$/i.test(path))
      .map((path) => path.replace(/\/[^/]*$/, '')),
  )
  const files = paths.flatMap((path): ReleaseFile[] => {
    const name = readReleaseName(path, (folder) => folder !== 'releases' && folders.has(folder))
    return name ? [{ path, name, ...peek(root, path, name) }] : []
  })
  const groups = new Map<string, ReleaseFile[]>()
  for (const file of files) {
    const key =
      file.translationOf === undefined ? file.name.group : (groupNamed(file.translationOf, files) ?? file.name.group)
    const group = groups.get(key)
    if (group) group.push(file)
    else groups.set(key, [file])
  }
  return [...groups].map(([key, members]) => {
    const original = members.find(
      ({ name, translationOf }) => name.language === undefined && translationOf === undefined,
    )
    return { key, slug: (original ?? members[0])?.slug ?? '', files: members }
  })
}

function groupNamed(name: string, files: readonly ReleaseFile[]): string | undefined {
  const wanted = name.replace(/\.(?:md|markdown)$/i, '').replace(/^releases\//, '')
  return files.find(({ name: { group }, slug }) => group === `releases/${wanted}` || slug === wanted)?.name.group
}

function peek(root: string, path: string, name: ReleaseName): { slug: string; translationOf: string | undefined } {
  const { slug, 'translation-of': translationOf } = placeFields(path, frontMatterAt(join(root, path)))
  return { slug: asText(slug) ?? name.slug, translationOf: asText(translationOf) }
}

/** The lines between the dashes; nothing where there are none, which is told when the file is read for good. */
function frontMatterAt(path: string): string {
  try {
    if (statSync(path).size > maxTextBytes) return ''
    const text = readFileSync(path, 'utf8')
    const end = text.indexOf('\n---', 3)
    return end === -1 ? '' : text.slice(text.indexOf('\n') + 1, end + 1)
  } catch {
    return ''
  }
}

/** Most releases name neither field, and are not parsed for them. */
function placeFields(path: string, yaml: string): Readonly<Record<string, unknown>> {
  if (!/slug|translation-of/.test(yaml)) return {}
  const value = readYaml(sourceText(path, yaml)).value?.value
  return isMap(value) ? (value as Record<string, unknown>) : {}
}

const asText = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

function listMarkdown(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && name !== 'node_modules')
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`
      if (entry.isDirectory()) return listMarkdown(root, path)
      return /\.(?:md|markdown)$/i.test(entry.name) ? [path] : []
    })
}

/** The names by which `translation-of` may call the releases. */
export const originalNames = (groups: readonly ReleaseGroup[]): string[] =>
  groups.map(({ key }) => key.replace(/^releases\//, ''))

/** For each folder name that more than one release claims, letter case aside, the files that claim it. */
export function clashes(groups: readonly ReleaseGroup[]): ReadonlyMap<string, readonly string[]> {
  const claims = new Map<string, string[]>()
  for (const { slug, files } of groups) {
    const key = folded(slug)
    const claim = claims.get(key)
    if (claim) claim.push(files[0]?.path ?? '')
    else claims.set(key, [files[0]?.path ?? ''])
  }
  return new Map([...claims].filter(([, files]) => files.length > 1))
}
