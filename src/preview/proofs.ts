import { join } from 'node:path'
import { compileFormats, type CompiledFormat } from '../build/compiled-formats.ts'
import { claimsOf } from '../build/claims.ts'
import { loadGroup, type LoadedRelease } from '../build/load.ts'
import type { ReleaseGroup } from '../build/listed.ts'
import { originalNames } from '../build/sources.ts'
import type { Instant } from '../calendar/zone.ts'
import type { PressRoom } from '../press-room/press-room.ts'
import type { ResolvedRelease } from '../release/resolved.ts'
import { hasErrors, type Diagnostic, type Outcome } from '../source/diagnostic.ts'
import { isParts, joined } from '../template/parts.ts'
import { sameStamp, stampOf, type Stamp } from '../source/stamp.ts'

/** A release in one format. */
export interface Proof {
  /** The rendering of the text as it stands, or the last good one before it; nothing where there never was one. */
  readonly value: string | Uint8Array | undefined
  /** Whether the text as it stands is another one, and has a fault. */
  readonly stale: boolean
  /** Where the pictures of the rendering are to stand, as press.yaml said when it was made. */
  readonly baseUrl: string | undefined
  readonly diagnostics: readonly Diagnostic[]
}

/** How many last good renderings are kept: those that somebody may still look at. */
const most = 60

/** Renders the releases that somebody looks at, each format when it is asked for, and keeps what was rendered last. */
export class Proofs {
  readonly #root: string
  readonly #now: () => Instant
  #room: PressRoom | undefined
  #groups: readonly ReleaseGroup[] = []
  #formats = new Map<string, Promise<Outcome<CompiledFormat[]>>>()
  readonly #loaded = new Map<string, Promise<readonly LoadedRelease[]>>()
  readonly #made = new Map<string, Promise<Outcome<string | Uint8Array>>>()
  readonly #good = new Map<string, Pick<Proof, 'value' | 'baseUrl'>>()
  readonly #beside = new Map<string, readonly (Stamp | undefined)[]>()

  constructor(root: string, now: () => Instant) {
    this.#root = root
    this.#now = now
  }

  /** The press room and the releases as they are from now on. What was rendered by another press room is rendered again. */
  use(room: PressRoom | undefined, groups: readonly ReleaseGroup[]): void {
    this.#groups = groups
    if (room === this.#room) return
    this.#room = room
    this.#formats = new Map()
    this.#loaded.clear()
    this.#made.clear()
  }

  /** The groups that somebody looks at, or did since they were last saved. */
  get inUse(): readonly string[] {
    return [...this.#loaded.keys()]
  }

  /** A release, read and resolved as far as its faults let it; nothing where the press room is at fault. */
  async loaded(group: ReleaseGroup, file: string): Promise<LoadedRelease | undefined> {
    const room = this.#room
    if (!room) return undefined
    const before = this.#loaded.get(group.key)
    const loading = before ?? this.#load(room, group)
    if (!before) this.#loaded.set(group.key, loading)
    return (await loading).find((one) => one.file.path === file)
  }

  async #load(room: PressRoom, group: ReleaseGroup): Promise<readonly LoadedRelease[]> {
    const groups = this.#groups
    const options = { now: this.#now(), claims: claimsOf(groups), originals: () => originalNames(groups) }
    const loaded = await loadGroup(room, group, options)
    this.#beside.set(group.key, this.#stampsOf(loaded))
    return loaded
  }

  /** How the pictures and attachments look that a release may mean. */
  #stampsOf(loaded: readonly LoadedRelease[]): readonly (Stamp | undefined)[] {
    return loaded.flatMap(({ candidates }) => candidates).map((path) => stampOf(join(this.#root, path)))
  }

  async proof(group: ReleaseGroup, file: string, format: string): Promise<Proof> {
    const key = `${format} ${file}`
    const baseUrl = this.#room?.settings.baseUrl
    const release = (await this.loaded(group, file))?.resolved
    const { value, diagnostics } = release ? await this.#rendered(key, release, format) : { diagnostics: [] }
    if (value === undefined) return { ...(this.#good.get(key) ?? never), stale: true, diagnostics }
    this.#good.delete(key)
    this.#good.set(key, { value, baseUrl })
    const [oldest] = this.#good.keys()
    if (this.#good.size > most && oldest !== undefined) this.#good.delete(oldest)
    return { value, baseUrl, stale: false, diagnostics }
  }

  #rendered(key: string, release: ResolvedRelease, format: string): Promise<Outcome<string | Uint8Array>> {
    const before = this.#made.get(key)
    if (before) return before
    const making = this.#render(release, format)
    this.#made.set(key, making)
    return making
  }

  async #render(release: ResolvedRelease, name: string): Promise<Outcome<string | Uint8Array>> {
    const { value: [format] = [], diagnostics: faults } = await this.#compiled(name)
    if (!format) return { diagnostics: faults }
    const { value, diagnostics } = await format.render(release)
    const all = [...faults, ...diagnostics]
    if (value === undefined || hasErrors(all)) return { diagnostics: all }
    return { value: isParts(value) ? joined(value) : value, diagnostics: all }
  }

  /** Compiles the layout of the email, so that the first release has not to wait for it. */
  async warmUp(): Promise<void> {
    await this.#compiled('email')
  }

  async #compiled(name: string): Promise<Outcome<CompiledFormat[]>> {
    const before = this.#formats.get(name)
    if (before) return before
    if (!this.#room) return { diagnostics: [] }
    const compiling = compileFormats(this.#room, [name], join(this.#root, '.pressmark'))
    this.#formats.set(name, compiling)
    return compiling
  }

  /** Forgets what was made of a release, all but the last good renderings. */
  forget({ key, files }: ReleaseGroup): void {
    this.#loaded.delete(key)
    const paths = new Set(files.map(({ path }) => path))
    for (const one of this.#made.keys()) if (paths.has(one.slice(one.indexOf(' ') + 1))) this.#made.delete(one)
  }

  /** The groups that were looked at and of which a picture or an attachment no longer looks as it did. */
  async withOtherFiles(): Promise<readonly string[]> {
    const keys: string[] = []
    for (const [key, loading] of this.#loaded)
      if (!sameStamps(this.#beside.get(key) ?? [], this.#stampsOf(await loading))) keys.push(key)
    return keys
  }
}

const never = { value: undefined, baseUrl: undefined }

const sameStamps = (a: readonly (Stamp | undefined)[], b: readonly (Stamp | undefined)[]): boolean =>
  a.length === b.length &&
  a.every((one, i) => {
    const other = b[i]
    return one === undefined || other === undefined ? one === other : sameStamp(one, other)
  })
