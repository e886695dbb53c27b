import { defineReleaseRule, type AnyRule } from '../release/rule.ts'
import { rules } from '../release/rules.ts'
import type { CheckRule, RuleInput } from './check-rule.ts'

/** The rules of a program as some of ours. Throws a RangeError for a name that is taken. */
export function moreRules(own: readonly CheckRule[]): AnyRule[] {
  const taken = new Set<string>(rules.map(({ code }) => code))
  for (const { code } of own) {
    if (taken.has(code)) throw new RangeError(`there is a rule "${code}" already`)
    taken.add(code)
  }
  return own.map(ruleOfProgram)
}

function ruleOfProgram(rule: CheckRule): AnyRule {
  const { code, severity = 'warning', languages } = rule
  return defineReleaseRule({
    code,
    severity,
    summary: code,
    why: '',
    rate: 'not measured',
    ...(languages && { languages }),
    examples: { good: [], bad: {} },
    check(release, report) {
      const { source, prose, tag, kind, date, contacts, yaml, now } = release
      const input: RuleInput = {
        file: source.file,
        text: source.text,
        bodyStart: prose.bodyStart,
        prose: prose.text,
        spoken: prose.spoken,
        language: tag,
        kind,
        date,
        contacts,
        fields: Object.freeze({ ...(yaml.value as Readonly<Record<string, unknown>> | undefined) }),
        now,
      }
      rule.check(input, ({ start, end, fix, ...finding }) =>
        report({ ...finding, at: [start, end], ...(fix !== undefined && { fix: { start, end, text: fix } }) }),
      )
    },
  })
}
