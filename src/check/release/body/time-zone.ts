import type { Day } from '../../../calendar/day.ts'
import { wallClock } from '../../../calendar/zone.ts'
import { matchesIn } from '../../../source/matches.ts'
import { datesOf, dayOf, daysAfter, type TypedDate } from '../dates.ts'
import { onceForKey } from '../../../source/once.ts'
import type { Span } from '../../rule.ts'
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
  { place: 'America/Chicago', winter: 'CST', summer: 'CDT', offset: -6, both: 'CT' },
  { place: 'America/Denver', winter: 'MST', summer: 'MDT', offset: -7, both: 'MT' },
  { place: 'Europe/London', winter: 'GMT', summer: 'BST', offset: 0, both: 'UK time' },
  { place: 'Europe/Paris', winter: 'CET', summer: 'CEST', offset: 1, both: 'Paris time' },
]

/** Names that places keep all year, or that mean other zones by the same letters. */
const leftAlone = new Set(['GMT', 'CST', 'MST'])
/** A zone behind a time of the day, in capitals: `est` is a French verb. */
const names = zones.flatMap(({ winter, summer }) => [winter, summer].filter((name) => !leftAlone.has(name))).join('|')
// What stands before is looked at behind the letters: at the front it would be looked for at every character.
const time = new RegExp(
  `(?:${names})\\b(?<=\\d(?::\\d\\d)?\\s?(?:[ap]\\.?m\\.?|h(?:eures?)?(?:\\s?\\d\\d)?)?\\s\\(?(?:${names}))`,
  'g',
)

/** Around the day on which clocks change, in days: a release of the week before may speak of the week after. */
const around = 21

export const timeZone = defineTextRule({
  code: 'time-zone',
  severity: 'error',
  summary: 'Let a time zone be that of the season',
  why: 'Whoever takes EST at its word in July calls an hour late. Of the mentions in 11,571 releases 5 percent named the wrong one. GMT, CST and MST are left alone: places keep them all year, or mean another zone by them. Dates in the same sentence say which season is meant; without any, that of the release is.',
  rate: '5 of 100 mentions, all of them errors',
  examples: {
    good: [
      '---\nheadline: Acme opens a plant\ndate: 2026-07-01\n---\n\nAt 10 a.m. EDT, 3 p.m. BST; or 10 a.m. ET.\n',
      '---\nheadline: Acme opens a plant\ndate: 2026-10-20\n---\n\nOn November 3, at 10 a.m. EST.\n',
      '---\nheadline: Acme opens a plant\ndate: 2026-07-01\n---\n\nThe EST programme ended.\n',
      '---\nheadline: Acme ouvre une usine\ndate: 2026-07-01\nlanguage: fr\n---\n\nL’appel de 2026 est ouvert, et combien de CO2 est produit.\n',
      '---\nheadline: Acme opens a plant\ndate: 2026-07-01\n---\n\nThe conference opens on Thursday, December 3, 2026, at 9 a.m. EST. The next one, at 9 a.m. EST on January 14, 2027.\n',
      '---\nheadline: Acme opens a plant\ndate: 2026-07-01\n---\n\nAt 9 a.m. EDT, Acme presents the results of the year that ended on December 31, 2025. Results of the year ended December 31, 2025, at 9 a.m. EDT. Until December 31 visitors may come from 9 a.m. EDT on.\n',
      '---\nheadline: Acme ouvre une usine\ndate: 2026-07-01\nlanguage: fr\n---\n\nLe jeudi 3 décembre 2026 à 9 h CET.\n',
    ],
    bad: {
      '---\nheadline: Acme opens a plant\ndate: 2026-07-01\n---\n\nAt 10 a.m. EST, 15:00 CET.\n':
        '6:12 EST in summer\n6:23 CET in summer',
      '---\nheadline: Acme ouvre une usine\ndate: 2026-05-02\nlanguage: fr\n---\n\nÀ 15 h CET, ou à 9 h 30 CET ; à 10 heures CEST.\n':
        '7:8 CET in summer\n7:25 CET in summer',
      '---\nheadline: Acme opens a plant\ndate: 2026-01-12\n---\n\nAt 10:00 BST.\n': '6:10 BST in winter',
      '---\nheadline: Acme opens a plant\ndate: 2026-09-15\n---\n\nIt opens on Thursday, December 3, 2026, at 9 a.m. EDT (8 a.m. CDT).\n\nAt 9 a.m. EDT on December 3.\n':
        '6:51 EDT in winter\n6:63 CDT in winter\n8:11 EDT in winter',
      '---\nheadline: Acme ouvre une usine\ndate: 2026-09-15\nlanguage: fr\n---\n\nLe jeudi 3 décembre 2026 à 9 h CEST.\n':
        '7:32 CEST in winter',
      '---\nheadline: Acme opens a plant\ndate: 2026-07-01\n---\n\nIt opened on December 3. Call at 9 a.m. EST.\n':
        '6:41 EST in summer',
    },
  },
  check({ date, prose, language }, report) {
    if (date === undefined) return
    const dates = datesOf(prose, language)
    for (const { 0: name, index } of matchesIn(prose.text, time)) {
      const zone = zones.find(({ winter, summer }) => name === winter || name === summer)
      if (!zone) continue
      const at = [index, index + name.length] as const
      const named = namedBeside(prose.text, dates, at)
      const days: readonly Day[] = named.flatMap((one) => dayOf(one, date) ?? [])
      // What has ended, such as a year of accounts, is not when somebody calls.
      const meant = named.some((one) => isBeside(prose.text, one, at) && (dayOf(one, date) ?? '') >= date)
      const season = meant ? seasonOf(zone, days) : seasonAround(zone, date)
      if (season === undefined || name === zone[season] || days.some((day) => name === zone[seasonOn(zone, day)]))
        continue
      report({ message: `${name} in ${season}`, hint: `write ${zone[season]}, or ${zone.both}`, at })
    }
  },
})

