import type { Severity } from '../../source/diagnostic.ts'
import { onceForKey } from '../../source/once.ts'
import type { SourceText } from '../../source/text.ts'
import { ignoresIn } from '../ignores.ts'
import type { Worth } from '../options.ts'
import { outputCodes, type OutputCode } from '../outputs.ts'
import { runRules, runRulesOnEach, type FindingOf, type Rule } from '../rule.ts'
import { appliesTo, type AnyRule, type CheckedRelease, type CheckedRoom, type CheckedText } from './rule.ts'

export { asChecked, asText } from './checked.ts'
export type { Answer } from './online/answer.ts'
export { groups, rules } from './rules.ts'
export type { AnyRule, CheckedRelease, CheckedRoom, Unreleased, YamlFile } from './rule.ts'

/** What a rule says, or what is wrong with the answer to one; its code may be the name of a press room's own rule. */
export type ReleaseFinding = FindingOf<string>

/** The rules that a press room is held to, and what they are worth to it. */
export interface Ruling {
  readonly rules: readonly AnyRule[]
  readonly worth: ReadonlyMap<string, Worth>
  /** The names of all that may be answered: the rules that there are, and what build says. */
  readonly known: readonly string[]
  /** Of these the names of what may have spoken up this time: an answer to any other may have been needed, or be needed yet. */
  readonly ran: readonly string[]
}

/** A release to be held to the rules. */
export interface Lintable {
  readonly release: CheckedRelease
  /** What build has said of it, as press.yaml wants it weighed. */
  readonly said?: readonly ReleaseFinding[]
  /** What was found in its outputs, where they were looked at. */
  readonly inOutputs?: readonly FindingOf<OutputCode>[] | undefined
}

/**
 * Everything that the rules say of releases, and that build and their outputs do, which their authors have not answered: for each in the
 * order of its text. Never throws.
 */
export function lintReleases(wanted: readonly Lintable[], ruling: Ruling): ReleaseFinding[][] {
  const ofRules = new Map<CheckedRelease, readonly ReleaseFinding[]>()
  const byRules = new Map<readonly AnyRule[], CheckedRelease[]>()
  for (const { release } of wanted) {
    const rules = rulesFor(ruling, 'release', release)
    const alike = byRules.get(rules)
    if (alike) alike.push(release)
    else byRules.set(rules, [release])
  }
  for (const [rules, alike] of byRules) {
    const found = runRulesOnEach(rules as readonly Rule<CheckedRelease>[], alike, ruling.worth)
    for (const [i, release] of alike.entries()) ofRules.set(release, found[i] ?? [])
  }
  return wanted.map(({ release, said = [], inOutputs }) => {
    const found = [...said, ...(ofRules.get(release) ?? []), ...(inOutputs ?? [])]
    return unanswered(release.source, release.prose.bodyStart, ruling, found, inOutputs ? outputCodes : [])
  })
}

/** The rules that have nothing to say in a language, since they do not know it; a rule of one language is about that language. */
export const silentIn = (language: string, { rules, worth }: Ruling): string[] =>
  rules
    .filter(
      ({ languages = [], code }) =>
        languages.length > 1 && !languages.includes(language) && worth.get(code)?.severity !== 'off',
    )
    .map(({ code }) => code)

/** Everything that the rules say of what releases share, and that build has `said` of it, which nobody has answered. */
export function lintRoom(room: CheckedRoom, ruling: Ruling, said: readonly ReleaseFinding[] = []): ReleaseFinding[] {
  const ofRoom = ruling.rules.filter((rule) => rule.stage === 'room')
  const found = [...said, ...runRules<CheckedRoom, string>(ofRoom, room, ruling.worth)]
  const files = [room.settings, room.contacts, room.facts, ...room.locales].flatMap((file) => file?.source ?? [])
  const texts = new Map(room.boilerplate.map((text) => [text.source.file, text]))
  const elsewhere = found.filter(({ file }) => !files.some((source) => source.file === file))
  return [
    ...files.flatMap((source) =>
      unanswered(
        source,
        source.text.length,
        ruling,
        found.filter(({ file }) => file === source.file),
      ),
    ),
    ...[...texts.values()].flatMap((text) =>
      unanswered(text.source, text.prose.bodyStart, ruling, [
        ...elsewhere.filter(({ file }) => file === text.source.file),
        ...runRules(rulesFor(ruling, 'text', text) as readonly Rule<CheckedText>[], text, ruling.worth),
      ]),
    ),
    ...elsewhere.filter(({ file }) => !texts.has(file)),
  ]
}

/** The rules that have anything to say of texts of one stage, language and kind: chosen once for all of them. A release is a text too. */
const rulesFor = (ruling: Ruling, stage: 'text' | 'release', input: CheckedText): readonly AnyRule[] =>
  chosen(ruling, `${stage} ${input.language} ${input.kind ?? ''}`, stage, input)

const chosen = onceForKey((ruling: Ruling, _form: string, stage: 'text' | 'release', input: CheckedText) => {
  const stages = stage === 'text' ? ['text'] : ['text', 'release']
  return stages.flatMap((one) => ruling.rules.filter((rule) => rule.stage === one && appliesTo(rule, input)))
})

/** What of the findings in a file its author has not answered, and what is wrong with the answers, in the order of the file. */
function unanswered(
  source: SourceText,
  bodyStart: number,
  ruling: Ruling,
  found: readonly ReleaseFinding[],
  alsoRan: readonly OutputCode[] = [],
): ReleaseFinding[] {
  const ignores = ignoresIn(source, bodyStart, ruling.known)
  const left = found.filter(
    ({ code, file, position }) =>
      file !== source.file || !position || !ignores.covers(code, [position.start.offset, position.end.offset]),
  )
  const faults = ignores.faults([...ruling.ran, ...alsoRan]).map(({ code, message, hint, at }) => {
    const severity: Severity = 'warning'
    return { code, severity, message, hint, file: source.file, position: source.between(at[0], at[1]) }
  })
  return [...left, ...faults].sort((a, b) => (a.position?.start.offset ?? 0) - (b.position?.start.offset ?? 0))
}
