import {
  asChecked,
  lintReleases,
  type CheckedRelease,
  type Lintable,
  type Ruling,
  type Unreleased,
} from '../check/release/index.ts'
import { weighed } from '../check/options.ts'
import type { Instant } from '../calendar/zone.ts'
import type { PressRoom } from '../press-room/press-room.ts'
import { Diagnostics, type Diagnostic } from '../source/diagnostic.ts'
import type { SourceText } from '../source/text.ts'
import type { Looked, OutputCheck, OutputFinding } from './check-outputs.ts'
import { claimsOf } from './claims.ts'
import type { ReleaseGroup } from './listed.ts'
import { readGroup, resolveGroup, type LoadedRelease } from './load.ts'
import { pieceOf } from './piece.ts'
import { releaseTexts } from './release-texts.ts'
import { sideBySide } from './side-by-side.ts'
import { languagesOfHouse, originalNames } from './sources.ts'

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
  /** Those that the public may not see yet. */
  readonly unreleased: () => readonly Unreleased[]
  readonly answerOf: CheckedRelease['answerOf']
}

export type LookAt = (groups: readonly ReleaseGroup[]) => Promise<readonly GroupLook[]>

/** A way to look at releases of a press room, some at a time and in any order. */
export function groupCheck({ room, groups, now, fix, ruling, outputs, unreleased, answerOf }: GroupCheck): LookAt {
  const loading = { now, claims: claimsOf(groups), originals: () => originalNames(groups) }
  let usual: readonly string[] | undefined
  const texts = releaseTexts(room.root, groups)
  const surroundings = {
    room,
    now,
    ...texts,
    unreleased,
    houseLanguages: (): readonly string[] => (usual ??= languagesOfHouse(groups, room.settings.language)),
    piece: pieceOf(room.root),
    answerOf,
  }

  const load = async (portion: readonly ReleaseGroup[]): Promise<readonly (readonly LoadedRelease[])[]> => {
    const read = portion.map((group) => [group, readGroup(room, group)] as const)
    const loaded: (readonly LoadedRelease[])[] = []
    for (const [group, files] of read) loaded.push(await resolveGroup(room, group, files, loading))
    return loaded
  }

  /** A release and its translations as the rules see them, with what build and their outputs say. */
  const sight = (loaded: readonly LoadedRelease[], inOutputs: ReadonlyMap<SourceText, Looked>): Sight => {
    const remarks = new Diagnostics()
    const faults: Diagnostic[] = []
    for (const { file, release, diagnostics } of loaded)
      for (const one of diagnostics)
        if (release !== undefined && one.file === file.path && mayBeAnswered(one)) remarks.add([one])
        else faults.push(one)
    const read = loaded.flatMap(({ release, resolved }) => (release ? [{ release, resolved }] : []))
    const looked = read.flatMap(({ release }) => inOutputs.get(release.source) ?? [])
    for (const { said } of looked) faults.push(...said)
    const wanted = asChecked(read, surroundings).map((release) => {
      const said = remarks.all.filter(({ file }) => file === release.source.file)
      return { release, said: weighed(said, ruling.worth), inOutputs: inOutputs.get(release.source)?.found }
    })
    return { loaded, faults, wanted, ofLayout: looked.flatMap((one) => one.ofLayout) }
  }

  const lookOf = ({ loaded, faults, wanted, ofLayout }: Sight, findings: readonly CheckDiagnostic[]): GroupLook => {
    const mendable = [...findings, ...loaded.flatMap(({ diagnostics }) => diagnostics)]
    const texts = loaded.flatMap(({ release }) =>
      release && fix && isMendable(release.source.file, mendable)
        ? [[release.source.file, release.source.text] as const]
        : [],
    )
    const languages = wanted.map(({ release }) => [release.language, release.source.file] as const)
    return { files: loaded.map(({ file }) => file.path), faults, findings, ofLayout, languages, texts }
  }

  return async (groups) => {
    const looks: GroupLook[] = []
    for (const portion of sideBySide(groups)) {
      const loaded = await load(portion)
      for (const { release } of loaded.flat()) if (release) texts.keep(release.source)
      const whole = loaded
        .flat()
        .flatMap(({ release, resolved }) => (release && resolved ? [{ release, resolved }] : []))
      const inOutputs = (await outputs?.look(whole)) ?? new Map<SourceText, Looked>()
      const sights = loaded.map((group) => sight(group, inOutputs))
      const findings = lintReleases(
        sights.flatMap(({ wanted }) => wanted),
        ruling,
      )
      let at = 0
      for (const one of sights) looks.push(lookOf(one, findings.slice(at, (at += one.wanted.length)).flat()))
    }
    return looks
  }
}

/** A release and its translations on their way. */
interface Sight {
  readonly loaded: readonly LoadedRelease[]
  readonly faults: readonly Diagnostic[]
  readonly wanted: readonly Lintable[]
  readonly ofLayout: readonly OutputFinding[]
}

/** Whether there is something to mend in a file. */
export const isMendable = (path: string, found: readonly CheckDiagnostic[]): boolean =>
  found.some(({ fix, file }) => fix !== undefined && file === path)

/** What build only remarks on may be right all the same; what keeps it from building is not. */
export const mayBeAnswered = ({ severity, position }: Diagnostic): boolean =>
  severity !== 'error' && position !== undefined
