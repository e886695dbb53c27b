import { wallClock } from '../../../calendar/zone.ts'
import type { Day } from '../../../calendar/day.ts'
import { matchesIn } from '../../../source/matches.ts'
import { datesIn, daysAfter, dayOf } from '../dates.ts'
import { defineTextRule } from '../rule.ts'

/** What is written behind times, and where its clocks are; a number is hours ahead of UTC, all year. */
const zones: Readonly<Record<string, string | number>> = {
  ET: 'America/New_York',
  'Eastern Time': 'America/New_York',
  Eastern: 'America/New_York',
  'New York time': 'America/New_York',
  EST: -5,
  EDT: -4,
  CDT: -5,
  PT: 'America/Los_Angeles',
  'Pacific Time': 'America/Los_Angeles',
  Pacific: 'America/Los_Angeles',
  PST: -8,
  PDT: -7,
  GMT: 0,
  UTC: 0,
  BST: 1,
  'UK time': 'Europe/London',
  'London time': 'Europe/London',
  CET: 1,
  CEST: 2,
  'Paris time': 'Europe/Paris',
  'Brussels time': 'Europe/Brussels',
  'Geneva time': 'Europe/Zurich',
  'heure de Paris': 'Europe/Paris',
  'heure de Bruxelles': 'Europe/Brussels',
  'heure de New York': 'America/New_York',
  'heure de Londres': 'Europe/London',
  'hora de Madrid': 'Europe/Madrid',
  'hora de Nueva York': 'America/New_York',
  'hora de Londres': 'Europe/London',
  'بتوقيت غرينتش': 0,
}

const clock = '(\\d{1,2})(?:\\s?[:.h]\\s?(\\d{2}))?(?:\\s?(?:h|horas|heures))?\\s?([ap])?\\.?(?:(?<=[ap]\\.?)m\\.?)?'
const zone = `\\s?\\(?(?:\\s?)(${Object.keys(zones)
  .sort((a, b) => b.length - a.length)
  .join('|')})(?![\\p{L}])\\)?`
/** Two times with their zones, and nothing but a stroke, brackets, a comma or `or` between. */
const pair = new RegExp(
  `(?<![\\d:.,\\p{L}])${clock}${zone}\\s?(?:[(/,;–=-]|or|and|ou|et|o|y|i\\.e\\.)?\\s?[(]?${clock}${zone}`,
  'giu',
)

const clockOrNoon = `(?:${clock}|(noon|midday|midi|mediodía))`
const span = `${clockOrNoon}\\s?(?:to|until|à|a|hasta|[-–])\\s?${clockOrNoon}${zone}`
/** From one time to another in two zones: `10:30 a.m. to noon EDT (3:30 p.m. to 5 p.m. BST)`. */
const spans = new RegExp(`(?<![\\d:.,\\p{L}])${span}\\s?[(/,;–=-]?\\s?[(]?${span}`, 'giu')

export const zonePair = defineTextRule({
  code: 'zone-pair',
  severity: 'error',
  summary: 'Let a time in a second zone be the same moment',
  why: 'An embargo that ends at two moments ends at the earlier one. In the weeks in which only one side of the Atlantic has changed its clocks the usual difference is wrong.',
  rate: '0; wrong wherever it speaks up',
  examples: {
    good: [
      '---\nheadline: Acme opens a plant\ndate: 2026-10-20\n---\n\nAt 10 a.m. ET (3 p.m. UK time); on October 27, at 10 a.m. ET (2 p.m. UK time). At 9:00 CEST / 8:00 BST.\n',
      '---\nheadline: Acme opens a plant\ndate: 2026-07-01\n---\n\nAt 15:00 CEST (9 a.m. ET), 10 a.m. ET to 11 a.m. ET, and 11 p.m. PT (8 a.m. CEST).\n',
      '---\nheadline: Acme opens a plant\ndate: 2026-07-01\n---\n\nFrom 10:30 a.m. to noon EDT (3:30 p.m. to 5 p.m. BST), 10–11 a.m. EDT (3–4 p.m. BST), 9 to 10 a.m. EDT / 15:00–16:00 CEST.\n',
    ],
    bad: {
      '---\nheadline: Acme opens a plant\ndate: 2026-07-01\n---\n\nFrom 10:30 a.m. to noon EDT (2:30 p.m. to 4 p.m. BST).\n\nCall 10–11 a.m. EDT (2–3 p.m. BST), or 9 to 10 a.m. EDT (1 to 3 p.m. BST).\n':
        '6:6 12 p.m. EDT is 5 p.m. BST on 2026-07-01\n8:6 11 a.m. EDT is 4 p.m. BST on 2026-07-01\n8:40 9 a.m. EDT is 2 p.m. BST on 2026-07-01',
      '---\nheadline: Acme opens a plant\ndate: 2026-10-20\n---\n\nOn October 27, at 10 a.m. ET (3 p.m. UK time).\n':
        '6:19 10 a.m. ET is 2 p.m. UK time on 2026-10-27',
      '---\nheadline: Acme opens a plant\ndate: 2026-03-02\n---\n\nCall at 3 p.m. ET (8 p.m. UK time) on March 20, 2026.\n':
        '6:9 3 p.m. ET is 7 p.m. UK time on 2026-03-20',
      '---\nheadline: Acme opens a plant\ndate: 2026-07-01\n---\n\nAt 15:00 CEST (10 a.m. ET).\n':
        '6:4 15:00 CEST is 9 a.m. ET on 2026-07-01',
      '---\nheadline: Acme ouvre une usine\ndate: 2026-07-01\nlanguage: fr\n---\n\nÀ 15 h 30 (heure de Paris), 10 h 30 (heure de New York).\n':
        '7:3 15:30 heure de Paris is 9:30 heure de New York on 2026-07-01',
    },
  },
  check({ prose, date, language }, report) {
    for (const { kind, start, end } of date === undefined ? [] : prose.passages) {
      const passage = prose.text.slice(start, end)
      if (kind === 'table' || !/\d/.test(passage)) continue
      for (const { index, typed, moments } of [...pairsIn(passage), ...spansIn(passage)]) {
        if (date === undefined) continue
        const end = index + typed.length
        const rest = passage.slice(end, end + longestDate)
        const behind = datesIn(rest, language).find(({ at }) => at[0] <= joined && !/[;.]/.test(rest.slice(0, at[0])))
        const nearest = behind ?? datesIn(passage.slice(0, index), language).at(-1)
        const named = nearest && dayOf(nearest, date)
        // A release of the week before the clocks change may speak of the week after.
        const days: readonly Day[] = named ? [named] : [daysAfter(date, -21), date, daysAfter(date, 21)]
        const wrong = moments.find(([one, other]) => !days.some((day) => agree(one, other, day)))
        if (!wrong) continue
        const [one, other] = wrong
        const day = named ?? date
        const right = shown((one.minutes + apart(one, other, day) + 2880) % 1440, other)
        const at = start + index
        report({
          message: `${shown(one.minutes, one)} ${one.name} is ${right} ${other.name} on ${day}`,
          hint: 'correct one of the two',
          at: [at, at + typed.length],
        })
      }
    }
  },
})

