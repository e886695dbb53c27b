// The floor: every source read and the kit's output written, with nothing in between.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const [root, from, out] = process.argv.slice(2)
for (const folder of ['releases', 'templates', 'templates/boilerplate'])
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true }))
    if (entry.isFile()) readFileSync(join(root, folder, entry.name))
readFileSync(join(root, 'press.yaml'))

for (const slug of readdirSync(join(from, 'releases'))) {
  const folder = join(out, 'releases', slug)
  mkdirSync(folder, { recursive: true })
  for (const name of readdirSync(join(from, 'releases', slug)))
    writeFileSync(join(folder, name), readFileSync(join(from, 'releases', slug, name)))
}
