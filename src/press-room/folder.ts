import { readdirSync, type Dirent } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { kitRoot } from '../source/kit.ts'
import { digestOf, stampOf, type KnownFile, type Stamp } from '../source/stamp.ts'

/** The files of a press room that everything else is made with, as bytes, by path from the root with forward slashes. */
export interface PressRoomFiles {
  readonly root: string
  readonly settings: Uint8Array | undefined
  readonly templates: ReadonlyMap<string, Uint8Array>
  /** The layouts, partials and locales that the kit brings along. */
  readonly builtIn: ReadonlyMap<string, Uint8Array>
  /** All of these as they were when they were read; the kit's own with `pressmark:` in front. */
  readonly known: ReadonlyMap<string, KnownFile>
}

const layered = ['html', 'email', 'text', 'locales']
const ours = 'pressmark:'

/** Whether a file in templates/ is one that a press room is opened from. */
const isRead = (path: string): boolean => /\.(?:md|ya?ml|hbs|mjml|css)$/.test(path)

/** Of the files of a press room, its pictures, such as the logo. */
export const picturesAmong = (paths: readonly string[]): string[] => paths.filter((path) => !isRead(path))

/** Where a file of a press room, or of the kit, is on the disk. */
const fullPath = (root: string, path: string): string =>
  path.startsWith(ours) ? join(kitRoot(), path.slice(ours.length)) : join(root, path)

/**
 * The files that a press room is opened from, as they look from outside, without reading any. `also` names files outside
 * templates/, such as logos. Throws what the disk throws.
 */
export function stampPressRoom(root: string, also: Iterable<string> = []): ReadonlyMap<string, Stamp> {
  const own = listTree(root, 'templates')
  const kit = kitRoot()
  const kits = layered.flatMap((folder) => listTree(kit, `templates/${folder}`)).map((path) => ours + path)
  const read = [...own, ...kits].filter(isRead)
  const stamps = new Map<string, Stamp>()
  for (const path of ['press.yaml', ...read, ...also]) {
    const stamp = stampOf(fullPath(root, path))
    if (stamp) stamps.set(path, stamp)
    else if (path.startsWith('templates/')) stamps.set(path, { size: 0, mtime: -1 })
  }
  return stamps
}

/** Reads press.yaml and templates/ of a press room, and the kit's own layouts. Throws only what the disk throws. */
export async function readPressRoomFiles(root: string): Promise<PressRoomFiles> {
  const stamps = stampPressRoom(root)
  const files = await Promise.all(
    [...stamps].map(async ([path, stamp]) => ({ path, stamp, bytes: await read(fullPath(root, path)) })),
  )
  const below = (folder: string): Map<string, Uint8Array> =>
    new Map(
      files.flatMap(({ path, bytes }) =>
        path.startsWith(`${folder}templates/`) ? [[path.slice(folder.length), bytes] as const] : [],
      ),
    )
  return {
    root,
    settings: files.find(({ path }) => path === 'press.yaml')?.bytes ?? (await readIfThere(join(root, 'press.yaml'))),
    templates: below(''),
    builtIn: below(ours),
    known: new Map(files.map(({ path, stamp, bytes }) => [path, { ...stamp, digest: digestOf(bytes) }])),
  }
}

/** The bytes of a file, or nothing where there is none. */
export async function readIfThere(path: string): Promise<Uint8Array | undefined> {
  try {
    return await read(path)
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

/** Reads a file; what the disk throws names it, which Node leaves out for a folder. */
async function read(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path)
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
