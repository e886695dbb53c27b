import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { kitRoot } from '../source/kit.ts'

/** The files of a press room that everything else is made with, as bytes, by path from the root with forward slashes. */
export interface PressRoomFiles {
  readonly root: string
  readonly settings: Uint8Array | undefined
  readonly templates: ReadonlyMap<string, Uint8Array>
  /** The layouts, partials and locales that the kit brings along. */
  readonly builtIn: ReadonlyMap<string, Uint8Array>
}

const layered = ['html', 'email', 'text', 'locales']

/** Reads press.yaml and templates/ of a press room, and the kit's own layouts. Throws only what the disk throws. */
export async function readPressRoomFiles(root: string): Promise<PressRoomFiles> {
  const kit = kitRoot()
  const [settings, templates, ...own] = await Promise.all([
    readIfThere(join(root, 'press.yaml')),
    readTree(root, 'templates'),
    ...layered.map((folder) => readTree(kit, `templates/${folder}`)),
  ])
  return { root, settings, templates, builtIn: new Map(own.flatMap((files) => [...files])) }
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
export async function listTree(root: string, folder: string): Promise<string[]> {
  let entries
  try {
    entries = await readdir(join(root, folder), { withFileTypes: true, recursive: true })
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

async function readTree(root: string, folder: string): Promise<Map<string, Uint8Array>> {
  const paths = (await listTree(root, folder)).filter((path) => /\.(?:md|ya?ml|hbs|mjml|css)$/.test(path))
  const files = await Promise.all(paths.map(async (path) => [path, await read(join(root, path))] as const))
  return new Map(files)
}
