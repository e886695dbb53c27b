import {
  asText,
  lintRoom,
  rules,
  silentIn,
  type AnyRule,
  type CheckedRelease,
  type CheckedRoom,
  type Ruling,
  type YamlFile,
} from '../check/release/index.ts'
import { weighed } from '../check/options.ts'
import { wallClock, type Instant } from '../calendar/zone.ts'
import { openSoundPart } from '../press-room/open.ts'
import type { PressRoom } from '../press-room/press-room.ts'
import { Diagnostics, hasErrors, inReadingOrder } from '../source/diagnostic.ts'
import { once } from '../source/once.ts'
import type { CheckCrew } from './check-crew.ts'
import { groupCheck, isMendable, mayBeAnswered, type CheckDiagnostic } from './check-group.ts'
import { outputCheck } from './check-outputs.ts'
import { choose } from './choose.ts'
import { faultsWithoutRoom, isOfMaterial } from './faults.ts'
import { asOpened, filesOf } from './room-now.ts'
import { rulingOf, settingsFile, yamlFile } from './ruling.ts'
import { releasesIn } from './sources.ts'
import { mayBeKept, unreleasedIn } from './unreleased.ts'

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
  /** Whether the network is asked where links lead; tests let it ask the own machine, with a time of their own. */
  readonly online?: boolean | { readonly loopback: boolean; readonly seconds?: number }
}

/** What there is to say of a press room and its releases. */
export interface Look {
  /** The releases that were looked at, by their paths from the press room. */
  readonly files: readonly string[]
  /** In the order of the files, and of their text. */
  readonly diagnostics: readonly CheckDiagnostic[]
  /** The texts that there is something to mend in, where that is wanted, by file. */
  readonly texts: ReadonlyMap<string, string>
}

/** Looks once, with threads where there are any. */
export async function lookWith(
  crew: CheckCrew | undefined,
  root: string,
  { now, files, fix = false, rules: given, more = [], online = false }: CheckOptions,
  answerOf: CheckedRelease['answerOf'],
): Promise<Look> {
  const texts = new Map<string, string>()
  const { value: room, diagnostics } = await openSoundPart(root)
  if (!room) {
    const noRoom = diagnostics.some(({ code }) => code === 'missing-settings')
    return { files: [], texts, diagnostics: [...diagnostics, ...(noRoom ? [] : await faultsWithoutRoom(root))] }
  }
  const today = wallClock(now, room.settings.timeZone ?? 'UTC').day
  const kept = new Set<string>()
  const listed = await releasesIn(root, undefined, (path, frontMatter) => {
    if (mayBeKept(frontMatter, today)) kept.add(path)
  })
  const chosen = listed.value ? await choose(listed.value, files, root) : listed
  if (!listed.value || !chosen.value) return { files: [], texts, diagnostics: [...diagnostics, ...chosen.diagnostics] }
  const faults = new Diagnostics()
  const isWhole = files === undefined
  if (isWhole || hasErrors(diagnostics)) faults.add(diagnostics)
  if (isWhole) faults.add(listed.diagnostics)
  const { ruling, diagnostics: ofOwnRules, unsound } = rulingOf(room, given, more, online !== false)
  faults.add(ofOwnRules)
  const outputs = given || !diagnostics.every(isOfMaterial) ? undefined : await outputCheck(room, ruling.worth)
  if (outputs && (isWhole || !outputs.value)) faults.add(outputs.diagnostics)
  const groups = listed.value
  const unreleased = once(() => unreleasedIn(room, groups, now, kept))
  const lookAt = groupCheck({ room, groups, now, fix, ruling, outputs: outputs?.value, unreleased, answerOf })
  const looks = crew
    ? await crew.look({ files: filesOf(asOpened(room, diagnostics)), groups, unreleased: unreleased() }, lookAt)
    : await lookAt(chosen.value)
  outputs?.value?.keep()
  const findings: CheckDiagnostic[] = []
  const languages = new Set<string>()
  const toldOfLayout = new Set<string>()
  for (const one of looks) {
    faults.add(one.faults)
    for (const finding of one.ofLayout) {
      const key = `${finding.code} ${finding.message}`
      if (!toldOfLayout.has(key)) findings.push(finding)
      toldOfLayout.add(key)
    }
    findings.push(...one.findings)
    for (const [language, file] of one.languages) {
      if (!languages.has(language)) findings.push(...strange(language, file, { ...ruling, rules: given ?? rules }))
      languages.add(language)
    }
    for (const [file, text] of one.texts) texts.set(file, text)
  }
  const settings = settingsFile(root)
  if (isWhole && settings) {
    const sources = roomSources(root, room, now, settings, answerOf)
    const shown = [settings, sources.contacts, sources.facts, ...sources.locales, ...sources.boilerplate].flatMap(
      (one) => one ?? [],
    )
    const names = new Set(shown.map(({ source }) => source.file))
    const said = faults.take((one) => names.has(one.file) && mayBeAnswered(one))
    const found = lintRoom(sources, ruling, weighed(said, ruling.worth))
    findings.push(...found.filter(({ file }) => names.has(file)))
    for (const { source } of shown) if (fix && isMendable(source.file, found)) texts.set(source.file, source.text)
  }
  return {
    files: looks.flatMap((one) => one.files),
    texts,
    diagnostics: inReadingOrder<CheckDiagnostic>([...weighed(faults.all, ruling.worth), ...unsound, ...findings]),
  }
}

/** Says of the first release in a language which rules do not know it. */
function strange(language: string, file: string, ruling: Ruling): CheckDiagnostic[] {
  const silent = silentIn(language, ruling)
  if (silent.length === 0) return []
  const isOne = silent.length === 1
  const message = isOne
    ? `1 rule does not know the language "${language}" and says nothing of it`
    : `${silent.length} rules do not know the language "${language}" and say nothing of it`
  const hint = isOne ? `it is ${silent[0]}` : `they are ${silent.join(', ')}`
  return [{ code: 'unknown-language', severity: 'info', message, hint, file }]
}

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
    locales: [...room.known.keys()]
      .filter((path) => /^templates\/locales\/[^/]+\.ya?ml$/.test(path))
      .flatMap((path) => yamlFile(root, path) ?? []),
    boilerplate: room.names.boilerplate.flatMap((id) => room.boilerplate(id).map((one) => asText(one, room, answerOf))),
  }
}
