import type { Day } from '../../../calendar/day.ts'
import { inFigures } from '../calendar-words.ts'
import { datesOf, daysAfter, dayOf, inWords, knownCalendars } from '../dates.ts'
import { defineReleaseRule, type CheckedRelease } from '../rule.ts'
import { withoutTimes } from '../times.ts'
import { originalKnown, reportDifferences, type Shared } from './compare.ts'

export const sameDates = defineReleaseRule({
  code: 'same-dates',
  severity: 'warning',
  summary: 'Let a translation have the dates of its original',
  why: 'Readers of one language come on another day than the others. A date that was mended in the original after the translation was made is the commonest way in which two languages part.',
  rate: 'not measured: the archives are in one language',
  languages: knownCalendars,
  examples: {
    good: [
      '=== releases/2026-05-04-x.md\n---\nheadline: Acme opens a plant\ndate: 2026-05-04\n---\n\nIt opens on May 12 and 14, after tests from April 20 to 24 and on Monday. Work began on June 1, 2025.\n=== releases/2026-05-04-x.fr.md\n---\nheadline: Acme ouvre une usine\n---\n\nElle ouvre les mardi 12 mai et jeudi 14 mai 2026, après des essais du 20 au 24 avril et le 4 mai. Les travaux ont commencé le 1er juin 2025.\n',
    ],
    bad: {
      '=== releases/2026-05-04-x.md\n---\nheadline: Acme opens a plant\ndate: 2026-05-04\n---\n\nIt opens on May 14, at 7:15 a.m.\n=== releases/2026-05-04-x.fr.md\n---\nheadline: Acme ouvre une usine\n---\n\nElle ouvre le 11 mai à 7 h 15.\n':
        'releases/2026-05-04-x.fr.md:5:15 Not the date of the original, "May 14"',
      '=== releases/2026-05-04-x.md\n---\nheadline: Acme opens a plant\ndate: 2026-05-04\n---\n\nIt opens on May 13.\n=== releases/2026-05-04-x.fr.md\n---\nheadline: Acme ouvre une usine\n---\n\nElle ouvre le 12 mai.\n=== releases/2026-05-04-x.es.md\n---\nheadline: Acme abre una planta\n---\n\nAbre el 14 de mayo de 2026.\n=== releases/2026-05-04-x.ar.md\n---\nheadline: أكمي تفتح مصنعا\n---\n\nيفتح المصنع في 12 أيار/مايو.\n':
        'releases/2026-05-04-x.ar.md:5:16 Not the date of the original, "May 13"\nreleases/2026-05-04-x.es.md:5:9 Not the date of the original, "May 13"\nreleases/2026-05-04-x.fr.md:5:15 Not the date of the original, "May 13"',
    },
  },
  check(release, report) {
    const original = originalKnown(release, knownCalendars)
    if (!original) return
    const [own, theirs] = [daysIn(release), daysIn(original)]
    const inRange = (one: NamedDay, others: readonly NamedDay[]): boolean =>
      others.some((other) => one.days.some((day) => other.days.includes(day)))
    const isExcused = (one: NamedDay): boolean =>
      isOfTheDay(one.key, original) || inRange(one, own.includes(one) ? theirs : own)
    const hintOf = ({ key }: NamedDay): string => `write ${inWords(key, release.tag)}, or correct the original`
    reportDifferences([release, original], [own, theirs], 'date', isExcused, report, hintOf)
  },
})

interface NamedDay extends Shared {
  readonly key: Day
  /** Itself, and the days of its month that stand beside it: of `May 4–6` both. */
  readonly days: readonly string[]
}

/** How far the other end of a range may stand from a date, in characters. */
const near = 14

function daysIn({ prose, language, date }: CheckedRelease): NamedDay[] {
  const dated = datesOf(prose, language)
  const text = dated.length > 0 ? withoutTimes(prose.text) : ''
  return dated.flatMap((one) => {
    const key = dayOf(one, date)
    if (key === undefined) return []
    const [start, end] = one.at
    const around = text.slice(Math.max(0, start - near), end + near).match(/(?<![\d٠-٩])[\d٠-٩]{1,2}(?![\d٠-٩])/g) ?? []
    const days = around.map((day) => `${key.slice(0, 8)}${String(inFigures(day)).padStart(2, '0')}`)
    return [{ key, typed: one.typed, at: one.at, days: [key, ...days] }]
  })
}

/** Where one language says today, yesterday or tomorrow, another one gives the date. */
const isOfTheDay = (day: string, { date }: CheckedRelease): boolean =>
  date !== undefined && [-1, 0, 1].some((days) => daysAfter(date, days) === day)
