import { closeSync, fchmodSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Writes a file whole or not at all, from bytes, one text, or several of them after each other. It has the rights of `mode`, where that is given,
 * before there is anything in it. Throws what the disk throws, and leaves nothing then.
 */
export function writeWhole(
  path: string,
  content: string | Uint8Array | Iterable<string | Uint8Array>,
  mode?: number,
): void {
  mkdirSync(dirname(path), { recursive: true })
  const temporary = `${path}.${process.pid}.tmp`
  const file = openSync(temporary, 'w', mode)
  try {
    try {
      // What the system masks of the rights of a new file is given to it here.
      if (mode !== undefined) fchmodSync(file, mode)
      for (const part of typeof content === 'string' || content instanceof Uint8Array ? [content] : content)
        writeFileSync(file, part)
    } finally {
      closeSync(file)
    }
    renameSync(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}
