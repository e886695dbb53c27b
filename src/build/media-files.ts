import { constants } from 'node:fs'
import { join } from 'node:path'
import { realInside } from '../press-room/open.ts'
import type { Media, MediaFile, Refusal } from '../release/media.ts'
import { foldedName, namesIn } from '../source/file-names.ts'
import { pictureSize } from '../source/picture.ts'
import { codeOf } from './disk-fault.ts'

const pictures = /\.(?:png|jpe?g|gif|webp|svg|avif|tiff?|bmp|heic)$/i
const outputs = /(?:^|\/)(?:index\.html|email\.html|release\.(?:txt|eml))$/i
const texts = /\.(?:md|markdown)$/i

/** The disk's words for a path at which there is nothing, or for one that no file can have. */
const nowhere = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'EINVAL', 'ERR_INVALID_ARG_VALUE'])

const another = 'give the file another name'

/**
 * Which of the paths that a release names are files in its folder, and how large they are. Paths that lead out of it are not, nor are those
 * of its outputs: `folders` are the names of folders that stand beside its page, those of its translations.
 */
export async function findMedia(
  root: string,
  folder: string,
  candidates: readonly string[],
  folders: readonly string[] = [],
): Promise<Media> {
  const { access, readFile, stat } = process.getBuiltinModule('node:fs/promises')
  const files = new Map<string, MediaFile>()
  const refused = new Map<string, Refusal>()
  const look = async (src: string): Promise<MediaFile | Refusal | undefined> => {
    if (texts.test(src)) return undefined
    const file = `${folder}/${src}`
    try {
      const full = await realInside(root, file)
      if (full === undefined)
        return { why: 'which leads out of the press room', hint: 'put a copy of the file beside the release' }
      if (outputs.test(src)) return { why: 'the name of an output', hint: another }
      if (folders.includes(src.toLowerCase())) return { why: 'the folder of a translation', hint: another }
      const about = await stat(full)
      if (!about.isFile()) return { why: 'no regular file', hint: 'name a file beside the release' }
      await access(full, constants.R_OK)
      const size = pictures.test(src) ? pictureSize(await readFile(full)) : undefined
      return { src, file, size: about.size, width: size?.width ?? 0, height: size?.height ?? 0 }
    } catch (error) {
      const code = codeOf(error)
      if (nowhere.has(code)) return undefined
      return { why: `which cannot be read (${code})`, hint: 'look at the rights of the file, or correct the path' }
    }
  }
  const found = await Promise.all(candidates.map(look))
  for (const [i, src] of candidates.entries()) {
    const one = found[i]
    if (one && 'why' in one) refused.set(src, one)
    else if (one) files.set(src, one)
  }
  return { files, refused, alike: (src) => lookAlike(join(root, folder), src) }
}

/** The path below a folder that differs from another one in capitals only, or in how its letters are put together. */
function lookAlike(folder: string, src: string): string | undefined {
  if (texts.test(src)) return undefined
  const found: string[] = []
  for (const name of src.split('/')) {
    const names = namesIn(join(folder, ...found))
    const there = names.includes(name) ? name : names.find((one) => foldedName(one) === foldedName(name))
    if (there === undefined) return undefined
    found.push(there)
  }
  return found.join('/') === src ? undefined : found.join('/')
}
