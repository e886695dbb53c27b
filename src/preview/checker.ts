import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { CheckDiagnostic } from '../build/check-group.ts'
import { checkPressRoom } from '../build/check.ts'
import type { Instant } from '../calendar/zone.ts'
import { kitBuild, kitRoot } from '../source/kit.ts'

/** Releases to look at, and what came of it: the task and the word of the thread that asks the rules. */
export interface CheckTask {
  readonly root: string
  readonly now: Instant
  readonly files: readonly string[]
}
export interface Checked {
  /** The releases that were looked at: those that were named, with their translations. */
  readonly files: readonly string[]
  readonly diagnostics: readonly CheckDiagnostic[]
}

export interface Checker {
  /** Asks the rules about releases: one of these before all that were asked for earlier, or after them. */
  check(files: readonly string[], when: 'first' | 'later'): void
  close(): Promise<void>
}

/** How many releases are looked at in one go: each go reads the names of all releases anew. */
const portion = (waiting: number): number => Math.max(20, Math.ceil(waiting / 10))

/**
 * Asks the rules about releases, one portion after the other, in a thread of its own: however long they think, a save is on the screen
 * at once.
 */
export function startChecker(root: string, now: () => Instant, done: (checked: Checked) => void): Checker {
  const waiting = new Set<string>()
  let urgent: string[] = []
  /** Of a portion that a thread did not live through: one of them is to blame, and the others are looked at without it. */
  const alone: string[] = []
  let worker: Worker | undefined
  let busy = false
  let closed = false
  const next = async (): Promise<void> => {
    if (busy || closed) return
    const files = [urgent, alone.slice(0, 1), [...waiting].slice(0, portion(waiting.size))].find(
      (one) => one.length > 0,
    )
    if (!files) return
    busy = true
    urgent = []
    if (files[0] === alone[0]) alone.shift()
    for (const file of files) waiting.delete(file)
    try {
      worker ??= startThread()
      const checked = await (worker
        ? askThread(worker, { root, now: now(), files })
        : look({ root, now: now(), files }))
      if (!closed) done(checked)
    } catch {
      // A thread that ended on one release, out of memory or by a fault of ours; the next one gets another.
      worker = undefined
      if (files.length > 1) alone.push(...files)
    }
    busy = false
    void next()
  }
  return {
    check(files, when) {
      if (when === 'first') urgent = [...new Set([...urgent, ...files])]
      else for (const file of files) waiting.add(file)
      void next()
    },
    async close() {
      closed = true
      await worker?.terminate()
    },
  }
}

/** Looks at releases: what the thread does, and what is done without one where the code is not compiled. */
export async function look({ root, now, files }: CheckTask): Promise<Checked> {
  const report = await checkPressRoom(root, { now, files })
  return { files: report.files, diagnostics: report.diagnostics }
}

/** Its heap is kept small: without a limit its garbage would take what the machine has. In megabytes. */
const heap = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 8 }

function startThread(): Worker | undefined {
  if (kitBuild === 'source') return undefined
  const worker = new Worker(join(kitRoot(), 'lib/preview/check-thread.js'), { resourceLimits: heap })
  worker.unref()
  return worker
}

function askThread(worker: Worker, task: CheckTask): Promise<Checked> {
  return new Promise((resolve, reject) => {
    const end = (): void => reject(new Error('the thread ended'))
    worker.once('exit', end)
    worker.once('error', reject)
    worker.once('message', (said: string) => {
      worker.off('exit', end)
      worker.off('error', reject)
      resolve(JSON.parse(said) as Checked)
    })
    worker.postMessage(task)
  })
}
