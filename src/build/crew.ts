import type { Instant } from '../calendar/zone.ts'
import type { Diagnostic } from '../source/diagnostic.ts'
import type { Claims } from './claims.ts'
import type { GroupResult } from './group.ts'
import { takeHands, type Hand } from './hands.ts'
import type { Entry } from './ledger.ts'
import type { ReleaseGroup, SentGroup } from './listed.ts'
import type { Listing } from './listing.ts'
import { heard, type Told } from './packed.ts'
import type { Files } from './room-now.ts'
import type { Shard } from './shard.ts'
import { portionOf } from './side-by-side.ts'

/** What each thread of a crew is told first. */
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

/** What a thread has to say. */
export type Word =
  | { readonly kind: 'ready'; readonly formats: readonly string[]; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: 'fault'; readonly diagnostics: readonly Diagnostic[] }
  /** What came of the groups it was given last: packed, since to copy them as objects would take ten times as long. */
  | { readonly kind: 'made'; readonly results: readonly Told[]; readonly announced: number }

/** A release to be made, with what earlier builds have written for it: a thread may replace that and nothing else. */
export interface Order {
  readonly group: SentGroup
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
  /** A thread has left the output folder, with so many bytes announced in it of which all is told that they speak of. */
  left(announced: number): void
  /** The contents are those of the result, packed. */
  made(group: ReleaseGroup, result: GroupResult, contents: string): void
}

/**
 * Whether a release can be made by somebody who knows no other one: nobody else claims its addresses, and it is not by its own
 * word that it belongs to another.
 */
export const standsAlone = (group: ReleaseGroup, claims: Claims): boolean =>
  !claims.contested(group) && group.files.every(({ place }) => place.translationOf === undefined)

/** Threads that have been started. */
export interface Crew {
  /**
   * Makes releases that stand alone. Ends when all is made that was given to somebody, or its thread has ended; what they have not made,
   * since one of them could not go on, is left to whoever asked.
   */
  makeTogether(files: Files, groups: Listing, employer: Employer): Promise<void>
  /** Ends the threads; nothing more where they have ended. */
  dismiss(): void
}

/** Starts threads that will make releases. They get ready at once, and wait for what they are to make. */
export function startCrew(task: Task, threads: number): Crew {
  const hands = takeHands('build', threads, task)
  return {
    async makeTogether(files, groups, employer) {
      const each = groups[Symbol.iterator]()
      let left = groups.length
      const next = (): readonly ReleaseGroup[] => {
        const portion: ReleaseGroup[] = []
        for (let wanted = portionOf(left); wanted > 0; wanted--) {
          const { value, done } = each.next()
          if (!done) portion.push(value)
        }
        left -= portion.length
        return portion
      }
      const stop = (): void => void (left = 0)
      await Promise.all([...hands.map((hand) => give(hand, files, next, stop, employer)), employer.help(next)])
    },
    dismiss() {
      for (const { worker } of hands) void worker.terminate()
    },
  }
}

/** Gives a thread releases to make until there are none, and passes on what it says of them. Ends when it has said the last of it, or nothing more. */
function give(
  { worker, ended }: Hand,
  files: Files,
  next: () => readonly ReleaseGroup[],
  stop: () => void,
  employer: Employer,
): Promise<void> {
  const given: (readonly ReleaseGroup[])[] = []
  const order = (): void => {
    const groups = next()
    given.push(groups)
    worker.postMessage(groups.map((group): Order => ({ group, standing: employer.standing(group) })))
  }
  const hear = (word: Word): void => {
    if (word.kind === 'fault') return employer.fault(word.diagnostics)
    if (word.kind === 'ready') {
      employer.ready(word.formats, word.diagnostics)
      order()
    } else {
      const made = given.shift() ?? []
      let announced = word.announced
      for (const [i, told] of word.results.entries()) {
        const result = heard(told)
        if (result.stopped) stop()
        const group = made[i]
        // What was written of one that is made again nobody is told of but by what was announced.
        if (isInTheWay(result)) announced = 0
        else if (group) employer.made(group, result, told.contents)
      }
      employer.left(announced)
    }
    order()
  }
  return new Promise((end) => {
    void ended.then(end)
    worker.on('message', (word: Word) => {
      hear(word)
      if (word.kind !== 'fault' && given.every((groups) => groups.length === 0)) end()
    })
    worker.postMessage(files)
  })
}

/** Whether something stands in the way of a release that another one may have left there: a thread does not know. */
const isInTheWay = ({ diagnostics }: GroupResult): boolean => diagnostics.some(({ code }) => code === 'output-not-ours')
