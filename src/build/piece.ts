import { closeSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'

/** Reads pieces of the files of a press room, for those who need little of them. */
export const pieceOf =
  (root: string) =>
  (file: string, start: number, length: number): Uint8Array => {
    let handle: number | undefined
    try {
      handle = openSync(join(root, file), 'r')
      const bytes = new Uint8Array(length)
      return bytes.subarray(0, readSync(handle, bytes, 0, length, start))
    } catch {
      return new Uint8Array()
    } finally {
      if (handle !== undefined) closeSync(handle)
    }
  }
