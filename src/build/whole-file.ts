import { closeSync, mkdirSync, openSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Writes a file whole or not at all, from bytes, one text, or several texts after each other. */
export function writeWhole(path: string, content: string | Uint8Array | Iterable<string>): void {
  mkdirSync(dirname(path), { recursive: true })
  const temporary = `${path}.${process.pid}.tmp`
  const file = openSync(temporary, 'w')
  try {
    for (const part of typeof content === 'string' || content instanceof Uint8Array ? [content] : content)
      writeFileSync(file, part)
  } finally {
    closeSync(file)
  }
  renameSync(temporary, path)
}
