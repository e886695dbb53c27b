import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'
import type { Instant } from '../calendar/zone.ts'
import type { Diagnostic } from '../source/diagnostic.ts'
import { kitBuild, kitRoot } from '../source/kit.ts'
import type { GroupResult } from './group.ts'
import type { RoomNow } from './room-now.ts'
import type { ReleaseGroup } from './sources.ts'

/** What each thread of a crew is told when it starts. */
export interface Task {
  readonly root: string
  readonly out: string
  readonly force: boolean
  readonly drafts: boolean
  readonly now: Instant
  /** The names of the formats; those of press.yaml where they are not given. */
  readonly formats: readonly string[] | undefined
  readonly groups: readonly ReleaseGroup[]
  /** Which of the groups are to be made. */
  readonly chosen: readonly number[]
  /** The next of the chosen that nobody works on yet, for all threads. */
  readonly next: Int32Array
  /** The files of the press room, by path and digest: a thread reads them itself, and works only with the same. */
  readonly files: readonly string[]
}

/** What a thread of a crew has to say. */
export type Word =
  | { readonly kind: 'ready'; readonly formats: readonly string[]; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: 'fault'; readonly diagnostics: readonly Diagnostic[] }
  /** Some results as JSON, `Result[]`: to copy them as objects would take ten times as long. */
  | { readonly kind: 'made'; readonly results: string }

/** What came of one of the groups. */
export type Result = readonly [index: number, result: GroupResult]

/** A thread costs about as much to start as this many releases cost to make. */
const releasesPerThread = 250

/**
 * The heap of a thread, in megabytes. Without a limit its garbage would take what the machine has; a release that needs more is made
 * without threads.
 */
const heap = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 16 }

/**
 * Each thread compiles the same functions for itself. V8 starts on a function after so much work in it (132 KB of bytecode by
 * default): later for several threads, since 1,000 releases took 1.4 s with the default and 1.1 s with this, 5,000 took 3.8 and 3.5.
 */
const patience = '--interrupt-budget=500000'

/** How many threads are worth it for so many releases; none where it is quicker, or only possible, without. */
export function threadsFor(releases: number): number {
  if (kitBuild === 'source' || !existsSync(entry())) return 0
  const threads = Math.min(availableParallelism(), Math.floor(releases / releasesPerThread), 8)
  return threads > 1 ? threads : 0
}

const entry = (): string => join(kitRoot(), 'lib/build/hand.js')

export const filesOf = ({ files }: RoomNow): string[] => files.map(([path, { digest }]) => `${path} ${digest}`).sort()

/**
 * Makes releases on several threads at once. Ends when no thread works any more; what they have not made, since one of them could
 * not go on, is left to whoever asked.
 */
export async function makeTogether(
  task: Omit<Task, 'next'>,
  threads: number,
  listen: (word: Word) => void,
): Promise<void> {
  setFlagsFromString(patience)
  const next = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  const workerData: Task = { ...task, next }
  await Promise.all(
    Array.from(
      { length: threads },
      () =>
        new Promise<void>((resolve) => {
          const worker = new Worker(entry(), { workerData, resourceLimits: heap })
          worker.on('message', listen)
          // A thread that ran out of memory, or into a fault of ours: what it was at is tried again without threads.
          worker.on('error', () => resolve())
          worker.on('exit', () => resolve())
        }),
    ),
  )
}
