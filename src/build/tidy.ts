import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { hoursSince, touch } from '../source/stamp.ts'

/** What no build has used for so long is taken out of the cache, in hours: the layouts of an older kit, or of a layout since edited. */
const longUnused = 30 * 24
/** A kept file is marked as used no more than so often, in hours. */
const markedEvery = 24

/** The folders of the cache, and how the files in them are named; with `.PID.tmp` behind it, one that was never finished. */
const folders = {
  layouts: /^[\da-f]{32}\.json(?:\.\d+\.tmp)?$/,
  manifests: /^[\w-]{16}\.(?:manifest|jsonl)(?:\.\d+\.tmp)?$/,
}

/** Marks a kept file as used, by its time. */
export function markUsed(path: string): void {
  try {
    if (hoursSince(statSync(path).mtimeMs) > markedEvery) touch(path)
  } catch {
    return
  }
}

/**
 * Takes out of the cache folder what was long unused, and nothing that is not named as the cache names its files. A build that runs at
 * the same time is not hurt: what it has read it has read, and what it does not find it makes.
 */
export function tidy(cache: string): void {
  for (const [folder, name] of Object.entries(folders)) {
    try {
      for (const file of readdirSync(join(cache, folder))) {
        const path = join(cache, folder, file)
        if (name.test(file) && hoursSince(statSync(path).mtimeMs) > longUnused) rmSync(path, { force: true })
      }
    } catch {
      continue
    }
  }
}
