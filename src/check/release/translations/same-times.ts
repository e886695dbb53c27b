import { defineReleaseRule, type CheckedRelease } from '../rule.ts'
import { typedTimes } from '../times.ts'
import { originalKnown, reportDifferences, type Shared } from './compare.ts'

const languages = ['en', 'fr', 'es', 'ar'] as const

export const sameTimes = defineReleaseRule({
  code: 'same-times',
  severity: 'warning',
  summary: 'Let a translation have the times of day of its original',
  why: 'Readers of one language come, call or publish an hour off. 7 p.m. is 19 h in French, and 7 h where somebody translates word by word. In Spanish and Arabic, where the morning or the evening is told in words, 7:15 and 19:15 are taken for one; noon, midnight and the time of another zone are left alone.',
  rate: 'not measured: the archives are in one language',
  languages,
  examples: {
    good: [
      '=== releases/2026-05-04-x.md\n---\nheadline: Acme opens a plant\ndate: 2026-05-04\n---\n\nThe doors open at 7:15 p.m., on May 12 from 9 a.m. to noon, the bar at 6.30pm, and the last bus leaves at 10:30 PM. Call at 10 a.m. EDT.\n=== releases/2026-05-04-x.fr.md\n---\nheadline: Acme ouvre une usine\n---\n\nLes portes ouvrent à 19 h 15, le 12 mai de 9h à 12 h, le bar à 18 h 30, et le dernier bus part à 22 h 30. Appelez à 16 h CEST ; 12 heures suffisent.\n=== releases/2026-05-04-x.es.md\n---\nheadline: Acme abre una planta\n---\n\nLas puertas se abren a las 7:15 de la tarde, el 12 de mayo desde las 9:00, el bar a las 6:30 y el último autobús sale a las 22:30.\n',
    ],
    bad: {
      '=== releases/2026-05-04-x.md\n---\nheadline: Acme opens a plant\ndate: 2026-05-04\n---\n\nThe first train leaves at 7:15 p.m., the last at 22:40.\n=== releases/2026-05-04-x.fr.md\n---\nheadline: Acme ouvre une usine\n---\n\nLe premier train part à 7 h 15, le dernier à 22 h 40.\n=== releases/2026-05-04-x.es.md\n---\nheadline: Acme abre una planta\n---\n\nEl primer tren sale a las 8:15, el último a las 22:40.\n=== releases/2026-05-04-x.ar.md\n---\nheadline: أكمي تفتح مصنعا\n---\n\nيغادر القطار الأول الساعة ٧:٢٥ والأخير في 22:40.\n':
        'releases/2026-05-04-x.ar.md:5:27 Not the time of the original, "7:15 p.m"\nreleases/2026-05-04-x.es.md:5:27 Not the time of the original, "7:15 p.m"\nreleases/2026-05-04-x.fr.md:5:25 Not the time of the original, "7:15 p.m"',
    },
  },
  check(release, report) {
    const original = originalKnown(release, languages)
    if (!original) return
    const typed = [timesIn(release), timesIn(original)] as const
    const inHalves = typed.some((times) => times.some(({ isHalf }) => isHalf))
    const [own, theirs] = typed.map((times) => times.map((time) => keyed(time, inHalves))) as [Time[], Time[]]
    const isElsewhere = (one: Time): boolean =>
      (own.includes(one) ? theirs : own).some(
        (other) => one.zone !== other.zone && one.minutes % 60 === other.minutes % 60,
      )
    const isExcused = (one: Time): boolean => one.minutes % halfDay === 0 || isElsewhere(one)
    reportDifferences([release, original], [own, theirs], 'time', isExcused, report)
  },
})

interface Time extends Shared {
  /** Since midnight. */
  readonly minutes: number
  /** Whether it may be of the morning or of the evening. */
  readonly isHalf: boolean
  /** The zone that stands behind it, as it is typed. */
  readonly zone: string
}

const halfDay = 720

const keyed = (time: Time, inHalves: boolean): Time => ({
  ...time,
  key: String(inHalves ? time.minutes % halfDay : time.minutes),
})

const zone =
  /^[.,]?\s\(?((?:[A-Z]{1,4}T|GMT|UTC|BST)\b|(?:UK|local|London|Paris) time|heure (?:de |d’|locale)|hora (?:de |local)|بتوقيت)/u

const timesIn = ({ prose, language }: CheckedRelease): Time[] =>
  typedTimes(prose.text).map(({ at, typed, minutes, isSure }) => ({
    key: '',
    typed,
    at,
    minutes,
    isHalf: !isSure && minutes < halfDay + 60 && (language === 'es' || language === 'ar'),
    zone: zone.exec(prose.text.slice(at[1], at[1] + 24))?.[1] ?? '',
  }))
