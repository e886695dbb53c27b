import { inflateRawSync } from 'node:zlib'
import { refuse, type Refusal } from './refusal.ts'

/** The most that an archive is unpacked to, in bytes, and how many files it may have. A release with forty photographs has 60 MB. */
const maxBytes = 150_000_000
const maxFiles = 5_000
/** Text packs to a twentieth, and white pictures to a thousandth; beyond that, and beyond a megabyte, something else is meant. */
const maxRatio = 1_000

const bomb = (): Refusal =>
  refuse('The file unpacks to far more than any release', 'open it in the program it was made with, and save it anew')
const broken = (): Refusal =>
  refuse('The file is damaged', 'open it in the program it was made with, and save it anew as .docx')

/**
 * The files of a zip archive whose names `wanted` asks for (PKWARE's APPNOTE.TXT, 4.3). Sizes are held to while inflating, whatever the
 * archive says of them.
 */
export function unzip(bytes: Uint8Array, wanted: (name: string) => boolean): ReadonlyMap<string, Uint8Array> | Refusal {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = data.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end === -1 || end + 22 > data.length) return broken()
  const count = data.readUInt16LE(end + 10)
  if (count > maxFiles) return bomb()
  const files = new Map<string, Uint8Array>()
  let left = maxBytes
  try {
    for (let at = data.readUInt32LE(end + 16), i = 0; i < count; i++) {
      if (data.readUInt32LE(at) !== 0x02014b50) return broken()
      const [flags, method] = [data.readUInt16LE(at + 8), data.readUInt16LE(at + 10)]
      const [packed, size] = [data.readUInt32LE(at + 20), data.readUInt32LE(at + 24)]
      const [nameLength, extra, comment] = [28, 30, 32].map((offset) => data.readUInt16LE(at + offset)) as [
        number,
        number,
        number,
      ]
      const local = data.readUInt32LE(at + 42)
      const name = data.toString('utf8', at + 46, at + 46 + nameLength)
      at += 46 + nameLength + extra + comment
      if (!wanted(name) || name.endsWith('/')) continue
      if (flags & 1) return refuse('The file is locked with a password', 'open it, take the password off, and save it')
      if (size > left || (size > 1_000_000 && size > packed * maxRatio)) return bomb()
      const start = local + 30 + data.readUInt16LE(local + 26) + data.readUInt16LE(local + 28)
      const slice = data.subarray(start, start + packed)
      if (slice.length !== packed || (method !== 0 && method !== 8)) return broken()
      const content = method === 0 ? slice : inflateRawSync(slice, { maxOutputLength: Math.max(1, size) })
      if (content.length !== size) return broken()
      left -= size
      files.set(name, content)
    }
  } catch (error) {
    return error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE' ? bomb() : broken()
  }
  return files
}
