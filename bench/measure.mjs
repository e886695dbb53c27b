import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

const spy = new URL('usage.mjs', import.meta.url).href

/**
 * Runs a program to its end as a process of its own: seconds on the wall, seconds of processor, peak memory in MB.
 * @param {string} file
 * @param {string[]} args
 * @returns {{ seconds: number, processor: number, memory: number }}
 */
export function measure(file, args) {
  const usage = join(tmpdir(), `pressmark-bench-${process.pid}.json`)
  rmSync(usage, { force: true })
  const start = process.hrtime.bigint()
  const { status, stderr } = spawnSync(process.execPath, ['--import', spy, file, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    env: { ...process.env, BENCH_USAGE: usage },
  })
  const seconds = Number(process.hrtime.bigint() - start) / 1e9
  if (status !== 0 || !existsSync(usage)) throw new Error(`${basename(file)} ${args.join(' ')} failed\n${stderr}`)
  const { processor, memory } = JSON.parse(readFileSync(usage, 'utf8'))
  rmSync(usage)
  return { seconds, processor, memory }
}

/**
 * The middle of some numbers.
 * @param {number[]} values
 */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}
