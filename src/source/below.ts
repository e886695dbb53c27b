import { realpathSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative } from 'node:path'

/** Whether a path is that of a folder, or of something in it; both with their links followed. On another drive of Windows the way is absolute. */
export function isBelow(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return !way.startsWith('..') && !isAbsolute(way)
}

/** A path with its links followed, as far as there is something at it. */
export function unlinked(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    const folder = dirname(path)
    return folder === path ? path : join(unlinked(folder), basename(path))
  }
}
