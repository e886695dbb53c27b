import { realpath } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { diagnose, type Diagnostic, type Outcome } from '../source/diagnostic.ts'
import { pictureSize } from '../source/picture.ts'
import type { Brand } from './brand.ts'
import { readIfThere, readPressRoomFiles } from './folder.ts'
import { assemblePressRoom, type PictureFile, type PressRoom } from './press-room.ts'

/**
 * Opens the press room in a folder: reads press.yaml, templates/ and the logo, and nothing else. What is wrong with them comes
 * back as diagnostics; throws only what the disk throws.
 */
export async function openPressRoom(root: string): Promise<Outcome<PressRoom>> {
  const files = await readPressRoomFiles(resolve(root))
  const room = assemblePressRoom(files)
  if (!room.value) return room
  const logo = await readLogo(files.root, room.value.brand)
  const diagnostics = [...room.diagnostics, ...logo.diagnostics]
  return logo.value === undefined && logo.diagnostics.length > 0
    ? { diagnostics }
    : { value: { ...room.value, logo: logo.value }, diagnostics }
}

async function readLogo(root: string, { logo }: Brand): Promise<Outcome<PressRoom['logo']>> {
  if (!logo) return { diagnostics: [] }
  const diagnostics: Diagnostic[] = []
  const read = async (path: string): Promise<PictureFile | undefined> => {
    const full = await insideRoot(root, path)
    const bytes = full && (await readIfThere(full))
    const size = bytes && pictureSize(bytes)
    if (!bytes)
      diagnostics.push(
        diagnose({ file: 'press.yaml' }, undefined, 'missing-media', `Missing logo "${path}"`, {
          hint: 'paths of logos start at press.yaml',
        }),
      )
    else if (!size)
      diagnostics.push(
        diagnose({ file: path }, undefined, 'invalid-value', 'The logo is not a picture', {
          hint: 'use a PNG, JPEG or GIF',
        }),
      )
    if (!size) return undefined
    const width = logo.width ?? Math.min(200, size.width)
    return { file: path, width, height: Math.round((size.height * width) / size.width) }
  }
  const light = await read(logo.light)
  const dark = logo.dark === undefined ? undefined : await read(logo.dark)
  return light && diagnostics.length === 0 ? { value: { light, dark }, diagnostics } : { diagnostics }
}

/** The full path of a file below a folder, links followed; nothing where it leads out of it or does not exist. */
export async function insideRoot(root: string, path: string): Promise<string | undefined> {
  try {
    const [real, base] = await Promise.all([realpath(join(root, path)), realpath(root)])
    const way = relative(base, real)
    return way.startsWith('..') || resolve(way) === way ? undefined : real
  } catch {
    return undefined
  }
}
