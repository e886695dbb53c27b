import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export const repository = join(import.meta.dirname, '../..')

interface Compiled {
  /** The module that it was made for, where it was made for one. */
  readonly entry?: string
  /** How much of which module is in it, by their paths from the repository. */
  readonly bytes: Readonly<Record<string, number>>
}

/** The compiled files by their paths from the repository, as tools/bundle.mjs describes them. */
const contents = (): Readonly<Record<string, Compiled>> =>
  JSON.parse(readFileSync(join(repository, 'lib/bundle.json'), 'utf8')) as Readonly<Record<string, Compiled>>

/** The packages that compiled files have something of, by name. */
export function packagesOf(files: readonly string[]): string[] {
  const all = contents()
  const modules = files.flatMap((file) => Object.entries(all[file]?.bytes ?? {}))
  const names = modules.flatMap(([path, bytes]) => {
    const name = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]
    return name !== undefined && bytes > 0 ? [name] : []
  })
  return [...new Set(names)].sort()
}

/** The compiled file that a module which is loaded when needed became, or went into. */
export function compiledFrom(entry: string): string {
  const all = Object.entries(contents())
  const found =
    all.find(([, compiled]) => compiled.entry === entry) ?? all.find(([, { bytes }]) => Object.hasOwn(bytes, entry))
  if (!found) throw new Error(`nothing is compiled from ${entry}`)
  return join(repository, found[0])
}
