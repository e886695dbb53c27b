import { wallClock } from '../../../calendar/zone.ts'
import { defineReleaseRule, inside } from '../rule.ts'

export const draftDate = defineReleaseRule({
  code: 'draft-date',
  severity: 'info',
  timeBound: true,
  summary: 'Give a draft the day on which it will go out',
  why: 'When `draft` is taken away, a release whose day has passed is public at once, with an old date on it and the contacts and figures of that day.',
  rate: 'not measured: archives hold no drafts',
  examples: {
    good: [
      '---\nheadline: Acme opens a plant\ndate: 2026-11-24\ndraft: true\n---\n\nText.\n',
      '---\nheadline: Acme opens a plant\ndate: 2026-01-02\n---\n\nText.\n',
    ],
    bad: {
      '---\nheadline: Acme opens a plant\ndate: 2026-11-23\ndraft: true\n---\n\nText.\n':
        '3:7 The day of this draft has passed',
    },
  },
  check(release, report) {
    const { fields, timing, now, room } = release
    if (fields.date === undefined || !timing.draft || timing.embargo) return
    if (timing.date < wallClock(now, room.settings.timeZone ?? 'UTC').day)
      report({
        message: 'The day of this draft has passed',
        hint: 'set `date` to the day on which it will go out',
        at: inside(release, ['date']),
      })
  },
})
