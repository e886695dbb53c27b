import { unknownRule } from '../check/ignores.ts'
import { readWorth, type Worth } from '../check/options.ts'
import { outputCodes } from '../check/outputs.ts'
import {
  asChecked,
  asText,
  lintRelease,
  lintRoom,
  silentIn,
  groups as ruleGroups,
  rules,
  type Answer,
  type AnyRule,
  type CheckedRelease,
  type CheckedRoom,
  type Ruling,
  type Unreleased,
  type YamlFile,
} from '../check/release/index.ts'
import { openPressRoom } from '../press-room/open.ts'
import { wallClock, type Instant } from '../calendar/zone.ts'
import type { PressRoom } from '../press-room/press-room.ts'
import { codes } from '../source/codes.ts'
import { Diagnostics, hasErrors, inReadingOrder, type Diagnostic } from '../source/diagnostic.ts'
import type { SourceText } from '../source/text.ts'
import { readYaml } from '../source/yaml.ts'
import { choose } from './choose.ts'
import { outputCheck } from './check-outputs.ts'
import { claimsOf } from './claims.ts'
import { faultsWithoutRoom } from './faults.ts'
import { loadGroup } from './load.ts'
import { mend, type Mended } from './mend.ts'
import { ownRulesIn } from './own-rules.ts'
import { pieceOf } from './piece.ts'
import { readSource, releaseTexts } from './release-texts.ts'
import { languagesOfHouse, originalNames, releasesIn } from './sources.ts'
import { unreleasedIn } from './unreleased.ts'

export interface CheckOptions {
  /** The moment that counts as now. */
  readonly now: Instant
  /** Only these releases, by their paths from the press room; a release comes with its translations. */
  readonly files?: readonly string[]
  /** Whether what can be mended safely is mended in the files. */
  readonly fix?: boolean
  /** The rules that it is held to; all of them and the press room's own where nothing is said. */
  readonly rules?: readonly AnyRule[]
  /** Rules beside these. */
  readonly more?: readonly AnyRule[]
  /** Whether the network is asked where links lead; `loopback` lets it ask the own machine, which tests do. */
  readonly online?: boolean | { readonly loopback: boolean }
}

/** What build says of a file, or what a rule does. */
export type CheckDiagnostic = Diagnostic<string>

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
 * and all that the rules have to say, of the releases and of what is made of them. Writes nothing but the cache of layouts unless it is
 * to mend. Throws only what the disk throws.
 */
export async function checkPressRoom(root: string, options: CheckOptions): Promise<CheckReport> {
  const answers = new Map<string, Answer>()
  if (options.online) await askAround(root, options, answers)
  const counts = new Map<string, number>()
  for (let round = 0; ; round++) {
    const { texts, ...report } = await look(root, options, options.online ? (url) => answers.get(url) : undefined)
    const mended = options.fix && round < mostRounds ? mend(root, texts, report.diagnostics) : []
    for (const { file, count } of mended) counts.set(file, (counts.get(file) ?? 0) + count)
    if (mended.length === 0) return { ...report, mended: [...counts].map(([file, count]) => ({ file, count })) }
  }
}

/** Lets the rules look once, and asks where the links lead that they wanted to know of. */
async function askAround(root: string, options: CheckOptions, answers: Map<string, Answer>): Promise<void> {
  const wanted = new Set<string>()
  await look(root, options, (url) => void wanted.add(url))
  if (wanted.size === 0) return
  const { baseUrl } = (await openPressRoom(root)).value?.settings ?? {}
  const { whereLinksLead } = await import('./links.ts')
  const asking = {
    own: baseUrl === undefined ? undefined : new URL(baseUrl).hostname,
    loopback: typeof options.online === 'object' && options.online.loopback,
  }
  for (const [url, answer] of await whereLinksLead(root, wanted, options.now, asking)) answers.set(url, answer)
}

type Look = Omit<CheckReport, 'mended'> & { readonly texts: ReadonlyMap<string, string> }

