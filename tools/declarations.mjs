// Keeps the declarations that lib/index.d.ts leads to, and sees to it that they need no package: npm run compile
import { readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const lib = fileURLToPath(new URL('../lib/', import.meta.url))

const reached = new Set()
const waiting = [join(lib, 'index.d.ts')]
for (let file = waiting.pop(); file; file = waiting.pop()) {
  if (reached.has(file)) continue
  reached.add(file)
  for (const [, name] of readFileSync(file, 'utf8').matchAll(/(?:\bfrom|\bimport)[ (]*["']([^"']+)["']/g)) {
    if (!name.startsWith('.')) throw new Error(`${file} needs the types of ${name}, which a user does not have`)
    waiting.push(join(dirname(file), name.replace(/\.ts$/, '.d.ts')))
  }
}

const folders = new Set()
for (const name of readdirSync(lib, { recursive: true })) {
  const file = join(lib, name)
  if (!file.endsWith('.d.ts') || reached.has(file)) continue
  rmSync(file)
  for (let folder = dirname(file); folder.length > lib.length; folder = dirname(folder)) folders.add(folder)
}
// From the inside out, those in which nothing is left.
for (const folder of [...folders].sort().toReversed()) if (readdirSync(folder).length === 0) rmdirSync(folder)
