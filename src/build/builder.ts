import { join, resolve } from 'node:path'
import type { Instant } from '../calendar/zone.ts'
import { picturesAmong } from '../press-room/folder.ts'
import type { PressRoom } from '../press-room/press-room.ts'
import { Diagnostics, type Diagnostic, type Outcome } from '../source/diagnostic.ts'
import { once } from '../source/once.ts'
import { choose } from './choose.ts'
import { claimsOf, noClaims } from './claims.ts'
import type { Crew, Task } from './crew.ts'
import { diskFault } from './disk-fault.ts'
import { atMostReleases, threadsFor } from './hands.ts'
import { Listing } from './listing.ts'
import {
  asLine,
  manifestFile,
  placeIn,
  readManifest,
  sameManifest,
  writeManifest,
  type MailRecord,
  type Manifest,
} from './manifest.ts'
import { outFault } from './out-fault.ts'
import { OutputFolder, ownPictures } from './outputs.ts'
import { hasLedger, readLedger } from './ledger.ts'
import { lintMails } from './own-layout.ts'
import type { LastBuild } from './rebuild.ts'
import type { BuildOptions, BuildReport } from './report.ts'
import { Register } from './register.ts'
import { RoomKeeper } from './room-keeper.ts'
import { filesOf, isMadeOf, type RoomNow } from './room-now.ts'
import { Run } from './run.ts'
import { belongsTo, shardFault, type Shard } from './shard.ts'
import { listReleases, originalNames } from './sources.ts'
import { markUsed, tidy } from './tidy.ts'

/** What stays the same from build to build. */
export type BuilderOptions = Pick<BuildOptions, 'out' | 'formats' | 'drafts' | 'shard'>

/** What is said anew for each build. */
export interface RunOptions extends Omit<BuildOptions, keyof BuilderOptions> {
  /**
   * The paths of the files that have been saved since the last build, where that is known: between two builds of one process, for the speed of
   * it. What that build has made is then taken to stand where it left it.
   */
  readonly saved?: readonly string[] | undefined
  /** Whether what was made from what is written down by `writeDown` only: between two builds of one process, for the speed of it. */
  readonly hasty?: boolean
}

/** How many releases are rendered for practice. */
const practice = 8

/**
 * Builds a press room, once or again and again. What earlier builds made is left as it is where nothing that it was made from has
 * changed since; a manifest in the cache folder says what that was. A builder that is kept also keeps the press room and its
 * layouts. A press room that is given is taken as it is, whatever its files say by now.
 */
export class Builder {
  readonly #root: string
  readonly #out: string
  readonly #formats: readonly string[] | undefined
  readonly #drafts: boolean
  readonly #shard: Shard | undefined
  readonly #identity: string
  readonly #given: boolean
  readonly #keeper: RoomKeeper
  #manifest: Manifest | undefined
  /** What is written down of it. */
  #written: Manifest | undefined
  /** The last build, where all of its releases are well and made of all that is there. */
  #last: LastBuild | undefined
  /** The releases of the first build, of which the newest are rendered for practice; none when that is done. */
  #listing: Listing | undefined

  /** Throws a RangeError where there is no such shard. */
  constructor(root: string, { out = 'dist', formats, drafts = false, shard }: BuilderOptions, given?: PressRoom) {
    const fault = shard && shardFault(shard)
    if (fault) throw new RangeError(fault)
    this.#root = resolve(root)
    this.#out = resolve(root, out)
    this.#formats = formats
    this.#drafts = drafts
    this.#shard = shard
    this.#identity = JSON.stringify([this.#out, formats ?? [], drafts, ...(shard ? [shard.index, shard.count] : [])])
    this.#given = given !== undefined
    this.#keeper = new RoomKeeper(this.#root, formats, given)
  }

