import type { Severity } from '../../source/diagnostic.ts'
import type { SourceText } from '../../source/text.ts'
import { ignoresIn } from '../ignores.ts'
import type { Worth } from '../options.ts'
import { outputCodes, type OutputCode } from '../outputs.ts'
import { runRules, type FindingOf, type Rule } from '../rule.ts'
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

/**
 * Everything that the rules say of a release, and that build has `said`, which its author has not answered, in the order of its text; with
 * it what was found in its outputs, where they were looked at. Never throws.
 */
export const lintRelease = (
  release: CheckedRelease,
  ruling: Ruling,
  said: readonly ReleaseFinding[] = [],
  inOutputs?: readonly FindingOf<OutputCode>[],
): ReleaseFinding[] => {
  const found = [...said, ...run(ruling, 'release', release), ...(inOutputs ?? [])]
  return unanswered(release.source, release.prose.bodyStart, ruling, found, inOutputs ? outputCodes : [])
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
  const files = [room.settings, room.contacts, room.facts].flatMap((file) => file?.source ?? [])
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
        ...run(ruling, 'text', text),
      ]),
    ),
    ...elsewhere.filter(({ file }) => !texts.has(file)),
  ]
}

/** A release is a text too. */
const run = (ruling: Ruling, stage: 'text' | 'release', input: CheckedText | CheckedRelease): ReleaseFinding[] =>
  runRules(rulesFor(ruling, stage, input) as readonly Rule<typeof input>[], input, ruling.worth)

const chosen = new WeakMap<Ruling, Map<string, readonly AnyRule[]>>()

/** The rules that have anything to say of texts of one stage, language and kind: chosen once for all of them. */
function rulesFor(ruling: Ruling, stage: 'text' | 'release', input: CheckedText): readonly AnyRule[] {
  const byForm = chosen.get(ruling) ?? new Map<string, readonly AnyRule[]>()
  chosen.set(ruling, byForm)
  const form = `${stage} ${input.language} ${input.kind ?? ''}`
  const before = byForm.get(form)
  if (before) return before
  const stages = stage === 'text' ? ['text'] : ['text', 'release']
  const rules = stages.flatMap((one) => ruling.rules.filter((rule) => rule.stage === one && appliesTo(rule, input)))
  byForm.set(form, rules)
  return rules
}

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
