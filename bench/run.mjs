// node bench/run.mjs [--sizes 100,1000] [--rounds 5]: builds the same press room with the kit and beside it, and prints a table.
import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
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
const sizes = values.sizes.split(',').map(Number)
const rounds = Number(values.rounds)
if (![...sizes, rounds].every((number) => Number.isInteger(number) && number > 0))
  throw new Error('--sizes and --rounds take whole numbers above 0')

/**
 * The contestants; `prepare` is not timed. Those of the kit build on each other and keep their order.
 * @param {string} root
 */
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

/**
 * Fails unless a contestant did its job: three files for each release, and the headline in all three of a sample.
 * @param {{ name: string, out: string }} contestant
 * @param {string} root
 * @param {number} count
 */
function check({ name, out }, root, count) {
  const fail = (message) => {
    throw new Error(`${name} ${message}`)
  }
  const sources = readdirSync(join(root, 'releases'))
  if (sources.length !== count) fail(`had ${sources.length} of ${count} releases to read`)
  const step = Math.ceil(count / 20)
  for (const [i, source] of sources.entries()) {
    const folder = join(out, 'releases', slugOf(source))
    for (const file of files)
      if (!statSync(join(folder, file), { throwIfNoEntry: false })?.size) fail(`wrote no ${slugOf(source)}/${file}`)
    if (i % step !== 0) continue
    const headline = JSON.parse(/^headline: (".*")$/m.exec(readFileSync(join(root, 'releases', source), 'utf8'))[1])
    for (const file of files)
      if (!words(readFileSync(join(folder, file), 'utf8')).includes(words(headline)))
        fail(`lost the headline in ${slugOf(source)}/${file}`)
  }
}

const files = ['index.html', 'email.html', 'release.txt']
/** The words in the body of a file, whatever their case and the line breaks. */
const words = (text) =>
  text
    .replace(/<head>[^]*?<\/head>/, '')
    .replace(/\s+/g, ' ')
    .toLowerCase()
const slugOf = (source) => source.slice('2000-01-01-'.length, -'.md'.length)

const version = (name) => JSON.parse(readFileSync(here(`../node_modules/${name}/package.json`), 'utf8')).version
const print = (line) => process.stdout.write(`${line}\n`)
const [cpu] = cpus()
print(
  `${cpu.model.trim()}, ${cpus().length} cores; Node ${process.version}; ${['mjml', 'juice', 'markdown-it', 'handlebars', 'gray-matter', 'html-to-text'].map((name) => `${name} ${version(name)}`).join(', ')}\n`,
)
print(
  '| releases | contestant | seconds (min–max) | ms a release | processor s | peak MB | straightforward / this (min–max) |\n|---:|---|---:|---:|---:|---:|---:|',
)
for (const count of sizes) {
  const root = mkdtempSync(join(tmpdir(), 'pressmark-bench-'))
  try {
    writeCorpus(root, count)
    const all = contestants(root)
    const runs = new Map(all.map(({ name }) => [name, []]))
    for (let round = 0; round < rounds; round++) {
      // Every second round runs the others before the kit, so that neither always has the warmer machine.
      const kits = all.filter(({ file }) => file === kit)
      const others = all.filter(({ file }) => file !== kit)
      for (const one of round % 2 === 0 ? [...kits, ...others] : [...others, ...kits]) {
        one.prepare()
        runs.get(one.name).push(measure(one.file, one.args))
        check(one, root, count)
      }
    }
    const rival = runs.get('straightforward pipeline')
    for (const [name, measured] of runs) {
      const middle = (key) => median(measured.map((run) => run[key]))
      const ratios = measured.map((run, i) => rival[i].seconds / run.seconds)
      const spread = (numbers, digits) =>
        `${median(numbers).toFixed(digits)} (${Math.min(...numbers).toFixed(digits)}–${Math.max(...numbers).toFixed(digits)})`
      const seconds = measured.map((run) => run.seconds)
      print(
        `| ${count} | ${name} | ${spread(seconds, 2)} | ${((middle('seconds') * 1000) / count).toFixed(2)} | ${middle('processor').toFixed(2)} | ${middle('memory').toFixed(0)} | ${spread(ratios, 2)} |`,
      )
    }
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}
