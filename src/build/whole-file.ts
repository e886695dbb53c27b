import { closeSync, mkdirSync, openSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Writes a file whole or not at all, from one text or from several after each other. */
export function writeWhole(path: string, content: string | Iterable<string>): void {
  mkdirSync(dirname(path), { recursive: true })
  const temporary = `${path}.${process.pid}.tmp`
  const file = openSync(temporary, 'w')
  try {
    for (const part of typeof content === 'string' ? [content] : content) writeFileSync(file, part)
  } finally {
    closeSync(file)
  }
  renameSync(temporary, path)
}
