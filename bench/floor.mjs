// The floor: the same bytes read and the same bytes written, with nothing in between.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const [root, from, out] = process.argv.slice(2)
for (const name of readdirSync(join(root, 'releases'))) readFileSync(join(root, 'releases', name))
const sample = readdirSync(join(from, 'releases'))
const bytes = ['index.html', 'email.html', 'release.txt'].map((name) =>
  readFileSync(join(from, 'releases', sample[0], name)),
)
for (const slug of sample) {
  const folder = join(out, 'releases', slug)
  mkdirSync(folder, { recursive: true })
  for (const [i, name] of ['index.html', 'email.html', 'release.txt'].entries())
    writeFileSync(join(folder, name), bytes[i])
}
