import { isAbsolute, relative } from 'node:path'

/** Whether a path is that of a folder, or of something in it; both with their links followed. On another drive of Windows the way is absolute. */
export function isBelow(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return !way.startsWith('..') && !isAbsolute(way)
}
