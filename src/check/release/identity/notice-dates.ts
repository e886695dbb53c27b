import { wallClock } from '../../../calendar/zone.ts'
import { defineReleaseRule, inside } from '../rule.ts'

export const noticeDates = defineReleaseRule({
  code: 'notice-dates',
  severity: 'error',
  timeBound: true,
  summary: 'Let a correction and a withdrawal come after the release, and not after today',
  why: 'The notice says on which day the release was corrected or withdrawn, and newsrooms go by that day to find what they have printed. A day before the release, or one that has not come, is a slip.',
  rate: 'not measured: archives have no such fields; always an error',
  examples: {
    good: [
      '---\nheadline: Acme opens a plant\ndate: 2026-01-02\ncorrections:\n  - { date: 2026-01-02, text: It is in Turku. }\nwithdrawn: { date: 2026-11-24 }\n---\n\nText.\n',
    ],
    bad: {
      '---\nheadline: Acme opens a plant\ndate: 2026-01-02\nwithdrawn: { date: 2029-01-03 }\n---\n\nText.\n':
        '4:20 Withdrawal on a day that has not come',
      '---\nheadline: Acme opens a plant\ndate: 2026-01-02\ncorrections:\n  - { date: 2026-01-03, text: It is in Turku. }\n  - { date: 2025-01-04, text: It makes pumps. }\n---\n\nText.\n':
        '6:13 Correction before the release',
    },
  },
  check(release, report) {
    const { fields, timing, now, room } = release
    const today = wallClock(now, room.settings.timeZone ?? 'UTC').day
    const say = (what: string, day: string, path: readonly (string | number)[]): void => {
      const isEarly = day < timing.date
      if (!isEarly && day <= today) return
      report({
        message: `${what} ${isEarly ? 'before the release' : 'on a day that has not come'}`,
        hint: 'correct its date, or that of the release',
        at: inside(release, [...path, 'date']),
      })
    }
    for (const [i, { date }] of (fields.corrections ?? []).entries()) say('Correction', date, ['corrections', i])
    if (fields.withdrawn) say('Withdrawal', fields.withdrawn.date, ['withdrawn'])
  },
})
