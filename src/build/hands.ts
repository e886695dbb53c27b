import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join, resolve } from 'node:path'
import type { Worker } from 'node:worker_threads'
import { namesIn } from '../source/file-names.ts'
import { kitBuild, kitRoot } from '../source/kit.ts'

/**
 * What threads are started for. The heap is in megabytes. Of the old generation they need little more than a hundredth of what they may have: V8 goes over it
 * for the first time at a part of that, and each time throws away of what it has compiled and learned what it then needs again. With 32 in place
 * of 2,048, 1,000 releases took 7 % longer, and 10,000 took 4 to 12. The young generation is held small, since it is all that a thread's garbage takes.
 */
const trades = {
  build: { program: 'lib/build/hand.js', heap: { maxOldGenerationSizeMb: 2048, maxYoungGenerationSizeMb: 12 } },
  check: { program: 'lib/build/check-hand.js', heap: { maxOldGenerationSizeMb: 2048, maxYoungGenerationSizeMb: 16 } },
}
export type Trade = keyof typeof trades

/** A thread that has been started, and waits to be told what it is to do. */
export interface Hand {
  readonly worker: Worker
  /** Comes when it has ended, whatever has ended it: out of memory, or a fault of ours. */
  readonly ended: Promise<void>
}

/** A thread costs about as much to start as this many releases cost to make. */
const releasesPerThread = 250

/** How many threads beside this one are worth it for so many releases; none where it is quicker, or only possible, without. */
export function threadsFor(releases: number): number {
  const worth = Math.min(availableParallelism(), Math.floor(releases / releasesPerThread), 8) - 1
  return worth < 1 || kitBuild === 'source' || !existsSync(join(kitRoot(), trades.build.program)) ? 0 : worth
}

/** No more releases than this has a press room whose releases are no folders: the names in releases/ are counted, and not looked at. */
export const atMostReleases = (root: string): number => namesIn(join(root, 'releases')).length

/** Up to so many releases on each thread V8 need not compile what makes them for speed. */
const fewForEach = 10_000
/** From so many releases on, what is held of them is much of the memory. */
const manyToHold = 5_000

/**
 * Lets V8 compile less: each thread compiles the same functions for itself, and where there is little to make, or each of them with all that it
 * calls in it, that costs more than it brings. It starts on a function after so much work in it, 66 KB of bytecode by default; here later where
 * there is little to make, and with fewer calls in it (300 bytes of bytecode, 920 by default) where there is much. And no thread hands parts of
 * its young garbage to helpers, which would take a processor from another thread. With the one and the other: 10,000 releases 4.4 and 5.1 s, on one
 * processor 6.9 and 6.8 s; 50,000 22.3 and 19.9 s. Of 100 releases a build with the one takes 0.62 s in place of 0.83, and `check` 1.5 s in place of
 * 2.0, on a slower machine.
 *
 * Where many are held, the heap also grows by no more than a third of what lives in it before it is gone over: 100,000 releases take 290 MB in place
 * of 550, in less time.
 */
function bePatient(releases: number): void {
  const isLittle = releases / (threadsFor(releases) + 1) < fewForEach
  const flags = [
    isLittle ? '--interrupt-budget=1500000' : '--max-inlined-bytecode-size-cumulative=300',
    ...(releases < manyToHold ? [] : ['--heap-growing-percent=30']),
    '--no-parallel-scavenge',
  ]
  const { setFlagsFromString } = process.getBuiltinModule('node:v8')
  for (const flag of flags) setFlagsFromString(flag)
}

const waiting = new Map<Trade, Hand[]>()

/**
 * Gets ready for a command before its own code is loaded, by its arguments. V8 is told at once how patient to be, since it takes what it has kept of
 * that code for the same patience only. A thread takes as long to start as the code to load: none keeps the process, and those that nobody
 * takes go with it. None are started where few releases are there, or where an earlier build may have left little to do.
 */
export function callHands(trade: Trade, args: readonly string[], cwd: string): void {
  const flag = args.find((arg) => /^--root(?:=|$)/.test(arg))
  const root = resolve(
    cwd,
    flag === undefined ? '.' : (/=(.*)/s.exec(flag)?.[1] ?? args[args.indexOf(flag) + 1] ?? '.'),
  )
  const releases = atMostReleases(root)
  bePatient(releases)
  if (args.some((arg) => /\.(?:md|markdown)$|^(?:--watch|--online|--help|-h)$/i.test(arg))) return
  if (trade === 'build' && namesIn(join(root, '.pressmark/manifests')).length > 0) return
  const threads = threadsFor(releases)
  if (threads === 0) return
  const hands = start(trade, threads)
  for (const { worker } of hands) worker.unref()
  waiting.set(trade, hands)
}

/** Takes threads, those that wait and new ones, and tells them what they are to do. */
export function takeHands(trade: Trade, count: number, task: object): Hand[] {
  const ready = waiting.get(trade)?.splice(0, count) ?? []
  for (const { worker } of ready) worker.ref()
  const hands = [...ready, ...start(trade, count - ready.length)]
  for (const { worker } of hands) worker.postMessage(task)
  return hands
}

function start(trade: Trade, count: number): Hand[] {
  // Few commands have threads, and the others do not load what starts them.
  const { Worker } = process.getBuiltinModule('node:worker_threads')
  const { program, heap } = trades[trade]
  return Array.from({ length: count }, () => {
    const worker = new Worker(join(kitRoot(), program), { resourceLimits: heap })
    return { worker, ended: new Promise((end) => worker.on('error', () => end()).on('exit', () => end())) }
  })
}
