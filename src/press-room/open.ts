import { join, relative, resolve, sep } from 'node:path'
import { isBelow } from '../source/below.ts'
import { diagnose, type Diagnostic, type Outcome } from '../source/diagnostic.ts'
import { foldedName } from '../source/file-names.ts'
import { isMailPicture, pictureSize } from '../source/picture.ts'
import { digestOf, stampOf } from '../source/stamp.ts'
import { readIfThere, readPressRoomFiles, type PressRoomFiles } from './folder.ts'
import type { Logo } from './brand.ts'
import { assembleSoundPart, whole, type PictureFile, type PressRoom } from './press-room.ts'

/**
 * Opens the press room in a folder: reads press.yaml, templates/ and the logo, and nothing else. What is wrong with them comes
 * back as diagnostics.
 */
export const openPressRoom = async (root: string): Promise<Outcome<PressRoom>> => whole(await openSoundPart(root))

/**
 * Opens what is sound of the press room in a folder, to look for what else is wrong with it and its releases: with an error nothing may be
 * made of it. Without a value where press.yaml cannot be used.
 */
export async function openSoundPart(root: string): Promise<Outcome<PressRoom>> {
  const files = readFiles(resolve(root))
  if (!files.value) return { diagnostics: files.diagnostics }
  const room = assembleSoundPart(files.value)
  if (!room.value) return room
  const { value: { logo, known } = room.value, diagnostics } = await readLogo(room.value)
  return { value: { ...room.value, logo, known }, diagnostics: [...room.diagnostics, ...diagnostics] }
}

function readFiles(root: string): Outcome<PressRoomFiles> {
  try {
    return { value: readPressRoomFiles(root), diagnostics: [] }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && 'path' in error)) throw error
    const file = relative(root, String(error.path)).split(sep).join('/') || '.'
    const message = `The file cannot be read (${String(error.code)})`
    return { diagnostics: [diagnose({ file }, undefined, 'unreadable-file', message)] }
  }
}

async function readLogo({
  root,
  brand: { logo },
  known,
  settings,
  settingsFault,
}: PressRoom): Promise<Outcome<Pick<PressRoom, 'logo' | 'known'>>> {
  if (!logo) return { diagnostics: [] }
  const isMailed = settings.formats.some((format) => format === 'email' || format === 'eml')
  const pictures = new Map(known)
  const diagnostics: Diagnostic[] = []
  const read = async (path: string, key: 'light' | 'dark'): Promise<PictureFile | undefined> => {
    const full = await insideRoot(root, path)
    const stamp = full && stampOf(join(root, path))
    const bytes = stamp && readIfThere(full)
    const size = bytes && pictureSize(bytes)
    if (!full)
      diagnostics.push(
        settingsFault(
          ['brand', 'logo', key],
          'missing-media',
          `Missing logo "${path}"`,
          'give its path from press.yaml, inside the press room',
        ),
      )
    else if (!size || (isMailed && !isMailPicture(path)))
      diagnostics.push(
        settingsFault(
          ['brand', 'logo', key],
          'invalid-value',
          size ? `A logo that Outlook does not show, "${path}"` : `No picture, "${path}"`,
          'use a PNG, JPEG or GIF',
        ),
      )
    if (!stamp || !bytes || !size) return undefined
    pictures.set(path, { ...stamp, digest: digestOf(bytes) })
    const width = logo.width ?? Math.min(200, size.width)
    const height = Math.max(1, Math.round((size.height * width) / size.width))
    return { file: path, output: outputOf(logo, key), width, height }
  }
  const light = await read(logo.light, 'light')
  const dark = logo.dark === undefined ? undefined : await read(logo.dark, 'dark')
  return light && diagnostics.length === 0
    ? { value: { logo: { light, dark }, known: pictures }, diagnostics }
    : { diagnostics }
}

/** Where a logo stands in the output: two files of one name, in whatever letters, would be one file there. */
function outputOf({ light, dark }: Logo, key: 'light' | 'dark'): string {
  const [day = '', night = ''] = [light, dark].map((path) => path?.split('/').at(-1))
  const isTaken = light !== dark && foldedName(day) === foldedName(night)
  return `assets/${key === 'light' ? day : isTaken ? `dark-${night}` : night}`
}

/** The full path of a file below a folder, links followed; nothing where it leads out of it or does not exist. */
export async function insideRoot(root: string, path: string): Promise<string | undefined> {
  try {
    return await realInside(root, path)
  } catch {
    return undefined
  }
}

/** The same, which throws what the disk throws where it does not exist or cannot be seen. */
export async function realInside(root: string, path: string): Promise<string | undefined> {
  // Loaded for those alone that name files: it takes a start a tenth as long as the kit's own code.
  const { realpath } = process.getBuiltinModule('node:fs/promises')
  const [real, base] = await Promise.all([realpath(join(root, path)), realpath(root)])
  return isBelow(base, real) ? real : undefined
}
