import { readFile, stat } from 'node:fs/promises'
import { insideRoot } from '../press-room/open.ts'
import type { MediaFile } from '../release/media.ts'
import { pictureSize } from '../source/picture.ts'

const pictures = /\.(?:png|jpe?g|gif|webp|svg|avif|tiff?|bmp|heic)$/i
const ours = /(?:^|\/)(?:index\.html|email\.html|release\.(?:txt|eml))$|\.(?:md|markdown)$/i

/** Which of the paths that a release names are files in its folder, and how large they are. Paths that lead out of it are not. */
export async function findMedia(
  root: string,
  folder: string,
  candidates: readonly string[],
): Promise<ReadonlyMap<string, MediaFile>> {
  const found = await Promise.all(
    candidates.map(async (src): Promise<[string, MediaFile][]> => {
      const file = `${folder}/${src}`
      const full = ours.test(src) ? undefined : await insideRoot(root, file)
      const about = full === undefined ? undefined : await stat(full)
      if (full === undefined || !about?.isFile()) return []
      const size = pictures.test(src) ? pictureSize(await readFile(full)) : undefined
      return [[src, { src, file, size: about.size, width: size?.width ?? 0, height: size?.height ?? 0 }]]
    }),
  )
  return new Map(found.flat())
}
