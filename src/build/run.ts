import { setImmediate as othersHeard } from 'node:timers/promises'
import type { Day } from '../calendar/day.ts'
import type { Instant } from '../calendar/zone.ts'
import { hasErrors, type Diagnostic } from '../source/diagnostic.ts'
import type { Piece } from '../press-room/pieces.ts'
import { isFresh, stillStands, type Today } from './fresh.ts'
import type { Crew, Task } from './crew.ts'
import type { buildGroups, GroupContext, GroupResult } from './group.ts'
import { threadsFor } from './hands.ts'
import type { ReleaseGroup } from './listed.ts'
import { Listing } from './listing.ts'
import type { LoadOptions } from './load.ts'
import { lineOf, recordIn, yetToCome, type GroupRecord } from './manifest.ts'
import { ownPictures, type OutputFolder } from './outputs.ts'
import { packResult } from './packed.ts'
import type { RoomKeeper, Workshop } from './room-keeper.ts'
import { digestOfAll, filesOf, type RoomNow } from './room-now.ts'
import { Tally } from './tally.ts'

export interface RunContext extends Today {
  readonly keeper: RoomKeeper
  /** What threads are told that help with it. */
  readonly task: Task
  /** Threads that were started before it was known what there is to do. */
  readonly crew: Crew | undefined
  readonly folder: OutputFolder
  readonly loading: Omit<LoadOptions, 'text'>
  /** Whether drafts are built too. */
  readonly drafts: boolean
}

/** One run over the releases: each is kept as it is, or made again. */
export class Run {
  readonly tally: Tally
  /** The pieces of the press room that went into them, by the digest of them all. */
  readonly ingredients = new Map<string, readonly Piece[]>()
  /** When a release turns public that is not yet. */
  readonly waiting = new Set<Instant | Day>()
  /** What keeps every release from being made: a fault of a layout, or of the press room. */
  fault: readonly Diagnostic[] | undefined
  /** Whether nothing more can be written. */
  stopped = false
  /** The groups that could not be kept. */
  #stale = new Listing()
  #workshop: Workshop | undefined
  #buildGroups: typeof buildGroups | undefined
  #press: RoomNow
  /** Whether the layouts are known to be without fault. */
  #isReady = false
  readonly #context: RunContext

  constructor(context: RunContext) {
    this.#context = context
    this.#press = context.press
    this.tally = new Tally(context.folder, context.before.groups)
  }

  /** The press room that releases are made with now. */
  get press(): RoomNow {
    return this.#press
  }

