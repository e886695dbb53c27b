import type { Day } from '../calendar/day.ts'
import type { Instant } from '../calendar/zone.ts'
import { hasCome } from '../release/status.ts'
import { once } from '../source/once.ts'
import type { Claims } from './claims.ts'
import { buildGroups, type GroupContext, type GroupResult } from './group.ts'
import { readLedger } from './ledger.ts'
import { ReleaseFile, ReleaseGroup, type Place } from './listed.ts'
import type { Listing } from './listing.ts'
import { asLine, lineOf, recordIn, recordOf, yetToCome, type GroupRecord, type Manifest } from './manifest.ts'
import { OutputFolder } from './outputs.ts'
import { packResult } from './packed.ts'
import type { BuildReport } from './report.ts'
import type { Workshop } from './room-keeper.ts'
import { digestOfAll, type RoomNow } from './room-now.ts'
import { originalNames, placeNow } from './sources.ts'
import { releasesOf } from './tally.ts'

/** A build of all releases, and what it has found and left. */
export interface LastBuild {
  readonly groups: Listing
  readonly manifest: Manifest
  readonly press: RoomNow
  readonly claims: Claims
  readonly report: BuildReport
  /** When a release turns public that is not yet. */
  readonly waiting: ReadonlySet<Instant | Day>
  readonly now: Instant
}

export interface RebuildOptions {
  readonly workshop: Workshop
  readonly now: Instant
  readonly out: string
  readonly force: boolean
  readonly drafts: boolean
}

/** Names of files that editors have beside one while they save it, and that are none of a press room. */
const besides = /(?:^|\/)(?:\.[^/]*|[^/]*~|#[^/]*#|\d+|[^/]*\.(?:sw[a-z]|tmp|bak))$/

/**
 * Makes the releases anew whose files were saved, without a look at all the others: those are as they were. Nothing where more than that may
 * have changed, so that a whole build has to say what is right: a file that came or went, an address, outputs, something to say of it, or a release
 * that turns public.
 */
export async function rebuild(
  saved: readonly string[],
  last: LastBuild,
  options: RebuildOptions,
): Promise<LastBuild | undefined> {
  const { workshop, now, out, force, drafts } = options
  const { timeZone } = workshop.room.settings
  if (now < last.now || [...last.waiting].some((turn) => hasCome(turn, now, timeZone))) return undefined
  const stale = await groupsNow(new Set(saved.filter((path) => !besides.test(path))), last.groups, workshop.room.root)
  if (!stale) return undefined
  const loading = { now, claims: last.claims, originals: () => originalNames(last.groups) }
  const made: Made[] = []
  for (const group of stale.values()) {
    const { key } = group
    const before = recordIn(last.manifest, key)
    if (!before || before.diagnostics.length > 0) return undefined
    const standing = before.outputs.map(({ path, format }) => [path, { source: key, format }] as const)
    const folder = new OutputFolder(out, force, readLedger(out, { entries: standing }))
    const context: GroupContext = { ...workshop, folder, loading, drafts }
    try {
      for await (const [, result] of buildGroups([group], context)) {
        if (!isAlike(result, before)) return undefined
        made.push({ group, result })
      }
    } finally {
      folder.leave()
    }
  }
  const manifest = manifestWith(last.manifest, made, workshop.now)
  const groups = last.groups.with(stale)
  const waiting = new Set([...last.waiting, ...made.flatMap(({ result }) => yetToCome(result.made.turns))])
  return manifest && { ...last, groups, manifest, waiting, now, report: reportWith(last.report, made, manifest) }
}

/** A release that was made anew. */
interface Made {
  readonly group: ReleaseGroup
  readonly result: GroupResult
}

/** The groups that have some of these files, with those as they are now; nothing where there is more to it. */
async function groupsNow(
  paths: Set<string>,
  groups: Listing,
  root: string,
): Promise<ReadonlyMap<string, ReleaseGroup> | undefined> {
  const now = new Map<string, ReleaseGroup>()
  for (const group of groups) {
    if (!group.files.some(({ path }) => paths.has(path))) continue
    const files: ReleaseFile[] = []
    for (const file of group.files) {
      if (!paths.delete(file.path)) {
        files.push(file)
        continue
      }
      const place = await placeNow(root, file.path)
      if (!isSamePlace(place, file.place)) return undefined
      files.push(new ReleaseFile(file.path, place))
    }
    now.set(group.key, new ReleaseGroup(group.key, files))
  }
  return paths.size > 0 ? undefined : now
}

const isSamePlace = (a: Place, b: Place): boolean =>
  a.digest !== '' &&
  a.slug === b.slug &&
  a.translationOf === b.translationOf &&
  String(a.aliases ?? []) === String(b.aliases ?? [])

/** Whether all is well with a release, as it was, and it stands where it stood. */
const isAlike = (
  { stopped, failed, diagnostics, drafts, outputs, releases }: GroupResult,
  before: GroupRecord,
): boolean =>
  !stopped &&
  failed.length + diagnostics.length === 0 &&
  drafts === before.drafts &&
  String(outputs.map(({ path }) => path)) === String(before.outputs.map(({ path }) => path)) &&
  String(releases.map(({ file, status }) => [file, status])) ===
    String(before.releases.map(({ file, status }) => [file, status]))

/** What the manifest says after it; nothing where it is not known what a release was made from. */
function manifestWith(
  { room, ingredients, places, groups }: Manifest,
  made: readonly Made[],
  press: RoomNow,
): Manifest | undefined {
  const lines = new Map<string, string>()
  const placed = new Map<string, string>()
  const pieces = new Map(room?.pieces)
  const mixed = new Map(ingredients)
  for (const { group, result } of made) {
    const digest = digestOfAll(result.made.pieces, press)
    if (digest === undefined) return undefined
    lines.set(group.key, lineOf(digest, packResult(result)))
    mixed.set(digest, result.made.pieces)
    for (const { path, place } of group.files) placed.set(path, asLine(place))
    for (const piece of result.made.pieces) pieces.set(piece, press.digest(piece) ?? '')
  }
  const record = room && { ...room, files: press.files, pieces: [...pieces] }
  return { room: record, ingredients: mixed, places: places.with(placed), groups: groups.with(lines) }
}

/** What there is to report after it. */
function reportWith(last: BuildReport, made: readonly Made[], { groups }: Manifest): BuildReport {
  const written = made.flatMap(({ result }) => result.outputs.flatMap((output) => (output.written ? output.path : [])))
  const releases = once(() => releasesOf(Array.from(groups, ([, line]) => recordOf(line))))
  const { out, diagnostics, drafts, failed, counts, unchanged } = last
  return {
    out,
    diagnostics,
    get releases() {
      return releases()
    },
    drafts,
    failed,
    written: written.sort(),
    unchanged: counts.written + unchanged - written.length,
    removed: [],
    counts: { ...counts, written: written.length },
  }
}