  /** The pictures of the press room itself, by their paths from its root, as the last build knew them. */
  get pictures(): readonly string[] {
    return picturesAmong((this.#manifest?.room?.files ?? []).map(([path]) => path))
  }

  /**
   * Opens the press room, compiles its layouts and renders the newest releases, for nobody, so that the first one that changes has not to
   * wait for any of it.
   */
  async warmUp(now: Instant): Promise<void> {
    const { value: press } = await this.#keeper.look(this.#manifest?.room)
    const { value: workshop } = press ? await this.#keeper.workshop(press) : {}
    const newest = [...(this.#listing ?? [])].slice(-practice)
    this.#listing = new Listing()
    if (!workshop || newest.length === 0) return
    const [{ rehearse }] = await Promise.all([import('./group.ts'), import('./crew.ts'), import('./rebuild.ts')])
    for (const group of newest) await rehearse(group, { ...workshop, loading: { now, claims: noClaims } })
  }

  /**
   * Builds what is not up to date. Without a value where the press room itself is at fault. Throws only what the disk throws before
   * anything is written; later it is a diagnostic.
   */
  async build(options: RunOptions): Promise<Outcome<BuildReport>> {
    this.#written ??= readManifest(manifestFile(this.#root, this.#identity), this.#identity)
    const before = (this.#manifest ??= this.#written)
    // Somebody may have emptied the output folder meanwhile: then nothing in it is taken to stand where it was left.
    const asked = options.saved && !hasLedger(this.#out) ? { ...options, saved: undefined } : options
    const rebuilt = asked.saved && (await this.#rebuild(asked.saved, asked))
    if (rebuilt) return rebuilt
    this.#last = undefined
    const crew = before.room || asked.files ? undefined : await this.#callCrew(asked)
    try {
      return await this.#build(before, asked, crew)
    } finally {
      crew?.dismiss()
    }
  }

  /** Where nothing is known of an earlier build, many releases will have to be made: threads get ready for it while these are listed. */
  async #callCrew(options: RunOptions): Promise<Crew | undefined> {
    const many = atMostReleases(this.#root) / (this.#shard?.count ?? 1)
    const threads = threadsFor(many)
    return threads > 0 ? (await import('./crew.ts')).startCrew(this.#task(options), threads) : undefined
  }

  #task({ now, force = false }: RunOptions): Task {
    const [root, out, formats, drafts, shard] = [this.#root, this.#out, this.#formats, this.#drafts, this.#shard]
    return { root, out, force, drafts, shard, now, formats }
  }

  async #build(before: Manifest, options: RunOptions, crew: Crew | undefined): Promise<Outcome<BuildReport>> {
    const root = this.#root
    const { value: press, diagnostics } = await this.#keeper.look(before.room)
    if (!press) {
      const { faultsBeside } = await import('./faults.ts')
      const found = new Diagnostics()
      found.add(diagnostics)
      found.add(await faultsBeside(root, options.now))
      return { diagnostics: found.all }
    }
    const listed = await this.#listed(before, options.files)
    if (!listed.value) return this.#nothing([...press.diagnostics, ...listed.diagnostics])
    const unfit = outFault(root, this.#out, options.force ?? false)
    if (unfit) return this.#nothing([...press.diagnostics, unfit])
    return this.#run(listed.value.groups, listed.diagnostics, listed.value.chosen, press, before, options, crew)
  }

  /** The groups of the press room, and those that are to be built. */
  async #listed(
    before: Manifest,
    files: readonly string[] | undefined,
  ): Promise<Outcome<{ readonly groups: Listing; readonly chosen: Listing }>> {
    const { value: groups, diagnostics } = await listReleases(this.#root, (path) => placeIn(before, path))
    if (!groups) return { diagnostics }
    this.#listing ??= groups
    const ours = this.#shard ? groups.filter(({ key }) => this.#isOurs(key)) : groups
    if (!files) return { value: { groups, chosen: ours }, diagnostics }
    const named = await choose([...groups], files, this.#root)
    if (!named.value) return { diagnostics: named.diagnostics }
    const keys = new Set(named.value.map(({ key }) => key))
    return { value: { groups, chosen: ours.filter(({ key }) => keys.has(key)) }, diagnostics }
  }

  async #run(
    groups: Listing,
    ofGroups: readonly Diagnostic[],
    chosen: Listing,
    press: RoomNow,
    before: Manifest,
    options: RunOptions,
    crew: Crew | undefined,
  ): Promise<Outcome<BuildReport>> {
    const { now, files, force = false, saved, onProgress } = options
    const complete = files === undefined
    const folder = new OutputFolder(this.#out, force, readLedger(this.#out, { root: this.#root, shard: this.#shard }))
    const loading = { now, claims: claimsOf(groups), originals: () => originalNames(groups) }
    const run = new Run({
      root: this.#root,
      out: this.#out,
      now,
      press,
      trusting: saved !== undefined,
      task: this.#task(options),
      crew,
      keeper: this.#keeper,
      before,
      folder,
      loading,
      drafts: this.#drafts,
    })
    const all = chosen.length
    let done = 0
    await run.build(chosen, () => onProgress?.(++done, all))
    if (!run.fault && !run.stopped && this.#isOurs(ownPictures)) await run.copyPictures()
    const { tally } = run
    if (run.fault) {
      const { faultsOf } = await import('./faults.ts')
      const room = this.#keeper.room
      return this.#nothing([...run.fault, ...(room ? await faultsOf(room, chosen, loading) : [])])
    }
    tally.say(run.press.diagnostics)
    tally.say(ofGroups)
    if (run.stopped) {
      folder.leave()
      return reported(tally.report(this.#out, run.done(chosen), []))
    }

    const mails = await lintMails(tally.mails, this.#root, folder, run.press.room, before.room?.mails)
    tally.say(mails?.diagnostics ?? [])
    const asked = new Set([...run.press.formats, 'file'])
    const keys = once(() => new Set(chosen.keys()))
    let removed: readonly string[] = []
    try {
      removed = folder.close(tally.outputsOf(chosen), (path, { source, format }) => {
        if (!this.#isOurs(source)) return true
        const staysAllTheSame = tally.staysOfFailed(source, path)
        if (staysAllTheSame !== undefined) return staysAllTheSame
        if (source === ownPictures || !keys().has(source)) return !complete
        return !asked.has(format) && tally.standsBeside(source, path)
      })
    } catch (error) {
      tally.say([diskFault(error, this.#root, folder).diagnostic])
    }
    this.#remember(groups, run, before, complete, mails)
    if (!options.hasty) this.writeDown()
    const report = tally.report(this.#out, chosen, removed)
    const manifest = this.#manifest
    const isWell = complete && !this.#shard && !mails && report.failed.length === 0 && manifest?.room !== undefined
    // Each release, and the pictures of the press room.
    if (isWell && manifest.groups.size === groups.length + 1) {
      const { press, waiting } = run
      this.#last = { groups, manifest, press, report, claims: loading.claims, waiting, now }
    }
    return reported(report)
  }

  /** Notes what was made from what, to be written down. */
  #remember(groups: Listing, run: Run, before: Manifest, complete: boolean, mails: MailRecord | undefined): void {
    const { files, timeZone, formats, diagnostics, digest } = run.press
    const { tally } = run
    const ingredients = new Map([...(complete ? [] : before.ingredients), ...run.ingredients])
    const digests = [...new Set([...ingredients.values()].flat())].flatMap((piece) => {
      const known = digest(piece)
      return known === undefined ? [] : [[piece, known] as const]
    })
    this.#manifest = {
      room: this.#given ? undefined : { files, pieces: digests, timeZone, formats, diagnostics, mails },
      ingredients,
      places: placesOf(groups),
      groups: tally.linesOf(groups, complete),
    }
  }

  /** Writes down what was made from what; nothing more where that is done. */
  writeDown(): void {
    const [before, after] = [this.#written, this.#manifest]
    if (!after || after === before) return
    this.#written = after
    const file = manifestFile(this.#root, this.#identity)
    if (before && sameManifest(before, after)) return markUsed(file)
    writeManifest(file, this.#identity, after)
    tidy(join(this.#root, '.pressmark'))
  }

  /** Builds again what was saved, where a look at nothing else is enough. */
  async #rebuild(saved: readonly string[], options: RunOptions): Promise<Outcome<BuildReport> | undefined> {
    const last = this.#last
    const { now, files, force = false } = options
    if (!last || files) return undefined
    const { value: press } = await this.#keeper.look(last.manifest.room)
    const { value: workshop } = press && isMadeOf(press, filesOf(last.press)) ? await this.#keeper.workshop(press) : {}
    if (!workshop) return undefined
    const { rebuild } = await import('./rebuild.ts')
    const next = await rebuild(saved, last, { workshop, now, out: this.#out, force, drafts: this.#drafts })
    if (!next) return undefined
    this.#last = next
    this.#manifest = next.manifest
    if (!options.hasty) this.writeDown()
    return reported(next.report)
  }

  #isOurs(key: string): boolean {
    return belongsTo(this.#shard, key)
  }

  #nothing(diagnostics: readonly Diagnostic[]): Outcome<BuildReport> {
    const counts = { releases: 0, apart: 0, written: 0 }
    const none = { releases: [], drafts: 0, failed: [], written: [], unchanged: 0, removed: [], counts }
    return reported({ out: this.#out, diagnostics, ...none })
  }
}

const reported = (report: BuildReport): Outcome<BuildReport> => ({ value: report, diagnostics: report.diagnostics })

function placesOf(groups: Listing): Register {
  const places = new Register()
  for (const { files } of groups) for (const { path, place } of files) places.add(path, asLine(place))
  return places
}