/** What joins a time to a date behind it, such as `) on `, and the longest date; in characters. */
const [joined, longestDate] = [6, 40]

interface Time {
  readonly minutes: number
  /** Whether it says which half of the day it is. */
  readonly isSure: boolean
  readonly halves: boolean
  readonly name: string
  readonly zone: string | number
}

const names = new Map(Object.entries(zones).map(([name, where]) => [name.toLowerCase(), [name, where] as const]))

function timeOf(hour = '', minute = '0', half = '', typed = ''): Time | undefined {
  const [name, where] = names.get(typed.toLowerCase()) ?? []
  const [hours, minutes] = [Number(hour), Number(minute)]
  if (name === undefined || where === undefined || hours > 24 || minutes > 59) return undefined
  const halves = half !== ''
  const inDay = halves ? (hours % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : hours
  return {
    minutes: inDay * 60 + minutes,
    isSure: halves || hours > 12 || hour.startsWith('0'),
    halves,
    name,
    zone: where,
  }
}

/** A moment that is said in two zones, or two of a span, as they are typed in a passage. */
interface Typed {
  readonly index: number
  readonly typed: string
  readonly moments: readonly (readonly [Time, Time])[]
}

const pairsIn = (passage: string): Typed[] =>
  Array.from(matchesIn(passage, pair), (found) => {
    const [typed, hour, minute, half, name, hour2, minute2, half2, name2] = found
    const [one, other] = [timeOf(hour, minute, half, name), timeOf(hour2, minute2, half2, name2)]
    return { index: found.index, typed, moments: inTwoZones(one, other) }
  })

/** The ends of spans, and then what they begin with: `10–11 a.m.` says of its end alone which half of the day it is of. */
const spansIn = (passage: string): Typed[] =>
  Array.from(matchesIn(passage, spans), (found) => {
    const [zone1, zone2] = [found[9], found[18]]
    const at = (i: number, zone: string | undefined): Time | undefined =>
      found[i + 3] === undefined ? timeOf(found[i], found[i + 1], found[i + 2], zone) : timeOf('12', '0', 'p', zone)
    const ends = inTwoZones(at(5, zone1), at(14, zone2))
    const starts = inTwoZones(at(1, zone1), at(10, zone2)).map(
      ([one, other]) => [asIn(one, ends[0]?.[0]), asIn(other, ends[0]?.[1])] as const,
    )
    return { index: found.index, typed: found[0], moments: [...ends, ...starts] }
  })

/** The start of a span, written as its end is. */
const asIn = (start: Time, end: Time | undefined): Time => ({ ...start, halves: start.halves || end?.halves === true })

const inTwoZones = (one: Time | undefined, other: Time | undefined): (readonly [Time, Time])[] =>
  !one || !other || one.zone === other.zone ? [] : [[one, other]]

/** How far one zone is ahead of another on a day, in minutes. */
const apart = (one: Time, other: Time, day: Day): number => offsetOf(other, day) - offsetOf(one, day)

const offsetOf = ({ zone: where }: Time, day: Day): number =>
  typeof where === 'number' ? where * 60 : wallClock(Date.parse(`${day}T12:00:00Z`), where).offset

function agree(one: Time, other: Time, day: Day): boolean {
  const off = other.minutes - one.minutes - apart(one, other, day)
  return off % (one.isSure && other.isSure ? 1440 : 720) === 0
}

/** As the other time of the pair is written: with halves of the day, or in 24 hours. */
function shown(minutes: number, { halves }: Time): string {
  const [hours, rest] = [Math.floor(minutes / 60) % 24, minutes % 60]
  const tail = rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`
  return halves
    ? `${hours % 12 || 12}${tail} ${hours < 12 ? 'a.m.' : 'p.m.'}`
    : `${hours}:${String(rest).padStart(2, '0')}`
}
