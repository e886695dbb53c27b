import { inBlocks, metadataIn, type Bytes, type ReadPiece } from './picture-metadata.ts'

/** Degrees north and east; south and west are negative. */
interface Location {
  readonly latitude: number
  readonly longitude: number
}

const mostXmp = 1_048_576

/**
 * The place where a picture says that it was taken: GPS of Exif, or of XMP, in JPEG, PNG, WebP, HEIC, AVIF and TIFF. Reads only the
 * pieces that lead there. Nothing where there is none, and where the file is damaged; throws only what `read` throws.
 */
export function pictureLocation(read: ReadPiece): Location | undefined {
  const bytes = inBlocks(read)
  for (const { kind, start, length } of metadataIn(bytes)) {
    const found = kind === 'exif' ? locationInExif(bytes, start) : locationInXmp(read(start, Math.min(length, mostXmp)))
    if (found) return found
  }
  return undefined
}

const gpsPointer = 0x8825
const mostEntries = 1000

function locationInExif(bytes: Bytes, start: number): Location | undefined {
  const little = bytes.word(start, 2) === 'II'
  const number = (at: number, size: number): number => bytes.number(start + at, size, little)
  const entries = (directory: number): ReadonlyMap<number, number> =>
    new Map(
      Array.from({ length: Math.min(number(directory, 2) || 0, mostEntries) }, (_, i) => {
        const entry = directory + 2 + i * 12
        return [number(entry, 2), entry + 8] as const
      }),
    )
  const pointer = entries(number(4, 4)).get(gpsPointer)
  if (pointer === undefined) return undefined
  const gps = entries(number(pointer, 4))
  const angle = (sideTag: number, angleTag: number): number => {
    const [side, value] = [gps.get(sideTag), gps.get(angleTag)]
    if (side === undefined || value === undefined) return Number.NaN
    const at = number(value, 4)
    const [degrees = 0, minutes = 0, seconds = 0] = [0, 8, 16].map((i) => number(at + i, 4) / number(at + i + 4, 4))
    return signed(degrees, minutes || 0, seconds || 0, String.fromCharCode(number(side, 1) || 0))
  }
  return locationOf(angle(1, 2), angle(3, 4))
}

/** `60,27.108N` or `60,27,6.5N` (XMP part 2, Exif schema). */
const inXmp = (name: string): RegExp =>
  new RegExp(
    `exif:GPS${name}(?:\\s*=\\s*["']|>)\\s*(\\d{1,3}),(\\d{1,2}(?:\\.\\d{1,12})?)(?:,(\\d{1,2}(?:\\.\\d{1,12})?))?([NSEW])`,
  )

function locationInXmp(text: Uint8Array): Location | undefined {
  const xmp = new TextDecoder().decode(text)
  const [latitude, longitude] = ['Latitude', 'Longitude'].map((name) => {
    const [, degrees, minutes, seconds = 0, side = ''] = inXmp(name).exec(xmp) ?? []
    return signed(Number(degrees), Number(minutes), Number(seconds), side)
  })
  return locationOf(latitude, longitude)
}

const signed = (degrees: number, minutes: number, seconds: number, side: string): number =>
  (degrees + minutes / 60 + seconds / 3600) * (side === 'S' || side === 'W' ? -1 : 1)

/** A place on Earth; 0, 0 is what cameras write that do not know. */
const locationOf = (latitude = Number.NaN, longitude = Number.NaN): Location | undefined =>
  Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && (latitude !== 0 || longitude !== 0)
    ? { latitude, longitude }
    : undefined
