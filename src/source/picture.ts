import { imageSize } from 'image-size'

/** The width and height that a picture says of itself, in pixels; nothing for a file that is not a picture. */
export function pictureSize(bytes: Uint8Array): { readonly width: number; readonly height: number } | undefined {
  try {
    const { width, height, orientation = 1 } = imageSize(bytes)
    return orientation >= 5 ? { width: height, height: width } : { width, height }
  } catch {
    return undefined
  }
}
