import type { Day } from '../../../calendar/day.ts'
import { datesOf, dayOf, firstOfSpan, inWords, knownCalendars, weekdayOf, type TypedDate } from '../dates.ts'
import { calendarOf } from '../calendar-words.ts'
import { defineTextRule } from '../rule.ts'

const names = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const

export const weekday = defineTextRule({
  code: 'weekday',
  severity: 'error',
  summary: 'Let a weekday be that of its date',
  why: 'One of the two is wrong, and readers turn up on the other. Day and date that disagree lead the list of what wire editors catch; of the mentions in 11,571 releases 0.8 to 2 percent were wrong. A date without a year is the nearest one to the release.',
  rate: '0.8–2 of 100 mentions, all of them errors',
  languages: knownCalendars,
  examples: {
    good: [
      '---\nheadline: Acme opens a plant\ndate: 2026-11-24\n---\n\nIt opens on Tuesday, November 24, and again on Friday 1 January 2027.\n',
      '---\nheadline: Acme abre una planta\ndate: 2026-11-24\nlanguage: es\n---\n\nDel lunes 30 al miércoles 2 de diciembre, y del viernes 18 al domingo 20 de diciembre.\n',
      '---\nheadline: Acme opens a plant\ndate: 2026-05-19\n---\n\nIt opens on Monday, November 30.\n',
      '---\nheadline: Acme opens a plant\ndate: 2026-12-28\n---\n\nIt opens on Friday, January 1. He reads The Sun, May 5, 2026. On Friday and Saturday, January 1-2, too, and on Thursday and Friday, 7 and 8 January, or Monday\n\nJanuary 2, 2027 was a day.\n',
      '---\nheadline: Acme opens a plant\ndate: 2026-11-02\n---\n\nOpen on 6 and 7 November (Friday and Saturday), on 6–7 November (Friday–Saturday), and on 4, 5 and 6 November (Wednesday, Thursday and Friday).\n',
      '---\nheadline: Acme ouvre une usine\ndate: 2026-05-19\nlanguage: fr\n---\n\nLes 6 et 7 juin (samedi et dimanche).\n',
      '---\nheadline: Acme ouvre une usine\ndate: 2026-06-19\nlanguage: fr\n---\n\nMardi (14 juillet), et fermé le lundi (14 juillet excepté).\n',
      '---\nheadline: Acme abre una planta\ndate: 2026-05-19\nlanguage: es\n---\n\nLos días 6 y 7 de junio (sábado y domingo).\n',
      '---\nheadline: تفتح الشركة مصنعًا\ndate: 2026-05-19\nlanguage: ar\n---\n\nيومي 6 و7 يونيو (السبت والأحد).\n',
    ],
    bad: {
      '---\nheadline: Acme opens a plant\ndate: 2026-11-24\n---\n\nIt opens on Monday, November 24, or Wed., Nov. 24.\n':
        '6:13 24 November 2026 is a Tuesday, not a Monday\n6:37 24 November 2026 is a Tuesday, not a Wednesday',
      '---\nheadline: Acme opens a plant\ndate: 2026-05-02\n---\n\nIt opens on May 4 (Sunday), on May 5, a Tuesday, or 2026-05-06 (Sunday). On Monday 2026-12-08 it ends.\n':
        '6:13 4 May 2026 is a Monday, not a Sunday\n6:53 6 May 2026 is a Wednesday, not a Sunday\n6:77 8 December 2026 is a Tuesday, not a Monday',
      '---\nheadline: Acme ouvre une usine\ndate: 2026-05-02\nlanguage: fr\n---\n\nLe 4 mai 2026 (mardi).\n':
        '7:4 4 May 2026 is a Monday, not a Tuesday',
      '---\nheadline: Acme ouvre une usine\ndate: 2026-11-24\nlanguage: fr\n---\n\nElle ouvre le lundi 24 novembre.\n':
        '7:15 24 November 2026 is a Tuesday, not a Monday',
      '---\nheadline: Acme abre una planta\ndate: 2026-11-24\nlanguage: es\n---\n\nAbre el lunes 24 de noviembre, del jueves 25 al domingo 29 de noviembre y del jueves 31 al 3 de enero.\n':
        '7:9 24 November 2026 is a Tuesday, not a Monday\n7:36 25 November 2026 is a Wednesday, not a Thursday',
      '---\nheadline: تفتح الشركة مصنعًا\ndate: 2026-11-24\nlanguage: ar\n---\n\nيفتح يوم الاثنين 24 تشرين الثاني/نوفمبر.\n':
        '7:10 24 November 2026 is a Tuesday, not a Monday',
      '---\nheadline: Acme ouvre une usine\ndate: 2026-05-19\nlanguage: fr\n---\n\nLes 6 et 7 juin (dimanche et lundi).\n':
        '7:10 7 June 2026 is a Sunday, not a Monday',
      '---\nheadline: Acme ouvre une usine\ndate: 2026-06-19\nlanguage: fr\n---\n\nMercredi (14 juillet).\n':
        '7:1 14 July 2026 is a Tuesday, not a Wednesday',
      '---\nheadline: Acme abre una planta\ndate: 2026-06-19\nlanguage: es\n---\n\nEl miércoles, día 14 de julio.\n':
        '7:4 14 July 2026 is a Tuesday, not a Wednesday',
      '---\nheadline: تفتح الشركة مصنعًا\ndate: 2026-06-19\nlanguage: ar\n---\n\nيوم الأربعاء الموافق 14 يوليو 2026، أو يوم الأربعاء (14 يوليو 2026).\n':
        '7:5 14 July 2026 is a Tuesday, not a Wednesday\n7:44 14 July 2026 is a Tuesday, not a Wednesday',
    },
  },
  check({ date, language, prose }, report) {
    const dates = datesOf(prose, language)
    const firsts = dates.flatMap((one) => firstOfSpan(prose.text, language, one) ?? [])
    for (const one of [...dates, ...firsts]) {
      const typed = one.weekday === undefined ? withWeekdayBehind(one, prose.text, language) : one
      const day = typed.weekday === undefined ? undefined : dayOf(typed, date)
      if (typed.weekday === undefined || day === undefined || weekdayOf(day) === typed.weekday) continue
      if (isException(typed, prose.text)) continue
      if (date !== undefined && typed.year === undefined && mayBeOfNextYear(typed, day, date)) continue
      const last = dayOf({ ...typed, day: lastDayOf(typed.typed) ?? typed.day }, date)
      if (last !== undefined && weekdayOf(last) === typed.weekday) continue
      const [right, said] = [names[weekdayOf(day)], names[typed.weekday]]
      const message = `${inWords(day, 'en-GB')} is a ${right}, not a ${said}`
      report({ message, hint: 'correct the weekday or the date', at: typed.at })
    }
  },
})

