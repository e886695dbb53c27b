import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { CheckDiagnostic } from '../build/check-group.ts'
import { RoomKeeper } from '../build/room-keeper.ts'
import type { Place, ReleaseFile, ReleaseGroup } from '../build/listed.ts'
import { releasesIn } from '../build/sources.ts'
import type { Instant } from '../calendar/zone.ts'
import { clients } from '../clients/clients.ts'
import { formatNames, loadFormat } from '../formats/formats.ts'
import { picturesAmong } from '../press-room/folder.ts'
import type { PressRoom } from '../press-room/press-room.ts'
import { organizationName } from '../press-room/settings.ts'
import type { Diagnostic } from '../source/diagnostic.ts'
import { digestOf, sameStamp, settledFile, stampOf } from '../source/stamp.ts'
import { Catalogue } from './catalogue.ts'
import { startChecker, type Checked, type Checker } from './checker.ts'
import { countsOf, isRefusal, problemsOf, saidByBuild, settled } from './problems.ts'
import { Proofs, type Proof } from './proofs.ts'
import { readingTime } from './reading-time.ts'
import type { Details, ListedGroup, Listing, News, OtherFormat, Problem } from './wire.ts'

/** The formats that have a view of their own. */
const shownAsPages = ['html', 'email', 'text']

/** How many releases, the newest, are read before the list is shown; the others follow when it is. */
const readAtOnce = 100

export interface DeskOptions {
  readonly root: string
  readonly now: () => Instant
  /** Whether files can be opened in an editor. */
  readonly canOpen: boolean
  readonly tell: (news: News) => void
}

/** A press room as it stands on the disk, as far as somebody looks at it. */
export class Desk {
  readonly root: string
  readonly #options: DeskOptions
  readonly #keeper: RoomKeeper
  readonly #catalogue: Catalogue
  readonly #proofs: Proofs
  readonly #checker: Checker
  readonly #findings = new Map<string, readonly CheckDiagnostic[]>()
  readonly #unchecked = new Set<string>()
  #roomFindings: readonly Diagnostic<string>[] = []
  #room: PressRoom | undefined
  /** The same, or while that is at fault, the last one that was not: of it are the last good renderings. */
  #lastRoom: PressRoom | undefined
  /** What the press room was made from. */
  #made: string | undefined
  #roomFaults: readonly Diagnostic[] = []
  #pictures: readonly string[] = []
  #groups: readonly ReleaseGroup[] = []
  #places = new Map<string, Place>()
  #byFile = new Map<string, ReleaseGroup>()
  /** Releases that were told to have been saved before everything was looked at, by the digests of what they hold now. */
  readonly #glanced = new Map<string, string>()
  #watched = false

  constructor(options: DeskOptions) {
    this.#options = options
    this.root = options.root
    this.#keeper = new RoomKeeper(options.root, [], undefined)
    this.#catalogue = new Catalogue(options.root)
    this.#proofs = new Proofs(options.root, options.now)
    this.#checker = startChecker(options.root, options.now, (checked) => this.#checked(checked))
  }

  /** The logo of the last good renderings. */
  get logo(): PressRoom['logo'] {
    return this.#lastRoom?.logo
  }

  /** What keeps the press room from being opened, and what else is to be said of it. */
  get roomFaults(): readonly Diagnostic[] {
    return this.#roomFaults
  }

  /** The pictures of the press room itself, by their paths from its root. */
  get pictures(): readonly string[] {
    return this.#pictures
  }

  /** The release of a file, with its translations. */
  groupOf = (file: string): ReleaseGroup | undefined => this.#byFile.get(file)

  groupNamed = (key: string): ReleaseGroup | undefined => this.#groups.find((group) => group.key === key)

  /**
   * Looks at those releases alone that somebody looks at, tells at once which were saved, and says whether any was: to look at
   * 10,000 others takes longer than a save may take to be on the screen.
   */
  glance(): boolean {
    const saved = this.#proofs.inUse.flatMap((key) => {
      const group = this.groupNamed(key)
      return group?.files.some((file) => this.#wasSaved(file)) ? [group] : []
    })
    if (saved.length === 0 || !this.#room) return false
    for (const group of saved) {
      this.#proofs.forget(group)
      this.#catalogue.read(group, this.#room)
    }
    this.#options.tell({ kind: 'changed', files: filesOf(saved), pictures: false })
    return true
  }

