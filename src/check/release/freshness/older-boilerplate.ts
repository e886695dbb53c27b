import { wallClock } from '../../../calendar/zone.ts'
import { boilerplateOn } from '../../../press-room/boilerplate.ts'
import { matchesIn } from '../../../source/matches.ts'
import { defineReleaseRule, inside } from '../rule.ts'

export const olderBoilerplate = defineReleaseRule({
  code: 'older-boilerplate',
  severity: 'warning',
  timeBound: true,
  summary: 'Let a release that is still to come have the newest About text',
  why: 'A boilerplate is that of the release’s day. A draft whose day has passed takes the text of that day, and goes out with it although there is a newer one.',
  rate: 'not measured: archives hold no drafts',
  examples: {
    good: [
      '=== templates/boilerplate/about.md\n---\ntitle: About Acme\n---\n\nText.\n=== templates/boilerplate/about/2026-10-01.md\n---\ntitle: About Acme\n---\n\nText.\n=== releases/2026-09-02-x.md\n---\nheadline: Acme opens a plant\ndate: 2026-09-02\nboilerplate: [about]\n---\n\nSent long ago.\n=== releases/2026-11-02-y.md\n---\nheadline: Acme opens a plant\ndate: 2026-11-02\ndraft: true\nboilerplate: [about]\n---\n\nText.\n',
    ],
    bad: {
      '=== templates/boilerplate/about.md\n---\ntitle: About Acme\n---\n\nText.\n=== templates/boilerplate/about/2026-10-01.md\n---\ntitle: About Acme\n---\n\nText.\n=== releases/2026-09-02-x.md\n---\nheadline: Acme opens a plant\ndate: 2026-09-02\ndraft: true\nboilerplate: [about]\n---\n\nText.\n':
        'releases/2026-09-02-x.md:3:7 "about" has a newer text, of 2026-10-01',
    },
  },
  check(release, report) {
    const { fields, timing, now, room, tag, source, prose } = release
    if (fields.date === undefined || !timing.draft) return
    const today = wallClock(now, room.settings.timeZone ?? 'UTC').day
    if (timing.date >= today) return
    const inBody = matchesIn(source.text.slice(prose.bodyStart), /\{\{>\s*([\w-]+)/g).flatMap(([, id]) => id ?? [])
    for (const id of new Set([...(fields.boilerplate ?? room.settings.house.boilerplate), ...inBody])) {
      const [then, newest] = [timing.date, today].map((day) => boilerplateOn(room.boilerplate(id), day, tag))
      if (then?.status !== 'there' || newest?.status !== 'there' || then.boilerplate === newest.boilerplate) continue
      const message = `"${id}" has a newer text, of ${newest.boilerplate.from ?? 'today'}`
      report({ message, hint: 'set `date` to the day on which it will go out', at: inside(release, ['date']) })
    }
  },
})