/** `May 4 (Sunday)`, `May 4, a Sunday`: a date with the weekday that stands behind it, where one does. */
function withWeekdayBehind(date: TypedDate, text: string, language: string): TypedDate {
  const [start, end] = date.at
  const behind = /^(?:[ \u00A0]\(|,? (?:a|un) )(\p{L}{3,12})(?=\.?\)|\.?$|[.,;\s–-])/u.exec(text.slice(end, end + 24))
  const weekday = behind?.[1] === undefined ? undefined : calendarOf(language)?.weekdayOf(behind[1])
  if (!behind || weekday === undefined) return date
  const [typed, last] = lastInBrackets(text.slice(end, end + longestList), language) ?? [behind[0], weekday]
  const at = [start, end + typed.length] as const
  return { ...date, weekday: last, at, typed: text.slice(...at) }
}

/** `(Friday and Saturday)` behind `6 and 7 November`: the weekday of the last day, which is the date that is read there. */
function lastInBrackets(behind: string, language: string): [typed: string, weekday: number] | undefined {
  const typed = /^[ \u00A0]\([^()\n]*(?=\))/.exec(behind)?.[0]
  const words = typed?.match(/\p{L}+/gu)?.filter((word) => !joins.has(word)) ?? []
  const last = weekdayIn(words.at(-1) ?? '', language)
  const areAll = words.every((word) => weekdayIn(word, language) !== undefined)
  return typed === undefined || last === undefined || !areAll ? undefined : [typed, last]
}
const joins: ReadonlySet<string> = new Set('and or to through et ou au y o a al و إلى حتى'.split(' '))
/** The longest list of weekdays in brackets, in characters. */
const longestList = 60

/** A weekday; in Arabic `and` is written close to it. */
const weekdayIn = (word: string, language: string): number | undefined =>
  calendarOf(language)?.weekdayOf(language === 'ar' ? word.replace(/^و/u, '') : word)

/** `fermé le lundi (4 mai excepté)`: a date in brackets that is not the day of the weekday before them; that stands there alone. */
const isException = ({ typed, at: [, end] }: TypedDate, text: string): boolean =>
  /^[^\d٠-٩]*\(/.test(typed) && !/[),;،]/.test(text.charAt(end))

/** A date so far from the release is the nearest one, but may as well be that of the year after it, where its weekday is right then. */
const far = 100
const daysBetween = (a: Day, b: Day): number => Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000

function mayBeOfNextYear(typed: TypedDate, day: Day, date: Day): boolean {
  const next = dayOf({ ...typed, year: Number(day.slice(0, 4)) + 1 })
  return daysBetween(day, date) > far && next !== undefined && next > date && weekdayOf(next) === typed.weekday
}

/** “Friday and Saturday, September 21-22”: the weekday before the days may be that of the last of them. */
const lastDayOf = (typed: string): number | undefined => {
  const last = /\d{1,2}\s?[-–]\s?(\d{1,2})(?!\d)/.exec(typed)?.[1]
  return last === undefined ? undefined : Number(last)
}
