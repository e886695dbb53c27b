import { wallClock, type Instant } from '../../../calendar/zone.ts'
import { defineReleaseRule, inside } from '../rule.ts'

/** In one of the two winter, in the other summer: the two weeks or three in March, and the one in autumn. */
const atlantic = ['Europe/London', 'America/New_York'] as const
const usualHours = 5

export const embargoZone = defineReleaseRule({
  code: 'embargo-zone',
  severity: 'warning',
  timeBound: true,
  summary: 'Name the zone of an embargo in the weeks in which only one side of the Atlantic has changed its clocks',
  why: 'In these weeks New York is four hours behind London instead of five, and whoever reckons as in the rest of the year is an hour early. They are the weeks in which embargoes break; a zone beside the time says which clocks are meant.',
  rate: 'not measured: archives have no such field',
  examples: {
    good: [
      '=== press.yaml\norganization: { name: Acme }\ntime-zone: Europe/Helsinki\n=== releases/2027-03-16-x.md\n---\nheadline: Acme opens a plant\ndate: 2027-03-16\nembargo: 2027-03-16 09:00 Europe/Helsinki\n---\n\nA zone.\n',
      '=== press.yaml\norganization: { name: Acme }\ntime-zone: Europe/Helsinki\n=== releases/2027-04-16-x.md\n---\nheadline: Acme opens a plant\ndate: 2027-04-16\nembargo: 2027-04-16 09:00\n---\n\nBoth have changed.\n',
      '=== press.yaml\norganization: { name: Acme }\ntime-zone: Europe/Helsinki\n=== releases/2026-03-16-x.md\n---\nheadline: Acme opens a plant\ndate: 2026-03-16\nembargo: 2026-03-16 09:00\n---\n\nLong over.\n',
      '---\nheadline: Acme opens a plant\ndate: 2027-03-16\nembargo: 2027-03-16T09:00Z\n---\n\nExact.\n',
    ],
    bad: {
      '=== press.yaml\norganization: { name: Acme }\ntime-zone: Europe/Helsinki\n=== releases/2027-03-16-x.md\n---\nheadline: Acme opens a plant\ndate: 2027-03-16\nembargo: 2027-03-16 09:00\n---\n\nText.\n':
        'releases/2027-03-16-x.md:4:10 Embargo without a zone, in a week in which New York is 4 hours from London',
    },
  },
  check(release, report) {
    const { fields, timing, now } = release
    const { embargo } = timing
    if (fields.embargo === undefined || !embargo || embargo.instant <= now || !endsInTime.test(fields.embargo.trim()))
      return
    const hours = hoursApart(embargo.instant)
    if (hours === usualHours) return
    const others = atlantic.filter((zone) => zone !== embargo.zone)
    const there = others.map((zone) => `${wallClock(embargo.instant, zone).time} in ${cityOf(zone)}`).join(', ')
    report({
      message: `Embargo without a zone, in a week in which New York is ${hours} hours from London`,
      hint: `write \`${embargo.day} ${embargo.time} ${embargo.zone}\` if that is meant; it is ${there}`,
      at: inside(release, ['embargo']),
    })
  },
})

/** Nothing behind the time: no name of a zone, no offset. */
const endsInTime = /[T ]\s*\d{1,2}:\d{2}(?::00)?$/

const hoursApart = (instant: Instant): number => {
  const [east, west] = atlantic.map((zone) => wallClock(instant, zone).offset)
  return ((east ?? 0) - (west ?? 0)) / 60
}

const cityOf = (zone: string): string => zone.replace(/^.*\//, '').replaceAll('_', ' ')
