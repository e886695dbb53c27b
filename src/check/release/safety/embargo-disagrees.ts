import type { Moment } from '../../../calendar/moment.ts'
import { isZone, wallClock } from '../../../calendar/zone.ts'
import { blankOut } from '../../../source/blank-out.ts'
import { matchesIn } from '../../../source/matches.ts'
import { inFigures, knownCalendars } from '../calendar-words.ts'
import { datesIn, dayOf } from '../dates.ts'
import { defineReleaseRule, type CheckedRelease } from '../rule.ts'

/** The line of an embargo, at the beginning of a line: an embargo on oil is spoken of in the middle of a sentence. */
const line =
  /^[ \t>#*_]*(?:(?:strictly +)?(?:under +)?embargo(?:ed)?|(?:strictement +)?sous +embargo|embargado|bajo +embargo|محظور +النشر|حظر +النشر)(?: *:| +(?:until|till|jusqu|hasta|حتى))[^\n]{0,160}/gimu

const time =
  /(?<![\d٠-٩])(?<hour>[\d٠-٩]{1,2})(?:(?:[:.]|[ \u00A0]?h[ \u00A0]?)(?<minute>[\d٠-٩]{2}))?(?:[ \u00A0]?(?:(?<half>[ap])\.?m\b|h(?:eures?|oras?|rs)?(?!\p{L})))?(?![\d٠-٩])/giu
/** What stands behind a time and says whose clocks are meant. */
const zones: readonly (readonly [RegExp, string])[] = [
  [/\bE[SD]?T\b|New York/, 'America/New_York'],
  [/\bP[SD]?T\b|Los Angeles/, 'America/Los_Angeles'],
  [/\b(?:GMT|BST)\b|UK time|London/, 'Europe/London'],
  [/\bCES?T\b|Paris|Amsterdam|Brussels|Bruxelles|Madrid|Berlin|باريس/, 'Europe/Paris'],
  [/\bUTC\b/, 'UTC'],
]

export const embargoDisagrees = defineReleaseRule({
  code: 'embargo-disagrees',
  severity: 'error',
  summary: 'Let an embargo that is typed be the one of the field',
  why: 'The line at the top is made from the field, in the right form and zone. A second one that says another time, most often left from the first plan or reckoned into another zone by hand, breaks the embargo for whoever believes it.',
  rate: 'less than 1, most of them imported',
  languages: knownCalendars,
  examples: {
    good: [
      '---\nheadline: Acme opens a plant\ndate: 2026-12-01\nembargo: 2026-12-01 09:00 Europe/London\n---\n\nEMBARGOED UNTIL 9:00 a.m. UK time (4 a.m. ET), Tuesday, December 1, 2026\n\nThe embargo on oil holds until March 3.\n',
      '---\nheadline: Acme ouvre une usine\nlanguage: fr\ndate: 2026-12-01\nembargo: 2026-12-01 09:00 Europe/Paris\n---\n\nSous embargo jusqu’au 1er décembre 2026 à 9 h 00, heure de Paris\n',
    ],
    bad: {
      '---\nheadline: Acme opens a plant\ndate: 2026-12-01\nembargo: 2026-12-01 09:00 Europe/London\n---\n\nEmbargoed until 10 a.m. UK time, December 1\n\nText.\n':
        '7:1 Not the embargo of the release, 2026-12-01 09:00 Europe/London',
      '---\nheadline: Acme ouvre une usine\nlanguage: fr\ndate: 2026-12-01\nembargo: 2026-12-01 09:00 Europe/Paris\n---\n\nSous embargo jusqu’au 2 décembre\n':
        '8:1 Not the embargo of the release, 2026-12-01 09:00 Europe/Paris',
      '---\nheadline: Acme abre una planta\nlanguage: es\ndate: 2026-12-01\nembargo: 2026-12-01 09:00 Europe/Madrid\n---\n\nEmbargado hasta el 1 de diciembre a las 10:30 h\n':
        '8:1 Not the embargo of the release, 2026-12-01 09:00 Europe/Madrid',
      '---\nheadline: أكمي تفتح مصنعا\nlanguage: ar\ndate: 2026-12-01\nembargo: 2026-12-01 09:00 Europe/Paris\n---\n\nمحظور النشر حتى 2 كانون الأول/ديسمبر 2026\n':
        '8:1 Not the embargo of the release, 2026-12-01 09:00 Europe/Paris',
    },
  },
  check(release, report) {
    const { prose, timing } = release
    const { embargo } = timing
    if (!embargo || !/embarg|النشر/i.test(prose.text)) return
    for (const passage of prose.passages)
      for (const { 0: typed, index } of matchesIn(prose.text.slice(passage.start, passage.end), line)) {
        const start = passage.start + index
        const at = [start, start + typed.trimEnd().length] as const
        if (disagrees(typed, embargo, release)) {
          const { day, time: hour, zone } = embargo
          report({
            message: `Not the embargo of the release, ${day} ${hour} ${zone}`,
            hint: 'take the line out: it is made from `embargo`',
            at,
          })
        }
      }
  },
})

const dayTyped = (typed: string, { language, date }: CheckedRelease): string | undefined => {
  const [first] = datesIn(typed, language)
  return first && dayOf(first, date)
}

/** Whether a typed line names another day or time than the embargo has, on any of the clocks that it may mean. */
function disagrees(typed: string, { instant, zone }: Moment, release: CheckedRelease): boolean {
  const { timeZone, house } = release.room.settings
  const named = zones.filter(([pattern]) => pattern.test(typed)).map(([, name]) => name)
  const clocks = (named.length > 0 ? named : [zone, timeZone, house.secondZone])
    .filter((name): name is string => name !== undefined && isZone(name))
    .map((name) => wallClock(instant, name))
  const day = dayTyped(typed, release)
  if (clocks.length === 0 || day === undefined) return false
  const times = timesIn(typed, release)
  return !clocks.some((clock) => clock.day === day && (times.length === 0 || times.includes(clock.time)))
}

/** The times of the day in a line, as 09:05; what may be a day or a year is none. */
function timesIn(typed: string, { language }: CheckedRelease): string[] {
  let rest = typed
  for (const { at } of datesIn(typed, language)) rest = blankOut(rest, at)
  return matchesIn(rest, time).flatMap(({ 0: all, groups = {} }) => {
    const { hour = '', minute = '00', half } = groups
    if (!/[:.h]|m/i.test(all)) return []
    const number = inFigures(hour)
    const inDay = half === undefined ? number : (number % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
    return inDay > 24 ? [] : [`${String(inDay).padStart(2, '0')}:${String(inFigures(minute)).padStart(2, '0')}`]
  })
}
