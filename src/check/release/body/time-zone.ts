import { wallClock } from '../../../calendar/zone.ts'
import { matchesIn } from '../../../source/matches.ts'
import { defineTextRule } from '../rule.ts'

interface Zone {
  readonly place: string
  readonly winter: string
  readonly summer: string
  /** How far the winter time is ahead of UTC, in hours. */
  readonly offset: number
  readonly both: string
}

const zones: readonly Zone[] = [
  { place: 'America/New_York', winter: 'EST', summer: 'EDT', offset: -5, both: 'ET' },
  { place: 'America/Los_Angeles', winter: 'PST', summer: 'PDT', offset: -8, both: 'PT' },
  { place: 'Europe/London', winter: '', summer: 'BST', offset: 0, both: 'UK time' },
  { place: 'Europe/Paris', winter: 'CET', summer: 'CEST', offset: 1, both: 'Paris time' },
]

/** A zone behind a time of the day, in capitals: `est` is a French verb. */
const names = zones.flatMap(({ winter, summer }) => [winter, summer].filter(Boolean)).join('|')
// What stands before is looked at behind the letters: at the front it would be looked for at every character.
const time = new RegExp(
  `(?:${names})\\b(?<=\\d(?::\\d\\d)?\\s?(?:[ap]\\.?m\\.?|h(?:eures?)?(?:\\s?\\d\\d)?)?\\s\\(?(?:${names}))`,
  'g',
)

const day = 86_400_000
/** Around the day on which clocks change, in days: a release of the week before may speak of the week after. */
const around = 21

export const timeZone = defineTextRule({
  code: 'time-zone',
  severity: 'error',
  summary: 'Let a time zone be that of the season',
  why: 'Whoever takes EST at its word in July calls an hour late. Of the mentions in 11,571 releases 5 percent named the wrong one. GMT, CST and MST are left alone: places keep them all year, or mean another zone by them.',
  rate: '5 of 100 mentions, all of them errors',
  examples: {
    good: [
      '---\nheadline: Acme opens a plant\ndate: 2026-07-01\n---\n\nAt 10 a.m. EDT, 3 p.m. BST; or 10 a.m. ET.\n',
      '---\nheadline: Acme opens a plant\ndate: 2026-10-20\n---\n\nOn November 3, at 10 a.m. EST.\n',
      '---\nheadline: Acme opens a plant\ndate: 2026-07-01\n---\n\nThe EST programme ended.\n',
      '---\nheadline: Acme ouvre une usine\ndate: 2026-07-01\nlanguage: fr\n---\n\nL’appel de 2026 est ouvert, et combien de CO2 est produit.\n',
    ],
    bad: {
      '---\nheadline: Acme opens a plant\ndate: 2026-07-01\n---\n\nAt 10 a.m. EST, 15:00 CET.\n':
        '6:12 EST in summer\n6:23 CET in summer',
      '---\nheadline: Acme ouvre une usine\ndate: 2026-05-02\nlanguage: fr\n---\n\nÀ 15 h CET, ou à 9 h 30 CET ; à 10 heures CEST.\n':
        '7:8 CET in summer\n7:25 CET in summer',
      '---\nheadline: Acme opens a plant\ndate: 2026-01-12\n---\n\nAt 10:00 BST.\n': '6:10 BST in winter',
    },
  },
  check({ date, prose }, report) {
    if (date === undefined) return
    const noon = Date.parse(`${date}T12:00:00Z`)
    for (const { 0: name, index } of matchesIn(prose.text, time)) {
      const zone = zones.find(({ winter, summer }) => name === winter || name === summer)
      if (!zone) continue
      const [season, ...others] = [-around, 0, around].map((days) => seasonAt(zone, noon + days * day))
      if (season === undefined || others.some((other) => other !== season) || name === zone[season]) continue
      const right = zone[season] || 'GMT'
      report({
        message: `${name} in ${season}`,
        hint: `write ${right}, or ${zone.both}`,
        at: [index, index + name.length],
      })
    }
  },
})

/** Summer is when the clocks of a place show more than its winter time. */
const seasonAt = ({ place, offset }: Zone, instant: number): 'winter' | 'summer' =>
  wallClock(instant, place).offset === offset * 60 ? 'winter' : 'summer'
