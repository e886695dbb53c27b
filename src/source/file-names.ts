import { readdirSync } from 'node:fs'

/** The names in a folder; none where it cannot be read. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** A name as file systems compare it that take no heed of letter case, nor of how its letters are put together. */
export const foldedName = (name: string): string => name.normalize('NFC').toLowerCase()
