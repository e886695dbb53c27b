import { isDay, type Day } from '../../../calendar/day.ts'
import { readMoment } from '../../../calendar/moment.ts'
import type { Instant } from '../../../calendar/zone.ts'
import { defineReleaseRule, inside, type CheckedRelease } from '../rule.ts'

export const eventDates = defineReleaseRule({
  code: 'event-dates',
  severity: 'error',
  summary: 'Let an event end after it begins, and lie ahead of the release',
  why: 'An advisory asks people to come. A date before the release is most often left over from the advisory that this one was made from, or has last year’s number in January.',
  rate: 'not measured: archives have no such field; always an error',
  examples: {
    good: [
      '---\nheadline: Acme opens a plant\ndate: 2026-01-02\nkind: media-advisory\nevent: { starts: 2026-01-02 09:00 Europe/Helsinki, ends: 2026-01-02 10:00 Europe/Helsinki }\n---\n\nText.\n',
      '---\nheadline: Acme opens a plant\ndate: 2026-01-03\nevent: { starts: 2026-01-02, ends: 2026-01-08 }\n---\n\nIt goes on.\n',
    ],
    bad: {
      '---\nheadline: Acme opens a plant\ndate: 2026-01-02\nkind: media-advisory\nevent: { starts: 2025-01-14 09:00 Europe/Helsinki }\n---\n\nText.\n':
        '5:18 The event is over 353 days before the release',
      '---\nheadline: Acme opens a plant\ndate: 2026-01-02\nevent:\n  starts: 2026-01-14 11:00 Europe/Helsinki\n  ends: 2026-01-14 10:00 Europe/Helsinki\n---\n\nText.\n':
        '6:9 The event ends before it begins',
    },
  },
  check(release, report) {
    const { event } = release.fields
    if (!event || !release.date) return
    const [starts, ends] = [
      read(event.starts, release),
      event.ends === undefined ? undefined : read(event.ends, release),
    ]
    if (!starts || (event.ends !== undefined && !ends)) return
    if (ends && (ends.day < starts.day || isBefore(ends, starts))) {
      report({
        message: 'The event ends before it begins',
        hint: 'correct one of them',
        at: inside(release, ['event', 'ends']),
      })
      return
    }
    const days = Math.round((Date.parse(release.date) - Date.parse((ends ?? starts).day)) / 86_400_000)
    if (days <= 0) return
    const message = `The event is over ${days} ${days === 1 ? 'day' : 'days'} before the release`
    report({
      message,
      hint: 'correct its date, or that of the release',
      at: inside(release, ['event', ends ? 'ends' : 'starts']),
    })
  },
})

interface When {
  readonly day: Day
  readonly instant?: Instant
}

function read(typed: string, { room }: CheckedRelease): When | undefined {
  if (isDay(typed)) return { day: typed }
  const found = readMoment(typed, room.settings.timeZone)
  return 'moment' in found ? found.moment : undefined
}

const isBefore = (one: When, other: When): boolean =>
  one.instant !== undefined && other.instant !== undefined && one.instant < other.instant