  /** Keeps the releases that are still right and makes the others; `step` is called for each. */
  async build(groups: Listing, step: () => void): Promise<void> {
    const stale = groups.filter((group) => {
      const isFresh = this.#keepIfFresh(group)
      if (isFresh) step()
      return !isFresh
    })
    this.#stale = stale
    const rest = await this.#makeTogether(stale, step)
    if (!(await this.#makeAll(rest, step))) return
    // A press room that has changed may have a fault that no release meets.
    if (this.#context.press.room && !this.#isReady) await this.#prepare()
  }

  /** Those of the groups that were kept or made, where it stopped before the last of them. */
  done(groups: Listing): Listing {
    const stale = new Set(this.#stale.keys())
    return groups.filter(({ key }) => !stale.has(key) || this.tally.hasMade(key))
  }

  #keepIfFresh(group: ReleaseGroup): boolean {
    const { before, loading } = this.#context
    const record = loading.claims.contested(group) ? undefined : recordIn(before, group.key)
    if (!record || !isFresh(record, group, this.#context)) return false
    this.#keep(group.key, record)
    return true
  }

  /** Makes releases; false when no more can be made. */
  async #makeAll(groups: readonly ReleaseGroup[] | Listing, step: () => void): Promise<boolean> {
    if (groups.length === 0) return true
    const context = this.stopped ? undefined : await this.#prepare()
    if (!context) return false
    this.#buildGroups ??= (await import('./group.ts')).buildGroups
    for await (const [{ key }, result] of this.#buildGroups(groups, context)) {
      this.#made(key, result)
      step()
    }
    return !this.stopped
  }

  /** Makes many releases on several threads, where that is quicker, and gives back those that are still to be made. */
  async #makeTogether(stale: Listing, step: () => void): Promise<Listing> {
    const { startCrew, standsAlone } = await import('./crew.ts')
    const { keeper, folder, loading, task } = this.#context
    const alone = stale.filter((group) => standsAlone(group, loading.claims))
    let left = alone.length
    const less = (): void => {
      left--
      step()
    }
    const threads = threadsFor(alone.length)
    if (threads === 0) return stale
    const { value: press, diagnostics } = await keeper.opened(this.#press)
    if (!press) {
      this.fault = diagnostics
      return stale
    }
    this.#press = press
    const crew = this.#context.crew ?? startCrew(task, threads)
    const standing = folder.standing()
    await crew.makeTogether(filesOf(press), alone, {
      help: async (next) => {
        for (let portion = next(); portion.length > 0; portion = next()) {
          if (!(await this.#makeAll(portion, less))) return
          await othersHeard()
        }
      },
      standing: ({ key }) => standing.get(key) ?? [],
      ready: (names, found) => {
        this.#press = { ...press, formats: names, diagnostics: [...press.diagnostics, ...found] }
        this.#isReady = true
      },
      left: (announced) => folder.takeOver(announced),
      fault: (found) => {
        this.fault = [...press.diagnostics, ...found]
      },
      made: (group, result, contents) => {
        this.#made(group.key, result, contents)
        less()
      },
    })
    return left === 0 && alone === stale ? new Listing() : stale.filter(({ key }) => !this.tally.hasMade(key))
  }

  /** The logo stands once in the output, for every page. */
  async copyPictures(): Promise<void> {
    const record = recordIn(this.#context.before, ownPictures)
    if (record && stillStands(record, this.#context)) return this.#keep(ownPictures, record)
    const { keeper, folder, loading, drafts } = this.#context
    const { value: press, diagnostics } = await keeper.opened(this.#press)
    if (!press?.room) this.fault = diagnostics
    else {
      const { copyPictures } = await import('./group.ts')
      this.#made(ownPictures, copyPictures({ room: press.room, formats: [], folder, loading, drafts }))
    }
  }

  /** Opens the press room and compiles its layouts, the first time that a release has to be made. */
  async #prepare(): Promise<GroupContext | undefined> {
    const { keeper, folder, loading, drafts } = this.#context
    if (!this.#workshop && !this.fault) {
      const { value, diagnostics } = await keeper.workshop(this.#press)
      if (value) {
        this.#press = value.now
        this.#isReady = true
      } else this.fault = diagnostics
      this.#workshop = value
    }
    return this.#workshop && { folder, loading, drafts, ...this.#workshop }
  }

  #keep(key: string, record: GroupRecord): void {
    this.tally.keep(key, record)
    this.#note(record.digest, this.#context.before.ingredients.get(record.digest) ?? [], record.turns)
  }

  #note(digest: string, pieces: readonly Piece[], turns: GroupRecord['turns']): void {
    if (!this.ingredients.has(digest)) this.ingredients.set(digest, pieces)
    for (const turn of yetToCome(turns)) this.waiting.add(turn)
  }

  #made(key: string, result: GroupResult, contents?: string): void {
    const { stopped, failed, made, diagnostics } = result
    const digest = digestOfAll(made.pieces, this.#press)
    const line = lineOf(digest ?? '', contents ?? packResult(result))
    const isSettled = !stopped && failed.length === 0 && !hasErrors(diagnostics) && digest !== undefined
    this.tally.made(key, result, line, isSettled)
    this.stopped ||= stopped
    if (isSettled) this.#note(digest, made.pieces, made.turns)
  }
}
