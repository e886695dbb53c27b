// Loaded into each process that is measured; writes down what it used when it ends.
import { readFileSync, writeFileSync } from 'node:fs'

/** Peak memory in MB. On Linux `maxRSS` is never below that of the process that started this one, so ask /proc first. */
function peak() {
  try {
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))[1]) / 1024
  } catch {
    return process.resourceUsage().maxRSS / 1024
  }
}

process.on('exit', () => {
  const { userCPUTime, systemCPUTime } = process.resourceUsage()
  writeFileSync(
    process.env.BENCH_USAGE,
    JSON.stringify({ processor: (userCPUTime + systemCPUTime) / 1e6, memory: peak() }),
  )
})
