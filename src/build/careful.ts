import { readFileSync, realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { isBelow } from '../source/below.ts'

/**
 * Reads a file of the press room that the list of releases could make nothing of, and says why: a pipe or a device would have it wait for
 * ever, and a link may lead to what is nobody's release. Throws what the disk throws.
 */
export function readCarefully(root: string, path: string): Uint8Array {
  const full = join(root, path)
  if (!isWithin(root, full)) throw new Error('a link that leads out of the press room')
  if (!statSync(full).isFile()) throw new Error('no regular file')
  return readFileSync(full)
}

/** Whether a file or folder is in the press room with all links followed. Throws what the disk throws. */
export const isWithin = (root: string, full: string): boolean => isBelow(realpathSync(root), realpathSync(full))
