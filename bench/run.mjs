// node bench/run.mjs [--sizes 100,1000,10000] [--rounds 5] [--only NAME] [--write]: builds the same press room with the kit and
// beside it, and prints a table; with --write into docs/performance.md too.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { cpus, release, tmpdir, totalmem, type } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { eleventy } from './contestants/eleventy.mjs'
import { floor } from './contestants/floor.mjs'
import { hugo, hugoAlone } from './contestants/hugo.mjs'
import { kitStates } from './contestants/kit.mjs'
import { emailmd, reactEmail, straightforward } from './contestants/node.mjs'
import { writeCorpus } from './corpus.mjs'
import { measure, median } from './measure.mjs'
import { report } from './report.mjs'

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '100,1000,10000' },
    rounds: { type: 'string', default: '5' },
    only: { type: 'string', default: '' },
    write: { type: 'boolean', default: false },
  },
})
const here = (name) => fileURLToPath(new URL(name, import.meta.url))
if (!existsSync(here('../lib/cli/main.js'))) throw new Error('compile first: npm run compile')
const sizes = values.sizes.split(',').map(Number)
const rounds = Number(values.rounds)
if (![...sizes, rounds].every((number) => Number.isInteger(number) && number > 0))
  throw new Error('--sizes and --rounds take whole numbers above 0')

const rivals = [hugo, hugoAlone, straightforward, eleventy, reactEmail, emailmd].filter(({ name }) =>
  name.toLowerCase().includes(values.only.toLowerCase()),
)
const isThere = (one) => one.isThere?.() ?? true
const there = rivals.filter(isThere)
const states = kitStates.filter(isThere)
const missing = rivals.filter((one) => !there.includes(one)).map(({ name }) => name)

/** The words in the body of a file, whatever their case and the line breaks. */
const words = (text) =>
  text
    .replace(/<head>[^]*?<\/head>/, '')
    .replace(/\s+/g, ' ')
    .toLowerCase()
const files = ['index.html', 'email.html', 'release.txt']

/**
 * Fails unless a contestant did its job: three files for each release, and the headline in all three of a sample.
 * @param {string} name
 * @param {string} out
 * @param {string} root
 */
function check(name, out, root) {
  const sources = readdirSync(join(root, 'releases'))
  const step = Math.ceil(sources.length / 20)
  for (const [i, source] of sources.entries()) {
    const slug = source.slice('2000-01-01-'.length, -'.md'.length)
    for (const file of files) {
      const path = join(out, 'releases', slug, file)
      if (!statSync(path, { throwIfNoEntry: false })?.size) throw new Error(`${name} wrote no ${slug}/${file}`)
      if (i % step !== 0) continue
      const headline = JSON.parse(/^headline: (".*")$/m.exec(readFileSync(join(root, 'releases', source), 'utf8'))[1])
      if (!words(readFileSync(path, 'utf8')).includes(words(headline)))
        throw new Error(`${name} lost the headline in ${slug}/${file}`)
    }
  }
}

/**
 * All runs with so many releases, by contestant: seconds, processor seconds and peak MB of each round.
 * @param {number} count
 */
async function runsWith(count) {
  const folder = mkdtempSync(join(tmpdir(), 'pressmark-bench-'))
  const place = {
    root: join(folder, 'room'),
    out: (name) => join(folder, `out-${name}`),
    site: (name) => join(folder, `site-${name}`),
  }
  try {
    writeCorpus(place.root, count)
    const runs = new Map([...states, ...there, floor].map((one) => [one, []]))
    for (const { setUp } of runs.keys()) await setUp?.(place)
    for (let round = 0; round < rounds; round++) {
      // Every second round runs the others before the kit, so that neither always has the warmer machine.
      const others = round === 0 ? [...there, floor] : [...there.toReversed(), floor]
      for (const one of round % 2 === 0 ? [...states, ...others] : [...others, ...states]) {
        one.before?.(place)
        const run = await measure(one.command(place))
        runs.get(one).push(run)
        check(one.name, one.output(place), place.root)
        process.stderr.write(`${count} releases, round ${round + 1}: ${one.name} ${run.seconds.toFixed(2)} s\n`)
      }
    }
    return runs
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const measured = []
for (const count of sizes) measured.push({ count, runs: await runsWith(count) })
const [cpu] = cpus()
const text = report(measured, {
  machine: `${cpu.model.trim()}, ${cpus().length} processors, ${Math.round(totalmem() / 2 ** 30)} GiB; ${type()} ${release()}; Node ${process.version}`,
  day: new Date().toISOString().slice(0, 10),
  rounds,
  missing,
  median,
})
process.stdout.write(text)
if (values.write) writeFileSync(here('../docs/performance.md'), text)
