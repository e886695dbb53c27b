import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Put in by tools/bundle.mjs; not there when the code runs from `src/`. */
declare const KIT_BUILD: string | undefined

/**
 * What the running code was built from: the version and a digest of the bundle and of the kit's templates. The key of whatever is kept from
 * run to run.
 */
export const kitBuild: string = typeof KIT_BUILD === 'string' ? KIT_BUILD : 'source'

/**
 * The folder of the package. The bundler moves code to other folders, so that no fixed way leads there: it is the nearest folder upwards that has
 * the kit's templates in it.
 */
export function kitRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'templates/locales')) && folder !== dirname(folder)) folder = dirname(folder)
  return folder
}

export function kitVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(kitRoot(), 'package.json'), 'utf8'))
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : ''
}

/** The folders of templates/ that a press room need not have itself. */
const layered = ['html', 'email', 'text', 'locales']

let templates: ReadonlyMap<string, string> | undefined

/**
 * The texts of the layouts, partials and locales that the kit brings along, by path such as templates/html/release.hbs. Of the bundle they
 * are one file, which is read sooner than seventy. Throws what the disk throws.
 */
export function kitTemplates(): ReadonlyMap<string, string> {
  return (templates ??= new Map(
    kitBuild === 'source'
      ? readKitTemplates(kitRoot())
      : (JSON.parse(readFileSync(join(kitRoot(), 'lib/templates.json'), 'utf8')) as [string, string][]),
  ))
}

/** The same from their files below a folder, by path. */
export function readKitTemplates(root: string): [path: string, text: string][] {
  return layered.flatMap((folder) =>
    readdirSync(join(root, 'templates', folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && /\.(?:ya?ml|hbs)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [relative(root, file).split(sep).join('/'), readFileSync(file, 'utf8')] as [string, string]),
  )
}
