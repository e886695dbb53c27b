import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { lintRelease, rules, unknownRule, type ReleaseFinding } from '../check/release/index.ts'
import { openPressRoom } from '../press-room/open.ts'
import type { Instant } from '../calendar/zone.ts'
import { Diagnostics, hasErrors, inReadingOrder, type Diagnostic } from '../source/diagnostic.ts'
import { sourceText } from '../source/text.ts'
import { readYaml } from '../source/yaml.ts'
import { choose } from './choose.ts'
import { claimsOf } from './claims.ts'
import { faultsWithoutRoom } from './faults.ts'
import { loadGroup } from './load.ts'
import { mend, type Mended } from './mend.ts'
import { originalIn, originalNames, releasesIn } from './sources.ts'

export interface CheckOptions {
  /** The moment that counts as now. */
  readonly now: Instant
  /** Only these releases, by their paths from the press room; a release comes with its translations. */
  readonly files?: readonly string[]
  /** Whether what can be mended safely is mended in the files. */
  readonly fix?: boolean
}

/** What build says of a file, or what a rule does. */
export type CheckDiagnostic = Diagnostic<Diagnostic['code'] | ReleaseFinding['code']>

export interface CheckReport {
  /** The releases that were looked at, by their paths from the press room. */
  readonly files: readonly string[]
  /** In the order of the files, and of their text. */
  readonly diagnostics: readonly CheckDiagnostic[]
  /** What was mended, by file. */
  readonly mended: readonly Mended[]
}

/** A mend may make room for another one; more rounds than this there never are. */
const mostRounds = 5

/**
 * Looks at a press room and its releases as a good press officer would before they go out: all that keeps them from being built,
 * and all that the rules have to say. Writes nothing unless it is to mend. Throws only what the disk throws.
 */
export async function checkPressRoom(root: string, options: CheckOptions): Promise<CheckReport> {
  const counts = new Map<string, number>()
  for (let round = 0; ; round++) {
    const { texts, ...report } = await look(root, options)
    const mended = options.fix && round < mostRounds ? mend(root, texts, report.diagnostics) : []
    for (const { file, count } of mended) counts.set(file, (counts.get(file) ?? 0) + count)
    if (mended.length === 0) return { ...report, mended: [...counts].map(([file, count]) => ({ file, count })) }
  }
}

type Look = Omit<CheckReport, 'mended'> & { readonly texts: ReadonlyMap<string, string> }

async function look(root: string, { now, files }: CheckOptions): Promise<Look> {
  const texts = new Map<string, string>()
  const { value: room, diagnostics } = await openPressRoom(root)
  if (!room) {
    const noRoom = diagnostics.some(({ code }) => code === 'missing-settings')
    return { files: [], texts, diagnostics: [...diagnostics, ...(noRoom ? [] : await faultsWithoutRoom(root))] }
  }
  const listed = await releasesIn(root)
  const chosen = listed.value ? await choose(listed.value, files, root) : listed
  if (!listed.value || !chosen.value) return { files: [], texts, diagnostics: [...diagnostics, ...chosen.diagnostics] }
  const groups = listed.value
  const loading = { now, claims: claimsOf(groups), originals: () => originalNames(groups) }
  const faults = new Diagnostics()
  if (files === undefined || hasErrors(diagnostics)) faults.add(diagnostics)
  const findings: ReleaseFinding[] = []
  const checked: string[] = []
  const house = { houseContacts: room.settings.house.contact, worth: room.settings.check }
  for (const group of chosen.value) {
    const loaded = await loadGroup(room, group, loading)
    const original = originalIn(group.files)
    const date = loaded.find(({ file }) => file === original)?.release?.date
    for (const { file, release, diagnostics: own } of loaded) {
      checked.push(file.path)
      faults.add(own)
      const isOriginal = original === undefined || file === original
      if (!release) continue
      const found = lintRelease(release, { ...house, date: release.date ?? date, isOriginal })
      // Only the texts that there is something to mend in: memory does not grow with the others.
      if ([...own, ...found].some(({ fix }) => fix)) texts.set(file.path, release.source.text)
      findings.push(...found)
    }
  }
  return {
    files: checked,
    texts,
    diagnostics: inReadingOrder<CheckDiagnostic>([...faults.all, ...unknownRules(root, house.worth), ...findings]),
  }
}

/** The names in `check` of press.yaml that no rule has. */
function unknownRules(root: string, worth: Readonly<Record<string, unknown>>): CheckDiagnostic[] {
  const known: readonly string[] = rules.map(({ code }) => code)
  const unknown = Object.keys(worth).filter((name) => !known.includes(name))
  if (unknown.length === 0) return []
  const source = sourceText('press.yaml', readFileSync(join(root, 'press.yaml'), 'utf8'))
  const yaml = readYaml(source).value
  return unknown.map((name) => {
    const span = yaml?.keyAt(['check', name]) ?? [0, 0]
    const position = source.between(span[0], span[1])
    return { ...unknownRule(name, known), severity: 'warning', file: source.file, position }
  })
}
