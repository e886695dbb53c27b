import { wallClock } from '../../../calendar/zone.ts'
import { defineReleaseRule, inside } from '../rule.ts'

const day = 86_400_000

export const embargoEnded = defineReleaseRule({
  code: 'embargo-ended',
  severity: 'warning',
  timeBound: true,
  summary: 'Give an embargo that is still to end, and ends when the release goes out',
  why: 'An embargo alone decides when a release turns public. A draft whose embargo has ended is public at once when `draft` is taken away, and one that ends long before the date, most often with last year’s number in January, lets the release out with a date that is still to come.',
  rate: 'not measured: archives have no such field',
  examples: {
    good: [
      '---\nheadline: Acme opens a plant\ndate: 2026-01-02\nembargo: 2026-01-02 09:00 Europe/Helsinki\n---\n\nSent long ago.\n',
      '---\nheadline: Acme opens a plant\ndate: 2026-12-02\nembargo: 2026-12-01 22:30 Europe/London\n---\n\nFor the papers of the next day.\n',
      '---\nheadline: Acme opens a plant\ndate: 2026-12-02\ndraft: true\nembargo: 2026-12-02 09:00 Europe/Helsinki\n---\n\nStill to come.\n',
    ],
    bad: {
      '---\nheadline: Acme opens a plant\ndate: 2026-11-24\ndraft: true\nembargo: 2026-11-24 09:00 Europe/Helsinki\n---\n\nText.\n':
        '5:10 The embargo of this draft has ended',
      '---\nheadline: Acme opens a plant\ndate: 2027-01-05\nembargo: 2026-01-05 09:00 Europe/Helsinki\n---\n\nText.\n':
        '4:10 The embargo ends 365 days before the date of the release',
    },
  },
  check(release, report) {
    const { fields, timing, now, room } = release
    const { embargo, date, draft } = timing
    if (fields.embargo === undefined || !embargo) return
    const at = inside(release, ['embargo'])
    const here = wallClock(embargo.instant, room.settings.timeZone ?? 'UTC').day
    const ends = here > embargo.day ? here : embargo.day
    const early = Math.round((Date.parse(date) - Date.parse(ends)) / day)
    if (early > 1) {
      const message = `The embargo ends ${early} days before the date of the release`
      report({ message, hint: 'correct `embargo`, or `date`', at })
    } else if (draft && embargo.instant <= now) {
      const hint = 'set a new one, or take it away: without `draft` the release is public at once'
      report({ message: 'The embargo of this draft has ended', hint, at })
    }
  },
})
