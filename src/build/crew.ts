import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'
import type { Instant } from '../calendar/zone.ts'
import type { Diagnostic } from '../source/diagnostic.ts'
import { kitBuild, kitRoot } from '../source/kit.ts'
import type { Claims } from './claims.ts'
import type { GroupResult } from './group.ts'
import type { Entry } from './ledger.ts'
import { heard, type Told } from './packed.ts'
import type { RoomNow } from './room-now.ts'
import type { Shard } from './shard.ts'
import type { ReleaseGroup } from './sources.ts'

/** What each thread of a crew is told when it starts. */
export interface Task {
  readonly root: string
  readonly out: string
  readonly force: boolean
  readonly drafts: boolean
  readonly shard: Shard | undefined
  readonly now: Instant
  /** The names of the formats; those of press.yaml where they are not given. */
  readonly formats: readonly string[] | undefined
}

/** What a thread is told first: the files of the press room, by path and digest. It has read them itself, and works only with the same. */
export type Files = readonly string[]

/** What a thread has to say. */
export type Word =
  | { readonly kind: 'ready'; readonly formats: readonly string[]; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: 'fault'; readonly diagnostics: readonly Diagnostic[] }
  /** What came of the groups it was given last: packed, since to copy them as objects would take ten times as long. */
  | { readonly kind: 'made'; readonly results: readonly Told[] }

/** A release to be made, with what earlier builds have written for it: a thread may replace that and nothing else. */
export interface Order {
  readonly group: ReleaseGroup
  readonly standing: readonly (readonly [path: string, entry: Entry])[]
}

/** Whoever has releases made, and makes some as well: a thread that only waits for others would cost its start and gain nothing. */
export interface Employer {
  /** Makes releases itself, as long as it is given any; what others have made is told whenever it waits. */
  help(next: () => readonly ReleaseGroup[]): Promise<void>
  /** What earlier builds have written for a release. */
  standing(group: ReleaseGroup): Order['standing']
  ready(formats: readonly string[], diagnostics: readonly Diagnostic[]): void
  fault(diagnostics: readonly Diagnostic[]): void
  /** The contents are those of the result, packed. */
  made(group: ReleaseGroup, result: GroupResult, contents: string): void
}

/** A thread costs about as much to start as this many releases cost to make. */
const releasesPerThread = 250

/**
 * The heap of a thread, in megabytes. Without a limit its garbage would take what the machine has; a release that needs more is made
 * without threads.
 */
const heap = { maxOldGenerationSizeMb: 32, maxYoungGenerationSizeMb: 6 }

/**
 * Lets V8 compile less: each thread compiles the same functions for itself, and where there is little to make, or each of them with all that it
 * calls in it, that costs more than it brings. It starts on a function after so much work in it, 66 KB of bytecode by default; here later where
 * there is little to make, and with fewer calls in it (300 bytes of bytecode, 920 by default) where there is much. And no thread hands parts of
 * its young garbage to helpers, which would take a processor from another thread. Before and after: 1,000 releases 1.75 and 1.33 s, 10,000
 * 8.4 and 7.3 s, on one processor 11.6 and 9.8 s, each time on the same slow machine.
 */
export function bePatient(releases: number, threads: number): void {
  if (releases < releasesPerThread) return
  setFlagsFromString(releases < 3000 ? '--interrupt-budget=1500000' : '--max-inlined-bytecode-size-cumulative=300')
  if (threads > 0) setFlagsFromString('--no-parallel-scavenge')
}

/** How many threads beside this one are worth it for so many releases; none where it is quicker, or only possible, without. */
export function threadsFor(releases: number): number {
  if (kitBuild === 'source' || !existsSync(entry())) return 0
  return Math.max(0, Math.min(availableParallelism(), Math.floor(releases / releasesPerThread), 8) - 1)
}

const entry = (): string => join(kitRoot(), 'lib/build/hand.js')

export const filesOf = ({ files }: RoomNow): string[] => files.map(([path, { digest }]) => `${path} ${digest}`).sort()

/**
 * How many releases a thread is given at once, and fewer towards the end, so that all of them end together. It has two such portions: one to
 * work on and one to go on with.
 */
const portion = 16
/** How many whoever asked takes at once: no thread waits longer to be heard than these take. */
const ownPortion = 2

/**
 * Whether a release can be made by somebody who knows no other one: nobody else claims its addresses, and it is not by its own
 * word that it belongs to another.
 */
export const standsAlone = (group: ReleaseGroup, claims: Claims): boolean =>
  !claims.contested(group) && group.files.every(({ place }) => place.translationOf === undefined)

/** Threads that have been started. */
export interface Crew {
  /**
   * Makes releases that stand alone. Ends when no thread works any more; what they have not made, since one of them could not go on, is
   * left to whoever asked.
   */
  makeTogether(files: Files, groups: readonly ReleaseGroup[], employer: Employer): Promise<void>
  /** Ends the threads; nothing more where they have ended. */
  dismiss(): void
}

/** Starts threads that will make so many releases. They get ready at once, and wait for what they are to make. */
export function startCrew(task: Task, threads: number, releases: number): Crew {
  bePatient(releases, threads)
  const workers = Array.from({ length: threads }, () => {
    const worker = new Worker(entry(), { workerData: task, resourceLimits: heap })
    // A thread that ran out of memory, or into a fault of ours: what it was at is tried again without threads.
    const ended = new Promise<void>((end) => worker.on('error', () => end()).on('exit', () => end()))
    return { worker, ended }
  })
  return {
    async makeTogether(files, groups, employer) {
      let at = 0
      const next = (most: number): readonly ReleaseGroup[] => {
        const share = Math.ceil((groups.length - at) / (4 * (threads + 1)))
        return groups.slice(at, (at += Math.min(most, Math.max(1, share))))
      }
      const stop = (): void => void (at = groups.length)
      for (const { worker } of workers) give(worker, files, () => next(portion), stop, employer)
      await Promise.all([...workers.map(({ ended }) => ended), employer.help(() => next(ownPortion))])
    },
    dismiss() {
      for (const { worker } of workers) void worker.terminate()
    },
  }
}

/** Gives a thread releases to make until there are none, and passes on what it says of them. */
function give(
  worker: Worker,
  files: Files,
  next: () => readonly ReleaseGroup[],
  stop: () => void,
  employer: Employer,
): void {
  const given: (readonly ReleaseGroup[])[] = []
  const order = (): void => {
    const groups = next()
    given.push(groups)
    worker.postMessage(groups.map((group): Order => ({ group, standing: employer.standing(group) })))
  }
  worker.on('message', (word: Word) => {
    if (word.kind === 'fault') return employer.fault(word.diagnostics)
    if (word.kind === 'ready') {
      employer.ready(word.formats, word.diagnostics)
      order()
    } else {
      const made = given.shift() ?? []
      for (const [i, told] of word.results.entries()) {
        const result = heard(told)
        if (result.stopped) stop()
        const group = made[i]
        if (group && !isInTheWay(result)) employer.made(group, result, told.contents)
      }
    }
    order()
  })
  worker.postMessage(files)
}

/** Whether something stands in the way of a release that another one may have left there: a thread does not know. */
const isInTheWay = ({ diagnostics }: GroupResult): boolean => diagnostics.some(({ code }) => code === 'output-not-ours')
