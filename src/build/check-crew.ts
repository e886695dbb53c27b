import { setImmediate as othersHeard } from 'node:timers/promises'
import type { Instant } from '../calendar/zone.ts'
import type { Unreleased } from '../check/release/index.ts'
import type { GroupLook, LookAt } from './check-group.ts'
import { takeHands } from './hands.ts'
import type { ReleaseGroup, SentGroup } from './listed.ts'
import type { Files } from './room-now.ts'
import { portionOf } from './side-by-side.ts'

/** What each thread is told first. */
export interface CheckTask {
  readonly root: string
  readonly now: Instant
  readonly fix: boolean
}

/** What a thread is told then: the files of the press room, with which alone it works, and all releases; as JSON. */
export interface Briefing<G extends SentGroup = SentGroup> {
  readonly files: Files
  readonly groups: readonly G[]
  /** Those that the public may not see yet. */
  readonly unreleased: readonly Unreleased[]
}

/** The releases that a thread is to look at next, by their places in the list; none when it may go. */
export type Stretch = readonly [start: number, end: number]

/** Threads that look at releases. */
export interface CheckCrew {
  /**
   * Looks at all groups, with `lookAt` in this thread and likewise in the others. What they say is in the order of the groups; what
   * they leave is looked at here.
   */
  look(briefing: Briefing<ReleaseGroup>, lookAt: LookAt): Promise<readonly GroupLook[]>
  /** Ends the threads; nothing more where they have ended. */
  dismiss(): void
}

/** Starts threads, which open the press room and compile its layouts at once, and wait for what they are to look at. */
export function startCheckCrew(task: CheckTask, threads: number): CheckCrew {
  const hands = takeHands('check', threads, task)
  return {
    async look(briefing, lookAt) {
      const looks = new Map<number, GroupLook>()
      let at = 0
      const next = (): Stretch => [at, (at += portionOf(groups.length - at))]
      const { groups } = briefing
      for (const { worker } of hands) {
        worker.postMessage(JSON.stringify(briefing))
        // One to work on and one to go on with.
        for (const stretch of [next(), next()]) worker.postMessage(stretch)
        worker.on('message', (said: string) => {
          for (const [index, look] of JSON.parse(said) as [number, GroupLook][]) looks.set(index, look)
          worker.postMessage(next())
        })
      }
      const lookHere = async ([start, end]: Stretch): Promise<void> => {
        const left = Array.from({ length: end - start }, (_, i) => start + i).filter((i) => !looks.has(i))
        const found = await lookAt(left.flatMap((i) => groups[i] ?? []))
        for (const [i, look] of found.entries()) looks.set(left[i] ?? 0, look)
      }
      for (let own = next(); own[0] < own[1]; own = next()) {
        await lookHere(own)
        await othersHeard()
      }
      await Promise.all(hands.map(({ ended }) => ended))
      await lookHere([0, groups.length])
      return groups.flatMap((_, i) => looks.get(i) ?? [])
    },
    dismiss() {
      for (const { worker } of hands) void worker.terminate()
    },
  }
}
