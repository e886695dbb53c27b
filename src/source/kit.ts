import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Put in by tools/bundle.mjs; not there when the code runs from `src/`. */
declare const KIT_BUILD: string | undefined

/** What the running code was built from: the version and a digest of the bundle. The key of whatever is kept from run to run. */
export const kitBuild: string = typeof KIT_BUILD === 'string' ? KIT_BUILD : 'source'

/**
 * The folder of the package, with `templates/` in it. The bundler moves code to other folders, so that no fixed way leads there: it
 * is the nearest folder upwards that has a manifest.
 */
export function kitRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json')) && folder !== dirname(folder)) folder = dirname(folder)
  return folder
}

export function kitVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(kitRoot(), 'package.json'), 'utf8'))
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : ''
}
