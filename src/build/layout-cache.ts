import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { digestOf } from '../source/stamp.ts'
import type { LayoutCache } from '../template/cache.ts'
import { markUsed } from './tidy.ts'
import { writeWhole } from '../source/whole-file.ts'

/**
 * Keeps compiled layouts, and what is known of their mails, in the cache folder, each in a file named after its key. A digest of the key and of
 * what is kept stands in it, so that a file which was cut off, changed, or belongs to something else is not taken for it. A cache that cannot be
 * written is no cache, not a fault.
 */
export function layoutCache(cache: string): LayoutCache {
  const fileOf = (key: string): string =>
    join(cache, 'layouts', `${createHash('sha256').update(key).digest('hex').slice(0, 32)}.json`)
  return {
    get(key) {
      try {
        const kept: unknown = JSON.parse(readFileSync(fileOf(key), 'utf8'))
        if (!Array.isArray(kept)) return undefined
        const [digest, value] = kept as unknown[]
        if (typeof value !== 'string' || digest !== digestOf(`${key}\n${value}`)) return undefined
        markUsed(fileOf(key))
        return value
      } catch {
        return undefined
      }
    },
    set(key, value) {
      try {
        writeWhole(fileOf(key), JSON.stringify([digestOf(`${key}\n${value}`), value]))
      } catch {
        return
      }
    },
  }
}
