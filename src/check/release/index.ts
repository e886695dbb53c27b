import type { Severity } from '../../source/diagnostic.ts'
import type { Release } from '../../release/read.ts'
import type { Day } from '../../calendar/day.ts'
import { runRule, type FindingOf } from '../rule.ts'
import { ignoresIn, type IgnoreFault } from './ignores.ts'
import { proseOf } from './prose.ts'
import { appliesTo, type CheckedRelease, type ReleaseRule } from './rule.ts'
import { rules, type ReleaseCode } from './rules.ts'

export { rules, type ReleaseCode } from './rules.ts'
export type { ReleaseRule } from './rule.ts'
export { unknownRule } from './ignores.ts'

export type ReleaseFinding = FindingOf<ReleaseCode | IgnoreFault['code']>

/** What stands around a release that a rule has to know. */
export interface Surroundings {
  readonly date: Day | undefined
  readonly isOriginal: boolean
  /** The contacts of a release that names none. */
  readonly houseContacts: readonly string[]
  /** What rules are worth in this press room, where it is not what they say themselves. */
  readonly worth: Readonly<Record<string, 'off' | Severity>>
}

/** A release as the rules see it. */
export function asChecked(release: Release, { date, isOriginal, houseContacts }: Surroundings): CheckedRelease {
  const { source, fields, yaml, language, bodyStart } = release
  const prose = proseOf(source.text, bodyStart)
  return {
    source,
    fields,
    yaml,
    language: language.split('-')[0] ?? language,
    kind: fields.kind ?? 'press-release',
    date,
    isOriginal,
    contacts: fields.contacts ?? houseContacts,
    prose,
  }
}

/** What one rule says of a release. */
export const runReleaseRule = <Code extends string>(
  rule: ReleaseRule<Code>,
  release: CheckedRelease,
): FindingOf<Code>[] => (appliesTo(rule, release) ? runRule(rule, release) : [])

/** Everything that the rules say of a release and that its author has not answered, in the order of its text. Never throws. */
export function lintRelease(release: Release, surroundings: Surroundings): ReleaseFinding[] {
  const checked = asChecked(release, surroundings)
  const { source, bodyStart } = release
  const ignores = ignoresIn(
    source,
    bodyStart,
    rules.map(({ code }) => code),
  )
  const worth = new Map(Object.entries(surroundings.worth))
  const findings: ReleaseFinding[] = rules
    .filter(({ code }) => worth.get(code) !== 'off')
    .flatMap((rule) => runReleaseRule<ReleaseCode>(rule, checked).map((found) => weighed(found, worth.get(rule.code))))
    .filter(({ code, position }) => !position || !ignores.covers(code, [position.start.offset, position.end.offset]))
  for (const { code, message, hint, at } of ignores.faults())
    findings.push({
      code,
      severity: 'warning',
      message,
      hint,
      file: source.file,
      position: source.between(at[0], at[1]),
    })
  return findings.sort((a, b) => (a.position?.start.offset ?? 0) - (b.position?.start.offset ?? 0))
}

/** A finding with the severity that the press room gives its rule. */
const weighed = <F extends { readonly severity: Severity }>(found: F, worth: 'off' | Severity | undefined): F =>
  worth === undefined || worth === 'off' ? found : { ...found, severity: worth }
