import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The folder of the package that a file belongs to, or nothing for a file of our own. */
const packageFolder = (path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0]

/** The packages that compiled files have something of, by their folders. */
export function packagesIn(contents) {
  const modules = Object.values(contents).flatMap(({ bytes }) => Object.entries(bytes))
  const folders = modules.flatMap(([path, length]) => (length > 0 ? [packageFolder(path)] : []))
  return [...new Set(folders.filter(Boolean))].sort()
}

/** What the authors of the packages in compiled files want said wherever their work goes: name, version, licence. */
export function noticesOf(contents, root) {
  const notices = new Map()
  for (const folder of packagesIn(contents)) {
    const manifest = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
    const name = `${manifest.name} ${manifest.version}`
    notices.set(name, `${name}\n${licenceOf(join(root, folder), manifest)}`)
  }
  const line = `\n${'-'.repeat(80)}\n\n`
  return [
    'The code in this folder contains the following packages, each under its own licence.\n',
    ...[...notices.keys()].sort().map((name) => notices.get(name)),
  ].join(line)
}

function licenceOf(folder, { name, license, licenses, author }) {
  const id = [license, licenses]
    .flat()
    .map((one) => one?.type ?? one)
    .filter(Boolean)
    .join(' OR ')
  const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|copying|notice)/i.test(file))
  if (id === '' && files.length === 0) throw new Error(`no licence in ${name}`)
  const by = author?.name ?? author
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r', '').trim())
  const said = texts.length > 0 ? texts : [`The package has no licence text.${by ? ` Author: ${by}` : ''}`]
  return `Licence: ${id || 'see below'}\n\n${said.join('\n\n')}\n`
}
