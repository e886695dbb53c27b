import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Where a contestant works: the press room, a folder for each contestant's output, and one for what it prepares.
 * @typedef {{ root: string, out: (name: string) => string, site: (name: string) => string }} Place
 */

/**
 * One of those who build the same press room. Its fields `does` and `lacks` go into the table's legend. `setUp` is done once and
 * `before` ahead of every run; neither is timed.
 * @typedef {{
 *   name: string, does: string, lacks: string, versions: () => string[], isThere?: () => boolean,
 *   setUp?: (place: Place) => Promise<void>, before?: (place: Place) => void,
 *   command: (place: Place) => { file: string, args: string[], cwd?: string, env?: Record<string, string> },
 *   output: (place: Place) => string,
 * }} Contestant
 */

const folders = ['./node_modules', '../node_modules'].map((path) => fileURLToPath(new URL(path, import.meta.url)))

/**
 * The names of packages with the versions that a contestant gets, nearest first; nothing where one is not installed.
 * @param {...string} names
 */
export function versionsOf(...names) {
  return names.map((name) => {
    for (const folder of folders) {
      try {
        return `${name} ${JSON.parse(readFileSync(join(folder, name, 'package.json'), 'utf8')).version}`
      } catch {
        continue
      }
    }
    throw new Error(`${name} is not installed: npm ci --prefix bench`)
  })
}

/** @param {...string} names */
export function isInstalled(...names) {
  try {
    return versionsOf(...names).length > 0
  } catch {
    return false
  }
}

/**
 * The same contestant kept to one processor, the same one for all, where the system can do that: of two, one may be slower.
 * @param {Contestant} contestant
 * @param {string} name
 * @returns {Contestant}
 */
export const onOneProcessor = (contestant, name) => ({
  ...contestant,
  name,
  does: 'the same, kept to one processor (`taskset`)',
  lacks: contestant.lacks && 'the same',
  isThere: () => (contestant.isThere?.() ?? true) && spawnSync('taskset', ['--version']).status === 0,
  command(place) {
    const { file, args, ...others } = contestant.command(place)
    return { ...others, file: 'taskset', args: ['-c', '0', file, ...args] }
  },
})
