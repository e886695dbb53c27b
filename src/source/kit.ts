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

/** The folders of templates/ that a press room need not have itself. */
const layered = ['html', 'email', 'text', 'locales']

/**
 * Lets Node keep what V8 compiled for the next run, where Node can (22.1 and later): one release then takes a tenth less. It is kept beside the
 * code itself: whoever can write there can change the code as well. Where that cannot be written to, nothing is kept.
 */
export function keepCompiledCode(): void {
  const { enableCompileCache } = process.getBuiltinModule('node:module') as {
    enableCompileCache?: (folder: string) => unknown
  }
  if (kitBuild !== 'source') enableCompileCache?.(join(kitRoot(), '.cache'))
}

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
