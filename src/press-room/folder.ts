import { readdirSync, readFileSync, type Dirent } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { kitTemplates } from '../source/kit.ts'
import { digestOf, stampOf, type KnownFile, type Stamp } from '../source/stamp.ts'

/** The files of a press room that everything else is made with, by path from the root with forward slashes. */
export interface PressRoomFiles {
  readonly root: string
  readonly settings: Uint8Array | undefined
  readonly templates: ReadonlyMap<string, Uint8Array>
  /** The texts of the layouts, partials and locales that the kit brings along. */
  readonly builtIn: ReadonlyMap<string, string>
  /** Those of the press room itself as they were when they were read. */
  readonly known: ReadonlyMap<string, KnownFile>
}

/** Whether a file in templates/ is one that a press room is opened from. */
const isRead = (path: string): boolean => /\.(?:md|ya?ml|hbs|mjml|css)$/.test(path)

/** Of the files of a press room, its pictures, such as the logo. */
export const picturesAmong = (paths: readonly string[]): string[] => paths.filter((path) => !isRead(path))

/**
 * The files that a press room is opened from, as they look from outside, without reading any. `also` names files outside
 * templates/, such as logos. Throws what the disk throws.
 */
export function stampPressRoom(root: string, also: Iterable<string> = []): ReadonlyMap<string, Stamp> {
  const stamps = new Map<string, Stamp>()
  for (const path of ['press.yaml', ...listTree(root, 'templates').filter(isRead), ...also]) {
    const stamp = stampOf(join(root, path))
    if (stamp) stamps.set(path, stamp)
    else if (path.startsWith('templates/')) stamps.set(path, { size: 0, mtime: -1 })
  }
  return stamps
}

/** Reads press.yaml and templates/ of a press room; the kit's own layouts come with them. Throws only what the disk throws. */
export function readPressRoomFiles(root: string): PressRoomFiles {
  const templates = new Map<string, Uint8Array>()
  const known = new Map<string, KnownFile>()
  let settings: Uint8Array | undefined
  for (const [path, stamp] of stampPressRoom(root)) {
    const bytes = read(join(root, path))
    known.set(path, { ...stamp, digest: digestOf(bytes) })
    if (path === 'press.yaml') settings = bytes
    else templates.set(path, bytes)
  }
  return {
    root,
    settings: settings ?? readIfThere(join(root, 'press.yaml')),
    templates,
    builtIn: kitTemplates(),
    known,
  }
}

/** The bytes of a file, or nothing where there is none. */
export function readIfThere(path: string): Uint8Array | undefined {
  try {
    return read(path)
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

/** Reads a file; what the disk throws names it, which Node leaves out for a folder. */
function read(path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch (error) {
    throw error instanceof Error ? Object.assign(error, { path }) : error
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')

/** Paths of all files below a folder, from `root`, sorted; hidden files and folders are left out. */
function listTree(root: string, folder: string): string[] {
  let entries: Dirent[]
  try {
    entries = readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
  return entries
    .filter((entry) => entry.isFile() || entry.isSymbolicLink())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !/(?:^|\/)\./.test(path))
    .sort()
}
