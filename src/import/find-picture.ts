import { readFileSync, realpathSync, statSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import type { Enclosure } from './manuscript.ts'

/** What a picture's `src` leads to, where that is in reach: beside the page, or inside the mail. Never the network. */
export type FindPicture = (src: string) => Enclosure | undefined

const pictures = /\.(?:png|jpe?g|gif|webp|svg|bmp|tiff?|emf|wmf)$/i
const endings: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'image/svg+xml': 'svg' }
const maxBytes = 60_000_000

/**
 * Finds the pictures that a page names: in the page itself, or beside it in its folder. A path that leads out of the folder, or through a link
 * out of it, finds nothing, and nothing is fetched.
 */
export function picturesBeside(folder: string | undefined): FindPicture {
  const known = new Map<string, Enclosure | undefined>()
  let inPage = 0
  return (src) => {
    if (known.has(src)) return known.get(src)
    const data = /^data:(image\/[\w.+-]+)(?:;[\w=-]+)*;base64,([\s\S]*)$/i.exec(src)
    const [, type = '', content = ''] = data ?? []
    const found = data
      ? {
          name: `image${++inPage}.${endings[type.toLowerCase()] ?? type.slice(6).toLowerCase()}`,
          bytes: Buffer.from(content, 'base64'),
        }
      : folder === undefined
        ? undefined
        : beside(folder, src)
    known.set(src, found)
    return found
  }
}

function beside(folder: string, src: string): Enclosure | undefined {
  if (/^[a-z][a-z\d+.-]*:|^\/\//i.test(src)) return undefined
  try {
    const path = decodeURIComponent(src.replaceAll('\\', '/').replace(/[?#].*$/, ''))
    if (!pictures.test(path) || path.includes('\0')) return undefined
    const [full, base] = [realpathSync(join(folder, path)), realpathSync(folder)]
    const way = relative(base, full)
    if (way.startsWith('..') || resolve(way) === way || statSync(full).size > maxBytes) return undefined
    return { name: way.split(sep).join('/'), bytes: readFileSync(full) }
  } catch {
    return undefined
  }
}
