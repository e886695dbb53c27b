import { createHash, hash } from 'node:crypto'
import { statSync, utimesSync } from 'node:fs'

/** How a file looks from outside. As long as it looks the same, nobody has written it. */
export interface Stamp {
  /** In bytes. */
  readonly size: number
  /** When it was last written, in milliseconds since 1970; -1 where that cannot be relied on. */
  readonly mtime: number
}

/** A file as it was when it was read. */
export interface KnownFile extends Stamp {
  readonly digest: string
}

/** The stamp of a file, links followed; nothing where there is none or it cannot be seen. */
export function stampOf(path: string): Stamp | undefined {
  try {
    const about = statSync(path, { throwIfNoEntry: false })
    return about?.isFile() ? { size: about.size, mtime: about.mtimeMs } : undefined
  } catch {
    return undefined
  }
}

export const sameStamp = (a: Stamp, b: Stamp): boolean => a.size === b.size && a.mtime === b.mtime

/**
 * A stamp to be kept. Clocks of file systems tick as slowly as every two seconds (FAT), and a file that is written twice within a
 * tick looks the same after both: the stamp of one that was written just now is not relied on later. This file is the one place that
 * asks for the time of day itself; it decides whether a file is read again or kept, never what is made of it.
 */
export const settled = ({ size, mtime }: Stamp): Stamp => ({ size, mtime: Date.now() - mtime > 2000 ? mtime : -1 })

/** How long ago a file was written, by its time in milliseconds since 1970. */
export const hoursSince = (mtime: number): number => (Date.now() - mtime) / 3_600_000

/** Gives a file the time of now. Throws what the disk throws. */
export function touch(path: string): void {
  const now = new Date()
  utimesSync(path, now, now)
}

/** A known file, to be kept. */
export function settledFile<F extends KnownFile>(file: F): F {
  const { mtime } = settled(file)
  return mtime === file.mtime ? file : { ...file, mtime }
}

/** Tells one content from another; 16 characters of a SHA-256. To cut them off its text would keep all of it in memory. */
export const digestOf = (content: string | Uint8Array): string =>
  hash('sha256', content, 'buffer').toString('base64url', 0, 12)

/** The same digest of what comes in parts. */
export function startDigest(): { add(part: string | Uint8Array): void; end(): string } {
  const made = createHash('sha256')
  return { add: (part) => void made.update(part), end: () => made.digest('base64url').slice(0, 16) }
}
