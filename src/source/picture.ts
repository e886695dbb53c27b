import { createRequire } from 'node:module'
import type { imageSize as ImageSize } from 'image-size'

/** Loaded with the first picture; most releases have none. */
let imageSize: typeof ImageSize | undefined
const require = createRequire(import.meta.url)

/** The width and height that a picture says of itself, in pixels; nothing for a file that is not a picture. */
export function pictureSize(bytes: Uint8Array): { readonly width: number; readonly height: number } | undefined {
  try {
    imageSize ??= (require('image-size') as { imageSize: typeof ImageSize }).imageSize
    const { width, height, orientation = 1 } = imageSize(bytes)
    return orientation >= 5 ? { width: height, height: width } : { width, height }
  } catch {
    return undefined
  }
}

/** Whether every mail program shows a picture of that name: Outlook for Windows knows no SVG, WebP or AVIF. */
export const isMailPicture = (path: string): boolean => /\.(?:png|jpe?g|gif)$/i.test(path)