async function look(
  root: string,
  { now, files, rules: given, more = [], online = false }: CheckOptions,
  answerOf: CheckedRelease['answerOf'],
): Promise<Look> {
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
  const shared = files === undefined || hasErrors(diagnostics)
  if (shared) faults.add(diagnostics)
  const findings: CheckDiagnostic[] = []
  const checked: string[] = []
  const languages = new Set<string>()
  const settings = settingsFile(root)
  const taken = [...rules, ...more].map(({ code }) => code)
  const own = ownRulesIn(root, [...taken, ...outputCodes])
  const chosenRules = [...(given ?? [...rules, ...own.rules]), ...more]
  const known = [...taken, ...own.rules.map(({ code }) => code), ...outputCodes]
  const { worth, faults: unsound } = worthIn(settings, room, chosenRules, known)
  const offline = online ? [] : ruleGroups.online.map(({ code }): string => code)
  const ruling: Ruling = {
    rules: chosenRules,
    worth,
    known: [...known, ...Object.keys(codes)],
    ran: [
      ...chosenRules
        .map(({ code }) => code)
        .filter((code) => worth.get(code)?.severity !== 'off' && !offline.includes(code)),
      ...Object.keys(codes),
    ],
  }
  faults.add(own.diagnostics)
  const outputs = given ? undefined : await outputCheck(room, worth)
  if (outputs && (shared || !outputs.value)) faults.add(outputs.diagnostics)
  const keep = (source: SourceText, found: readonly CheckDiagnostic[]): void => {
    // Only the texts that there is something to mend in: memory does not grow with the others.
    if (found.some(({ fix, file }) => fix && file === source.file)) texts.set(source.file, source.text)
    findings.push(...found)
  }
  let kept: readonly Unreleased[] | undefined
  const unreleased = (): readonly Unreleased[] => (kept ??= unreleasedIn(room, groups, now))
  let usual: readonly string[] | undefined
  const houseLanguages = (): readonly string[] => (usual ??= languagesOfHouse(groups, room.settings.language))
  const surroundings = {
    room,
    now,
    ...releaseTexts(root, groups),
    unreleased,
    houseLanguages,
    piece: pieceOf(root),
    answerOf,
  }
  for (const group of chosen.value) {
    const loaded = await loadGroup(room, group, loading)
    const remarks = new Diagnostics()
    for (const { file, release, diagnostics: own } of loaded) {
      checked.push(file.path)
      const isRemark = (one: Diagnostic): boolean =>
        release !== undefined && one.file === file.path && mayBeAnswered(one)
      remarks.add(own.filter(isRemark))
      faults.add(own.filter((one) => !isRemark(one)))
    }
    const read = loaded.flatMap(({ release, resolved }) => (release ? [{ release, resolved }] : []))
    const looked = await Promise.all(
      loaded.map(async ({ release, resolved }) => release && resolved && outputs?.value?.(resolved, release)),
    )
    const inOutputs = new Map(looked.flatMap((one, i) => (one ? [[loaded[i]?.release?.source, one.found]] : [])))
    for (const one of looked) {
      faults.add(one?.said ?? [])
      findings.push(...(one?.ofLayout ?? []))
    }
    for (const release of asChecked(read, surroundings)) {
      const said = remarks.all.filter(({ file }) => file === release.source.file)
      keep(release.source, lintRelease(release, ruling, said, inOutputs.get(release.source)))
      if (!languages.has(release.language)) findings.push(...strange(release, { ...ruling, rules: given ?? rules }))
      languages.add(release.language)
    }
    for (const { release, diagnostics: own } of loaded)
      if (release && own.some(({ fix }) => fix)) texts.set(release.source.file, release.source.text)
  }
  if (shared && settings) {
    const sources = roomSources(root, room, now, settings, answerOf)
    const shown = [settings, sources.contacts, sources.facts, ...sources.boilerplate].flatMap((one) => one ?? [])
    const names = new Set(shown.map(({ source }) => source.file))
    const said = faults.take((one) => names.has(one.file) && mayBeAnswered(one))
    const found = lintRoom(sources, ruling, said)
    for (const { source } of shown)
      keep(
        source,
        found.filter(({ file }) => file === source.file),
      )
  }
  return {
    files: checked,
    texts,
    diagnostics: inReadingOrder<CheckDiagnostic>([...faults.all, ...unsound, ...findings]),
  }
}

/** What build only remarks on may be right all the same; what keeps it from building is not. */
const mayBeAnswered = ({ severity, position }: Diagnostic): boolean => severity !== 'error' && position !== undefined

/** Says of the first release in a language which rules do not know it. */
function strange({ language, source }: CheckedRelease, ruling: Ruling): CheckDiagnostic[] {
  const silent = silentIn(language, ruling)
  if (silent.length === 0) return []
  const message = `${silent.length} rules do not know the language "${language}" and say nothing of it`
  return [
    { code: 'unknown-language', severity: 'info', message, hint: `they are ${silent.join(', ')}`, file: source.file },
  ]
}

function yamlFile(root: string, path: string): YamlFile | undefined {
  const source = readSource(root, path)
  const yaml = source && readYaml(source).value
  return source && yaml ? { source, yaml } : undefined
}

const settingsFile = (root: string): YamlFile | undefined => yamlFile(root, 'press.yaml')

/** What releases share, as rules see it. */
function roomSources(
  root: string,
  room: PressRoom,
  now: Instant,
  settings: YamlFile,
  answerOf: CheckedRelease['answerOf'],
): CheckedRoom {
  return {
    source: settings.source,
    room,
    now,
    today: wallClock(now, room.settings.timeZone ?? 'UTC').day,
    settings,
    contacts: yamlFile(root, 'templates/contacts.yaml'),
    facts: yamlFile(root, 'templates/facts.yaml'),
    boilerplate: room.names.boilerplate.flatMap((id) => room.boilerplate(id).map((one) => asText(one, room, answerOf))),
  }
}

/** What press.yaml says of rules, and what of it no rule understands. */
function worthIn(settings: YamlFile | undefined, room: PressRoom, run: readonly AnyRule[], known: readonly string[]) {
  const worth = new Map<string, Worth>()
  const faults: CheckDiagnostic[] = []
  const say = (
    path: readonly string[],
    fault: { code: CheckDiagnostic['code']; message: string; hint: string },
  ): void => {
    if (!settings) return
    const [start, end] = settings.yaml.keyAt(['check', ...path])
    const position = settings.source.between(start, end)
    faults.push({ ...fault, severity: 'warning', file: settings.source.file, position })
  }
  for (const [name, said] of Object.entries(room.settings.check)) {
    const rule = run.find(({ code }) => code === name)
    if (!rule && !known.includes(name)) say([name], unknownRule(name, known))
    if (!rule && !(outputCodes as readonly string[]).includes(name)) continue
    const read = readWorth(name, said, rule?.options ?? {})
    worth.set(name, read.worth)
    for (const { path, message, hint } of read.faults) say(path, { code: 'unknown-rule', message, hint })
  }
  return { worth, faults }
}
