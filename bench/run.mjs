// node bench/run.mjs [--sizes 100,1000] [--rounds 5]: builds the same press room with the kit and beside it, and prints a table.
import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { writeCorpus } from './corpus.mjs'
import { measure, median } from './measure.mjs'

const { values } = parseArgs({
  options: { sizes: { type: 'string', default: '100,1000' }, rounds: { type: 'string', default: '5' } },
})
const here = (name) => fileURLToPath(new URL(name, import.meta.url))
const kit = here('../lib/cli/main.js')
if (!existsSync(kit)) throw new Error('compile first: npm run compile')

/** The contestants, in the order in which they run in each round; `prepare` is not timed. */
function contestants(root) {
  const out = (name) => join(root, `out-${name}`)
  const without =
    (...folders) =>
    () =>
      folders.forEach((folder) => rmSync(folder, { recursive: true, force: true }))
  const build = ['build', '--root', root, '--out', out('kit')]
  const cache = join(root, '.pressmark')
  return [
    { name: 'kit, cold cache', file: kit, args: build, out: out('kit'), prepare: without(out('kit'), cache) },
    { name: 'kit, warm cache', file: kit, args: build, out: out('kit'), prepare: without(out('kit')) },
    { name: 'kit, nothing changed', file: kit, args: build, out: out('kit'), prepare: () => {} },
    {
      name: 'kit, one release edited',
      file: kit,
      args: build,
      out: out('kit'),
      prepare: () => appendFileSync(firstRelease(root), '\nOne more sentence.\n'),
    },
    {
      name: 'straightforward pipeline',
      file: here('rival.mjs'),
      args: [root, out('rival')],
      out: out('rival'),
      prepare: without(out('rival')),
    },
    {
      name: 'reading and writing only',
      file: here('floor.mjs'),
      args: [root, out('kit'), out('floor')],
      out: out('floor'),
      prepare: without(out('floor')),
    },
  ]
}

const firstRelease = (root) => join(root, 'releases', readdirSync(join(root, 'releases'))[0])

/** Whether a contestant did its job: three files a release, and the headline in all three of a sample. */
function check({ name, out }, root, count) {
  const slugs = readdirSync(join(out, 'releases'))
  if (slugs.length !== count) throw new Error(`${name} wrote ${slugs.length} of ${count} releases`)
  if (name === 'reading and writing only') return
  const source = readFileSync(firstRelease(root), 'utf8')
  const survey = /survey \d+ finds/.exec(source)[0]
  const slug = firstRelease(root).match(/\d-(survey-\d+)\.md$/)[1]
  for (const file of ['index.html', 'email.html', 'release.txt'])
    if (
      !readFileSync(join(out, 'releases', slug, file), 'utf8')
        .toLowerCase()
        .includes(survey)
    )
      throw new Error(`${name} lost the headline in ${file}`)
}

const version = (name) => JSON.parse(readFileSync(here(`../node_modules/${name}/package.json`), 'utf8')).version
const print = (line) => process.stdout.write(`${line}\n`)
const [cpu] = cpus()
print(
  `${cpu.model.trim()}, ${cpus().length} cores; Node ${process.version}; ${['mjml', 'juice', 'markdown-it', 'handlebars', 'gray-matter', 'html-to-text'].map((name) => `${name} ${version(name)}`).join(', ')}\n`,
)
print(
  '| releases | | seconds | ms a release | processor s | peak MB | straightforward / this (min–max) |\n|---:|---|---:|---:|---:|---:|---:|',
)
for (const count of values.sizes.split(',').map(Number)) {
  const root = mkdtempSync(join(tmpdir(), 'pressmark-bench-'))
  try {
    writeCorpus(root, count)
    const all = contestants(root)
    const runs = new Map(all.map(({ name }) => [name, []]))
    for (let round = 0; round < Number(values.rounds); round++) {
      for (const one of all) {
        one.prepare()
        runs.get(one.name).push(measure(one.file, one.args))
        if (round === 0) check(one, root, count)
      }
    }
    const rival = runs.get('straightforward pipeline')
    for (const [name, measured] of runs) {
      const middle = (key) => median(measured.map((run) => run[key]))
      const ratios = measured.map((run, i) => rival[i].seconds / run.seconds)
      const ratio = `${median(ratios).toFixed(1)} (${Math.min(...ratios).toFixed(1)}–${Math.max(...ratios).toFixed(1)})`
      print(
        `| ${count} | ${name} | ${middle('seconds').toFixed(2)} | ${((middle('seconds') * 1000) / count).toFixed(2)} | ${middle('processor').toFixed(2)} | ${middle('memory').toFixed(0)} | ${ratio} |`,
      )
    }
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}
