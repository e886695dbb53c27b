import { readFileSync, statSync } from 'node:fs'

/**
 * Reads a file that the list of releases could make nothing of, and says why: a pipe or a device would have it wait for ever. Throws what
 * the disk throws.
 */
export function readCarefully(path: string): Uint8Array {
  if (!statSync(path).isFile()) throw new Error('no regular file')
  return readFileSync(path)
}
