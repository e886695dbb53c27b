import { hasErrors, type Diagnostic } from '../source/diagnostic.ts'
import type { Piece } from '../press-room/pieces.ts'
import { isFresh, stillStands, type Today } from './fresh.ts'
import type { GroupContext, GroupResult } from './group.ts'
import type { LoadOptions } from './load.ts'
import { recordOf, type GroupRecord, type Manifest } from './manifest.ts'
import type { OutputFolder } from './outputs.ts'
import type { RoomKeeper, Workshop } from './room-keeper.ts'
import { digestOfAll, type RoomNow } from './room-now.ts'
import type { ReleaseGroup } from './sources.ts'
import { Tally } from './tally.ts'

export interface RunContext extends Today {
  readonly keeper: RoomKeeper
  readonly before: Manifest
  readonly folder: OutputFolder
  readonly loading: Omit<LoadOptions, 'text'>
  /** Whether drafts are built too. */
  readonly drafts: boolean
}

/** Where the pictures of the press room itself stand in the manifest and the ledger. */
export const ownPictures = 'press-room'

/** One run over the releases: each is kept as it is, or made again. */
export class Run {
  readonly tally: Tally
  /** What the manifest will say of each release. */
  readonly lines = new Map<string, string>()
  /** Everything of the press room that went into them. */
  readonly pieces = new Set<Piece>()
  readonly tried = new Set<string>()
  /** What keeps every release from being made: a fault of a layout, or of the press room. */
  fault: readonly Diagnostic[] | undefined
  /** Whether nothing more can be written. */
  stopped = false
  #workshop: Workshop | undefined
  readonly #context: RunContext

  constructor(context: RunContext) {
    this.#context = context
    this.tally = new Tally(context.folder)
  }

  /** The press room that releases are made with now. */
  get press(): RoomNow {
    return this.#workshop?.now ?? this.#context.press
  }

  async build(group: ReleaseGroup): Promise<void> {
    const { before, loading } = this.#context
    const line = loading.claims.contested(group) ? undefined : before.groups.get(group.key)
    const record = recordOf(line)
    if (line !== undefined && record && isFresh(record, group, this.#context))
      return this.#keep(group.key, line, record)
    const context = await this.prepare()
    if (!context) return
    const { buildGroup } = await import('./group.ts')
    this.#made(group.key, await buildGroup(group, context))
  }

  /** The logo stands once in the output, for every page. */
  async copyPictures(): Promise<void> {
    const line = this.#context.before.groups.get(ownPictures)
    const record = recordOf(line)
    if (line !== undefined && record && stillStands(record, this.#context)) return this.#keep(ownPictures, line, record)
    const context = await this.prepare()
    if (!context) return
    const { copyPictures } = await import('./group.ts')
    this.#made(ownPictures, copyPictures(context))
  }

  /** Opens the press room and compiles its layouts, the first time that a release has to be made. */
  async prepare(): Promise<GroupContext | undefined> {
    const { keeper, press, folder, loading, drafts } = this.#context
    if (!this.#workshop) {
      const { value, diagnostics } = await keeper.workshop(press)
      if (!value) this.fault = diagnostics
      this.#workshop = value
    }
    return this.#workshop && { ...this.#workshop, folder, loading, drafts }
  }

  #keep(key: string, line: string, record: GroupRecord): void {
    this.tried.add(key)
    this.tally.keep(key, record)
    this.lines.set(key, line)
    for (const piece of record.pieces) this.pieces.add(piece)
  }

  #made(key: string, result: GroupResult): void {
    const { stopped, failed, made, releases, outputs, drafts, diagnostics } = result
    this.tried.add(key)
    this.tally.made(key, result)
    this.stopped ||= stopped
    const digest = digestOfAll(made.pieces, this.press)
    if (stopped || failed.length > 0 || hasErrors(diagnostics) || digest === undefined) return
    const stand = outputs.map(({ path, format, size, mtime }) => ({ path, format, size, mtime }))
    const record: GroupRecord = { ...made, digest, outputs: stand, releases, drafts, diagnostics }
    this.lines.set(key, JSON.stringify(record))
    for (const piece of made.pieces) this.pieces.add(piece)
  }
}
