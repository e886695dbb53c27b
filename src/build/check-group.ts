import { asChecked, lintRelease, type CheckedRelease, type Ruling, type Unreleased } from '../check/release/index.ts'
import { weighed } from '../check/options.ts'
import type { Instant } from '../calendar/zone.ts'
import type { PressRoom } from '../press-room/press-room.ts'
import { Diagnostics, type Diagnostic } from '../source/diagnostic.ts'
import type { OutputCheck, OutputFinding } from './check-outputs.ts'
import { claimsOf } from './claims.ts'
import { loadGroup } from './load.ts'
import { pieceOf } from './piece.ts'
import { releaseTexts } from './release-texts.ts'
import { languagesOfHouse, originalNames, type ReleaseGroup } from './sources.ts'
import { unreleasedIn } from './unreleased.ts'

/** What build says of a file, or what a rule does. */
export type CheckDiagnostic = Diagnostic<string>

/** What there is to say of a release and its translations: plain data, which a thread can tell. */
export interface GroupLook {
  readonly files: readonly string[]
  /** What build says, but for what its authors may answer. */
  readonly faults: readonly Diagnostic[]
  readonly findings: readonly CheckDiagnostic[]
  /** What is found in a layout of the press room's own; another group may have said it already. */
  readonly ofLayout: readonly OutputFinding[]
  /** The language of each release, with its file. */
  readonly languages: readonly (readonly [language: string, file: string])[]
  /** The texts that there is something to mend in, where that is wanted, with their files. */
  readonly texts: readonly (readonly [file: string, text: string])[]
}

/** What releases are looked at with. */
export interface GroupCheck {
  readonly room: PressRoom
  /** All releases of the press room. */
  readonly groups: readonly ReleaseGroup[]
  readonly now: Instant
  /** Whether the texts are wanted that there is something to mend in; memory does not grow with the others. */
  readonly fix: boolean
  readonly ruling: Ruling
  /** Nothing where outputs are not looked at. */
  readonly outputs: OutputCheck | undefined
  readonly answerOf: CheckedRelease['answerOf']
}

export type LookAt = (group: ReleaseGroup) => Promise<GroupLook>

/** A way to look at the releases of a press room, group by group, in any order. */
export function groupCheck({ room, groups, now, fix, ruling, outputs, answerOf }: GroupCheck): LookAt {
  const loading = { now, claims: claimsOf(groups), originals: () => originalNames(groups) }
  let kept: readonly Unreleased[] | undefined
  let usual: readonly string[] | undefined
  const texts = releaseTexts(room.root, groups)
  const surroundings = {
    room,
    now,
    ...texts,
    unreleased: (): readonly Unreleased[] => (kept ??= unreleasedIn(room, groups, now)),
    houseLanguages: (): readonly string[] => (usual ??= languagesOfHouse(groups, room.settings.language)),
    piece: pieceOf(room.root),
    answerOf,
  }
  return async (group) => {
    const loaded = await loadGroup(room, group, loading)
    const remarks = new Diagnostics()
    const faults: Diagnostic[] = []
    for (const { file, release, diagnostics } of loaded)
      for (const one of diagnostics)
        if (release !== undefined && one.file === file.path && mayBeAnswered(one)) remarks.add([one])
        else faults.push(one)
    const read = loaded.flatMap(({ release, resolved }) => (release ? [{ release, resolved }] : []))
    for (const { release } of read) texts.keep(release.source)
    const looked = await Promise.all(
      loaded.map(async ({ release, resolved }) => release && resolved && outputs?.look(resolved, release)),
    )
    const inOutputs = new Map(looked.flatMap((one, i) => (one ? [[loaded[i]?.release?.source, one.found]] : [])))
    for (const one of looked) faults.push(...(one?.said ?? []))
    const findings: CheckDiagnostic[] = []
    const languages: (readonly [string, string])[] = []
    for (const release of asChecked(read, surroundings)) {
      const { source, language } = release
      const said = remarks.all.filter(({ file }) => file === source.file)
      findings.push(...lintRelease(release, ruling, weighed(said, ruling.worth), inOutputs.get(source)))
      languages.push([language, source.file])
    }
    const mendable = [...findings, ...loaded.flatMap(({ diagnostics }) => diagnostics)]
    const mended = read.flatMap(({ release: { source } }) =>
      fix && isMendable(source.file, mendable) ? [[source.file, source.text] as const] : [],
    )
    const ofLayout = looked.flatMap((one) => one?.ofLayout ?? [])
    return { files: loaded.map(({ file }) => file.path), faults, findings, ofLayout, languages, texts: mended }
  }
}

/** Looks at one group after the other. */
export async function inTurn(groups: readonly ReleaseGroup[], lookAt: LookAt): Promise<readonly GroupLook[]> {
  const looks: GroupLook[] = []
  for (const group of groups) looks.push(await lookAt(group))
  return looks
}

/** Whether there is something to mend in a file. */
export const isMendable = (path: string, found: readonly CheckDiagnostic[]): boolean =>
  found.some(({ fix, file }) => fix !== undefined && file === path)

/** What build only remarks on may be right all the same; what keeps it from building is not. */
export const mayBeAnswered = ({ severity, position }: Diagnostic): boolean =>
  severity !== 'error' && position !== undefined
