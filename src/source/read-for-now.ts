import { closeSync, openSync, readFileSync, readSync } from 'node:fs'

/** What files are read into, one after the other; in bytes longer than nearly all releases. */
const desk = Buffer.allocUnsafeSlow(1 << 16)

/**
 * The bytes of a file, until the next one is read so. A build reads every release, and bytes of its own for each of them would lie about
 * until V8 clears up, which it does by what is on its heap, where they are not. Throws what the disk throws.
 */
export function readForNow(path: string): Buffer {
  const file = openSync(path, 'r')
  try {
    for (let at = 0; ;) {
      const length = readSync(file, desk, at, desk.length - at, null)
      at += length
      if (length === 0) return desk.subarray(0, at)
      if (at === desk.length) return Buffer.concat([desk, readFileSync(file)])
    }
  } finally {
    closeSync(file)
  }
}