/** How much of a text around a time is looked through for the dates of its sentence, in characters. */
const longestSentence = 300

/** The dates in the sentence of a zone, or in as much of it as is near. */
function namedBeside(text: string, dates: readonly TypedDate[], [start, end]: Span): TypedDate[] {
  const before =
    text
      .slice(Math.max(0, start - longestSentence), start)
      .split(sentenceEnd)
      .at(-1) ?? ''
  const behind = text.slice(end, end + longestSentence).split(sentenceEnd)[0] ?? ''
  const [from, to] = [start - before.length, end + behind.length]
  const next = firstFrom(dates, start)
  return dates.slice(Math.max(0, next - most), next + most).filter(({ at }) => at[0] >= from && at[1] <= to)
}

/** The number of the first date that begins at a place or behind it; dates stand in the order of the text. */
function firstFrom(dates: readonly TypedDate[], place: number): number {
  let [low, high] = [0, dates.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((dates[middle]?.at[0] ?? 0) < place) low = middle + 1
    else high = middle
  }
  return low
}

/** As many dates before a time, and behind it, are looked at. */
const most = 3

/** The end of a paragraph, or a full stop before a capital, which is not that of `a.m.`: zones stand behind that. */
const sentenceEnd = /\n[^\S\n]*\n|(?<![ap]\.m|\p{Lu})[.!?؟]\)?\s+(?=[“"«(¿¡]*(?:\p{Lu}|\p{Script=Arabic}))/u

/** `on December 3, at 9 a.m. EST`, `at 9 a.m. EST on December 3`: nothing but prepositions and times stands between the two. */
function isBeside(text: string, { at: [from, to] }: TypedDate, [start, end]: Span): boolean {
  const between = to <= start ? text.slice(to, start) : text.slice(end, from)
  return between.length <= reach && onlyTimes.test(between)
}
const reach = 40
const onlyTimes =
  /^(?:[\s\d٠-٩,،:.()/–-]|(?:at|from|on|and|to|starting|a|p|m|am|pm|h|heures?|à|le|dès|de|las?|el|del|partir|[A-Z]{3,4})(?!\p{L}))*$/u

type Season = 'winter' | 'summer'

const seasonOn = onceForKey((zone: Zone, day: Day): Season => seasonAt(zone, Date.parse(`${day}T12:00:00Z`)))

/** The season of all these days; nothing where they are of both. */
function seasonOf(zone: Zone, days: readonly Day[]): Season | undefined {
  const [season, ...others] = days.map((day) => seasonOn(zone, day))
  return others.every((other) => other === season) ? season : undefined
}

const seasonAround = (zone: Zone, day: Day): Season | undefined =>
  seasonOf(
    zone,
    [-around, 0, around].map((days) => daysAfter(day, days)),
  )

/** Summer is when the clocks of a place show more than its winter time. */
const seasonAt = ({ place, offset }: Zone, instant: number): Season =>
  wallClock(instant, place).offset === offset * 60 ? 'winter' : 'summer'
