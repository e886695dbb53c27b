import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export const repository = join(import.meta.dirname, '../..')

interface Output {
  readonly entryPoint?: string
  readonly inputs: Readonly<Record<string, { readonly bytesInOutput: number }>>
}

/** The compiled files by their paths from the repository, as the bundler describes them. */
const outputs = (): Readonly<Record<string, Output>> =>
  (
    JSON.parse(readFileSync(join(repository, 'lib/bundle.json'), 'utf8')) as {
      outputs: Readonly<Record<string, Output>>
    }
  ).outputs

/** The packages that compiled files have something of, by name. */
export function packagesOf(files: readonly string[]): string[] {
  const all = outputs()
  const inputs = files.flatMap((file) => Object.entries(all[file]?.inputs ?? {}))
  const names = inputs.flatMap(([path, { bytesInOutput }]) => {
    const name = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]
    return name !== undefined && bytesInOutput > 0 ? [name] : []
  })
  return [...new Set(names)].sort()
}

/** The compiled file that a module which is loaded when needed became. */
export function compiledFrom(entry: string): string {
  const found = Object.entries(outputs()).find(([, { entryPoint }]) => entryPoint === entry)
  if (!found) throw new Error(`nothing is compiled from ${entry}`)
  return join(repository, found[0])
}