  #wasSaved({ path, place }: ReleaseFile): boolean {
    const full = join(this.root, path)
    const stamp = stampOf(full)
    if (!stamp || sameStamp(stamp, place)) return false
    const digest = digestOf(readFileSync(full))
    if (digest === (this.#glanced.get(path) ?? place.digest)) return false
    this.#glanced.set(path, digest)
    return true
  }

  /** Looks at the disk, and tells what is different now. `changed` are the paths that were heard of, from the press room. */
  async refresh(changed: readonly string[] = []): Promise<void> {
    const { value: press, diagnostics } = await this.#keeper.look(undefined)
    // It is opened again where a file was written so lately that its stamp says little; it is another one only if a file differs.
    const made = press && String(press.files.map(([path, { digest }]) => path + digest))
    const otherRoom = made !== this.#made || made === undefined
    const room = otherRoom ? press?.room : this.#room
    this.#made = made
    const listed = await releasesIn(this.root, (path) => this.#places.get(path))
    this.#roomFaults = [...diagnostics, ...listed.diagnostics]
    const groups = listed.value ?? this.#groups
    const before = new Map(this.#groups.map((group) => [group.key, group]))
    const different = groups.filter((group) => !isSame(before.get(group.key), group))
    const keys = new Set(groups.map(({ key }) => key))
    const gone = this.#groups.filter(({ key }) => !keys.has(key))
    const moved = gone.length > 0 || different.some((group) => this.#hasMoved(group))
    this.#groups = newestFirst(groups)
    const places = new Map(groups.flatMap(({ files }) => files.map(({ path, place }) => [path, settledFile(place)])))
    const renamed = this.#renamed(places)
    this.#places = places
    this.#byFile = new Map(groups.flatMap((group) => group.files.map(({ path }) => [path, group])))
    this.#room = room
    if (room) this.#lastRoom = room
    // What was found in a file that has changed is found anew, if it is still there.
    if (otherRoom) this.#roomFindings = this.#roomFindings.filter(({ file }) => !changed.includes(file))
    if (press) this.#pictures = picturesAmong(press.files.map(([path]) => path))
    if (otherRoom && room) this.#catalogue.readAgain()
    this.#proofs.use(room, groups)
    for (const group of gone) this.#catalogue.forget(group)
    const untold = different.filter((group) => !this.#isTold(group))
    this.#glanced.clear()
    for (const group of moved ? groups : [...untold, ...gone]) this.#proofs.forget(group)
    if (otherRoom || moved || renamed.length > 0) this.#options.tell({ kind: 'changed', renamed, pictures: false })
    else if (untold.length > 0) {
      // Those that are gone of a release that is still there, too.
      const files = filesOf(untold.flatMap((group) => [group, before.get(group.key) ?? []].flat()))
      this.#options.tell({ kind: 'changed', files: [...new Set(files)], pictures: false })
    }
    await this.#tell(different, gone, otherRoom || moved)
    if (changed.some((path) => /^rules(?:\/|$)/.test(path)))
      this.#toCheck(
        this.#groups,
        this.#proofs.inUse.flatMap((key) => this.groupNamed(key) ?? []),
      )
  }

  /** Whether all that is different in a release was told at a glance. */
  #isTold = ({ files }: ReleaseGroup): boolean =>
    files.some(({ path }) => this.#glanced.has(path)) &&
    files.every(({ path, place }) => (this.#glanced.get(path) ?? place.digest) === place.digest)

  /** Files that are gone, each with the one that came with its text. */
  #renamed(places: ReadonlyMap<string, Place>): [from: string, to: string][] {
    const come = [...places].filter(([path]) => !this.#places.has(path))
    if (come.length === 0) return []
    return [...this.#places].flatMap(([from, place]): [string, string][] => {
      if (places.has(from)) return []
      const digest = this.#glanced.get(from) ?? place.digest
      const [to] = come.find(([, { digest: other }]) => other !== '' && other === digest) ?? []
      return to === undefined ? [] : [[from, to]]
    })
  }

  #hasMoved(group: ReleaseGroup): boolean {
    const before = this.#groups.find(({ key }) => key === group.key)
    return before?.slug !== group.slug || String(before.aliases) !== String(group.aliases)
  }

  async #tell(different: readonly ReleaseGroup[], gone: readonly ReleaseGroup[], all: boolean): Promise<void> {
    const { tell } = this.#options
    const withPictures = all ? [] : await this.#withOtherPictures()
    if (withPictures.length > 0) tell({ kind: 'changed', files: filesOf(withPictures), pictures: true })
    for (const group of different.length <= 20 ? different : []) this.#catalogue.read(group, this.#lastRoom)
    if (different.length > 0 || gone.length > 0)
      tell({ kind: 'listed', groups: different.map((group) => this.#listed(group)), gone: gone.map(({ key }) => key) })
    this.#toCheck(all ? this.#groups : different, different.length <= 20 ? different : [])
    if (this.#watched) void this.#readOn()
  }

  async #withOtherPictures(): Promise<readonly ReleaseGroup[]> {
    const groups = (await this.#proofs.withOtherFiles()).flatMap((key) => this.groupNamed(key) ?? [])
    for (const group of groups) this.#proofs.forget(group)
    return groups
  }

  /** Somebody has opened the page: from now on what is not shown yet is read, and the rules are asked. */
  watch(): void {
    if (this.#watched) return
    this.#watched = true
    void this.#proofs.warmUp()
    void this.#readOn()
    this.#toCheck(this.#groups, [])
  }

  async #readOn(): Promise<void> {
    const groups = this.#groups
    await this.#catalogue.readAll(groups, this.#lastRoom, (portion) => {
      this.#options.tell({ kind: 'listed', groups: portion.map((group) => this.#listed(group)), gone: [] })
      return groups === this.#groups
    })
  }

  #toCheck(groups: readonly ReleaseGroup[], first: readonly ReleaseGroup[]): void {
    for (const file of filesOf(groups)) this.#unchecked.add(file)
    if (!this.#watched) return
    const oneOf = ({ files }: ReleaseGroup): string[] => files.slice(0, 1).map(({ path }) => path)
    if (first.length > 0) this.#checker.check(first.flatMap(oneOf), 'first')
    const urgent = new Set(first)
    this.#checker.check(groups.filter((group) => !urgent.has(group)).flatMap(oneOf), 'later')
  }

  #checked({ files, diagnostics }: Checked): void {
    for (const file of files) {
      const found = diagnostics.filter((one) => one.file === file)
      // What build says is asked anew below; without a press room only check can ask.
      this.#findings.set(
        file,
        found.filter((one) => !this.#room || !saidByBuild(one)),
      )
      this.#catalogue.count(file, countsOf(found))
      this.#catalogue.refuse(
        file,
        found.some((one) => isRefusal(one, this.#room?.settings.check)),
      )
      this.#unchecked.delete(file)
    }
    this.#roomFindings = diagnostics.filter(isOfRoom)
    const groups = new Set(files.flatMap((file) => this.groupOf(file) ?? []))
    this.#options.tell({
      kind: 'listed',
      groups: [...groups].map((group) => this.#listed(group)),
      gone: [],
      problems: this.#problemsOfRoom(),
    })
    this.#options.tell({ kind: 'checked', files })
  }

  /** Looks whether an embargo has ended, or a day has begun. */
  tick(): void {
    const turned = this.#groups.filter((group) => {
      const before = this.#said.get(group.key)
      return before !== undefined && /embargoed|scheduled/.test(before) && statesOf(this.#listed(group)) !== before
    })
    if (turned.length === 0) return
    for (const group of turned) this.#proofs.forget(group)
    this.#options.tell({ kind: 'changed', files: filesOf(turned), pictures: false })
    this.#options.tell({ kind: 'listed', groups: turned.map((group) => this.#listed(group)), gone: [] })
  }
  readonly #said = new Map<string, string>()

  #listed(group: ReleaseGroup): ListedGroup {
    const listed = this.#catalogue.listed(group, this.#lastRoom, this.#options.now())
    this.#said.set(group.key, statesOf(listed))
    return listed
  }

  /** All releases, the newest first, as far as they are known. */
  listing(): Listing {
    for (const group of this.#groups.slice(0, readAtOnce))
      if (!this.#catalogue.isRead(group)) this.#catalogue.read(group, this.#lastRoom)
    const { settings } = this.#lastRoom ?? {}
    return {
      name: settings ? organizationName(settings, settings.language) : basename(this.root),
      clients: clients.map(({ name, title, summary }) => ({ name, title, summary })),
      groups: this.#groups.map((group) => this.#listed(group)),
      problems: this.#problemsOfRoom(),
    }
  }

  /** Everything that is to be said of a release beside its renderings; nothing where there is no such file. */
  async details(file: string): Promise<Details | undefined> {
    const group = this.groupOf(file)
    if (!group) return undefined
    if (this.#watched && this.#unchecked.has(file)) this.#checker.check([file], 'first')
    const loaded = await this.#proofs.loaded(group, file)
    const proofs = await Promise.all(shownAsPages.map((format) => this.#proofs.proof(group, file, format)))
    const said = [
      ...(this.#room ? [] : this.#roomFaults),
      ...(loaded?.diagnostics ?? []),
      ...proofs.flatMap(({ diagnostics }) => diagnostics),
    ]
    if (!this.#catalogue.isRead(group)) this.#catalogue.read(group, this.#lastRoom)
    const errors = said.filter(({ severity }) => severity === 'error')
    this.#catalogue.refuse(
      file,
      errors.some((one) => one.file === file),
    )
    const languages = this.#listed(group).releases
    const self = languages.find((one) => one.file === file)
    if (!self) return undefined
    const rest = said.filter(({ severity }) => severity !== 'error')
    const faults = this.#problems(errors)
    const found = this.#problems([...rest, ...(this.#findings.get(file) ?? [])])
    return {
      ...self,
      faulty: self.faulty || errors.length > 0,
      ...(loaded?.release ? readingTime(loaded.release) : { words: 0, minutes: 0 }),
      group: group.key,
      languages,
      problems: countsOf([...faults, ...found]),
      faults,
      found,
      checked: !this.#unchecked.has(file),
      others: await otherFormats(),
      canOpen: this.#options.canOpen,
    }
  }

  #problemsOfRoom = (): Problem[] => this.#problems([...this.#roomFaults, ...this.#roomFindings])

  #problems(diagnostics: readonly Diagnostic<string>[]): Problem[] {
    const said = settled(diagnostics, this.#room?.settings.check)
    return problemsOf(this.root, said, (file) => this.#options.canOpen && this.isOurs(file))
  }

  /** Whether a file is one that a press room is written in. */
  isOurs = (file: string): boolean =>
    file === 'press.yaml' ||
    this.#byFile.has(file) ||
    (/^(?:templates|rules)\//.test(file) && !file.split('/').includes('..'))

  /** A release in one format; nothing where there is no such release. */
  async proof(file: string, format: string): Promise<Proof | undefined> {
    const group = this.groupOf(file)
    return group && this.#proofs.proof(group, file, format)
  }

  close = (): Promise<void> => this.#checker.close()
}

/**
 * What is said of the press room: by rules and of them, and by build where a template is at fault, since a list renders none.
 */
const isOfRoom = (one: CheckDiagnostic): boolean =>
  !one.file.startsWith('releases/') &&
  (!saidByBuild(one) ||
    one.file.startsWith('rules/') ||
    (one.severity === 'error' && one.file.startsWith('templates/')))

const filesOf = (groups: readonly ReleaseGroup[]): string[] =>
  groups.flatMap(({ files }) => files.map(({ path }) => path))

const statesOf = ({ releases }: ListedGroup): string => releases.map(({ state }) => state).join()

const isSame = (before: ReleaseGroup | undefined, { files }: ReleaseGroup): boolean =>
  before?.files.length === files.length &&
  files.every(({ path, place }, i) => {
    const one = before.files[i]
    return one?.path === path && one.place.digest === place.digest
  })

/** By the day in the name of the file: what is in the file decides in the list itself. */
const newestFirst = (groups: readonly ReleaseGroup[]): ReleaseGroup[] =>
  groups.toSorted((a, b) => (a.key < b.key ? 1 : a.key > b.key ? -1 : 0))

async function otherFormats(): Promise<OtherFormat[]> {
  const formats = await Promise.all(formatNames.filter((name) => !shownAsPages.includes(name)).map(loadFormat))
  return formats.flatMap((one) => one ?? []).map(({ name, fileName, mediaType }) => ({ name, fileName, mediaType }))
}
