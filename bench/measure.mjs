import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'

/** How often the memory of a process is read, in milliseconds. The kernel keeps the peak, so only what came after the last reading is missed. */
const interval = 10
/** Clock ticks a second in /proc (USER_HZ, 100 on every Linux that Node runs on). */
const ticks = 100

/**
 * The surroundings that every machine has. What this one has set for Node is left out: one more file of certificates, for instance, takes each Node
 * process longer than all else that it does to start.
 */
const usual = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('NODE_')))

/**
 * Runs a program to its end as a process of its own: seconds on the wall, seconds of processor, peak memory in MB.
 * The last two come from /proc and are NaN where there is none.
 * @param {{ file: string, args: string[], cwd?: string, env?: Record<string, string> }} command
 * @returns {Promise<{ seconds: number, processor: number, memory: number }>}
 */
export async function measure({ file, args, cwd, env = {} }) {
  const start = process.hrtime.bigint()
  const child = spawn(file, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'], env: { ...usual, ...env } })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (output += part))
  let usage = { processor: NaN, memory: NaN }
  const timer = setInterval(() => (usage = usageOf(child.pid) ?? usage), interval)
  const status = await new Promise((resolve, reject) => child.on('error', reject).on('exit', resolve))
  const seconds = Number(process.hrtime.bigint() - start) / 1e9
  clearInterval(timer)
  if (status !== 0) throw new Error(`${basename(file)} ${args.join(' ')} failed\n${output}`)
  return { seconds, ...usage }
}

/** @param {number} pid */
function usageOf(pid) {
  try {
    const memory = Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024
    // The name of the program stands in brackets and may hold spaces; user and system time are the 12th and 13th field after it.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    return { memory, processor: (Number(fields[11]) + Number(fields[12])) / ticks }
  } catch {
    return undefined
  }
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
