/**
 * The page with everything that was measured.
 * @param {{ count: number, runs: Map<import('./place.mjs').Contestant, { seconds: number, processor: number, memory: number }[]> }[]} measured
 * @param {{ machine: string, day: string, rounds: number, missing: string[], median: (values: number[]) => number }} about
 */
export function report(measured, { machine, day, rounds, missing, median }) {
  const all = [...measured[0].runs.keys()]
  const middle = (runs, key) => median(runs.map((run) => run[key]))
  const spread = (numbers, digits) =>
    `${median(numbers).toFixed(digits)} (${Math.min(...numbers).toFixed(digits)}–${Math.max(...numbers).toFixed(digits)})`
  const warm = ({ runs }) => runs.get(all.find(({ name }) => name === 'kit, warm cache'))
  const tables = measured.map((one) => {
    const rows = [...one.runs].map(([{ name }, runs]) => {
      const ratios = runs.map((run, i) => run.seconds / warm(one)[i].seconds)
      const cells = [
        name,
        spread(
          runs.map(({ seconds }) => seconds),
          2,
        ),
        ((middle(runs, 'seconds') * 1000) / one.count).toFixed(2),
        middle(runs, 'processor').toFixed(2),
        middle(runs, 'memory').toFixed(0),
        spread(ratios, 2),
      ]
      return `| ${cells.join(' | ')} |`
    })
    return `## ${one.count.toLocaleString('en')} releases\n\n| contestant | seconds (min–max) | ms a release | processor s | peak MB | time / kit with a warm cache |\n|---|---:|---:|---:|---:|---:|\n${rows.join('\n')}`
  })
  const steps = measured.slice(1).map((one, i) => [measured[i], one])
  const growth = all.map((contestant) => {
    const cells = steps.map(([a, b]) => {
      const grown = (key) => middle(b.runs.get(contestant), key) - middle(a.runs.get(contestant), key)
      return `${((grown('seconds') * 1000) / (b.count - a.count)).toFixed(2)} ms, ${((grown('memory') * 1000) / (b.count - a.count)).toFixed(0)} kB`
    })
    return `| ${[contestant.name, ...cells].join(' | ')} |`
  })
  const heads = steps.map(([a, b]) => `${a.count.toLocaleString('en')} → ${b.count.toLocaleString('en')}`)
  const legend = all.map(({ name, does, lacks }) => `| ${name} | ${does} | ${lacks} |`)
  const versions = [...new Set(all.flatMap((one) => one.versions()))].join(', ')
  return `# Performance

<!-- written by \`npm run bench -- --write\` -->

Measured on ${day}: ${machine}. Versions: ${versions}.${missing.length > 0 ? ` Not installed there: ${missing.join(', ')}.` : ''}
Each contestant builds the same press room (releases of about 630 words, three files each) as a whole process, ${rounds} times, in
rounds that run all of them one after the other; the ratios are those of runs in the same round. Medians, with the smallest and the
largest in brackets. How to repeat it, and what to look out for: [bench/README.md](../bench/README.md).

${tables.join('\n\n')}
${
  steps.length === 0
    ? ''
    : `
## How the cost grows

What one more release costs, in time and in memory.

| contestant | ${heads.join(' | ')} |
|---|${heads.map(() => '---:|').join('')}
${growth.join('\n')}
`
}
## Beside one another

${besideOneAnother(measured, all, median)}

## What each of them does

| contestant | does | does not do |
|---|---|---|
${legend.join('\n')}
`
}

/**
 * How long the kit takes beside Hugo, and check beside a build: medians of the ratios of runs in one round.
 * @param {Parameters<typeof report>[0]} measured
 * @param {import('./place.mjs').Contestant[]} all
 * @param {(values: number[]) => number} median
 */
function besideOneAnother(measured, all, median) {
  const named = (name) => all.find((one) => one.name === name)
  const times = (one, other) => {
    if (!named(one) || !named(other)) return undefined
    return measured
      .map(({ count, runs }) => {
        const ratios = runs.get(named(one)).map((run, i) => run.seconds / runs.get(named(other))[i].seconds)
        return `${median(ratios).toFixed(2)} for ${count.toLocaleString('en')} releases`
      })
      .join(', ')
  }
  const lines = [
    ['The kit with a warm cache takes, in times of Hugo', times('kit, warm cache', 'Hugo')],
    ['On one processor both', times('kit, warm cache, on one processor', 'Hugo on one processor')],
    ['With one release edited', times('kit, one release edited', 'Hugo')],
    ['`check` takes, in times of a build', times('kit, check', 'kit, warm cache')],
    ['`check` at first', times('kit, check at first', 'kit, warm cache')],
  ]
  return lines.flatMap(([what, found]) => (found === undefined ? [] : [`- ${what}: ${found}.`])).join('\n')
}
