import type { Day } from '../../../calendar/day.ts'
import { matchesIn } from '../../../source/matches.ts'
import { datesIn, daysAfter, inWords, weekdayOf } from '../dates.ts'
import { defineTextRule, isSpoken } from '../rule.ts'

/** How far away a day, a week or a month is. */
type Away = readonly [unit: 'day' | 'week' | 'month', count: number]

interface Words {
  readonly pattern: RegExp
  away(typed: string): Away | undefined
  /** How a day, the week of a Monday and a month are written into the sentence. */
  readonly on: Readonly<Record<Away[0], (written: string) => string>>
}

/** Next, coming; else last. */
const forward = /next|prochaine?$|qui vient$|próxim|que viene$|المقبل|القادم/iu

/** Nothing for a weekday: next Tuesday is tomorrow to some, and in eight days to others. */
function unitAway(week: RegExp, month: RegExp, typed: string): Away | undefined {
  const count = forward.test(typed) ? 1 : -1
  return week.test(typed) ? ['week', count] : month.test(typed) ? ['month', count] : undefined
}

/** Tomorrow as the time to come, as in “leaders of tomorrow”, “l’industrie de demain” or “el mañana”, is no date; nor is a morning. */
const languages: Readonly<Record<string, Words>> = {
  en: {
    pattern:
      /(?<![\p{L}-])(?:(?<!(?:\bof|better|for|\band) )(?:the day after |the day before )?(?:yesterday|tomorrow)|(?:next|last) (?:week|month|Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday))(?![\p{L}’'-])/giu,
    away: (typed) =>
      /yesterday/i.test(typed)
        ? ['day', /before/i.test(typed) ? -2 : -1]
        : /tomorrow/i.test(typed)
          ? ['day', /after/i.test(typed) ? 2 : 1]
          : unitAway(/week/i, /month/i, typed),
    on: { day: (day) => `on ${day}`, week: (day) => `in the week of ${day}`, month: (month) => `in ${month}` },
  },
  fr: {
    pattern:
      /(?<![\p{L}-]|d[’'])(?:(?<!\b(?:de|et|pour) )(?:(?:avant-)?hier|(?:après-)?demain)|(?:la semaine|le mois|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) (?:prochaine?|dernière|dernier|passée?|qui vient))(?![\p{L}-])/giu,
    away: (typed) =>
      /hier/i.test(typed)
        ? ['day', /avant/i.test(typed) ? -2 : -1]
        : /demain/i.test(typed)
          ? ['day', /après/i.test(typed) ? 2 : 1]
          : unitAway(/semaine/i, /mois/i, typed),
    on: { day: (day) => `le ${day}`, week: (day) => `la semaine du ${day}`, month: (month) => `en ${month}` },
  },
  es: {
    pattern:
      /(?<![\p{L}-])(?:(?<!\b(?:el|la|esta|una|cada|del?|media|misma|toda|y|primera) )(?:(?:antes de )?ayer|anteayer|(?:pasado )?mañana(?! (?:del?|siguiente|por la)\b))|la (?:próxima|pasada) semana|la semana (?:próxima|pasada|que viene)|el (?:próximo|pasado) mes|el mes (?:próximo|pasado|que viene)|(?:el )?(?:próximo|pasado) (?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)|el (?:lunes|martes|miércoles|jueves|viernes|sábado|domingo) (?:próximo|pasado|que viene))(?![\p{L}-])/giu,
    away: (typed) =>
      /ayer/i.test(typed)
        ? ['day', /^(?:ante|antes de )/i.test(typed) ? -2 : -1]
        : /mañana/i.test(typed)
          ? ['day', /pasado/i.test(typed) ? 2 : 1]
          : unitAway(/semana/i, /\bmes\b/i, typed),
    on: { day: (day) => `el ${day}`, week: (day) => `la semana del ${day}`, month: (month) => `en ${month}` },
  },
  ar: {
    pattern:
      /(?<!\p{L})(?:(?:يوم )?(?:أول )?أمس(?! الحاجة)|بعد غد|غد[اًا]{1,2}|يوم غد|يوم الغد|ال(?:أسبوع|شهر|أحد|اثنين|إثنين|ثلاثاء|أربعاء|خميس|جمعة|سبت) (?:المقبل|القادم|الماضي))(?!\p{L})/gu,
    away: (typed) =>
      /أمس/.test(typed)
        ? ['day', /أول/.test(typed) ? -2 : -1]
        : /غد/.test(typed)
          ? ['day', /بعد/.test(typed) ? 2 : 1]
          : unitAway(/أسبوع/, /شهر/, typed),
    on: { day: (day) => `في ${day}`, week: (day) => `في أسبوع ${day}`, month: (month) => `في ${month}` },
  },
}

/** How far behind such words a date may end, in characters. */
const reach = 50

/** What stands between such words and the date that they come with: `tomorrow (5 May)`, `el pasado viernes, 16 de octubre`. */
const beside = /^(?:[\s,،(]{1,3}(?:(?:el|le|on|يوم) )?)?$/u

/** Whether the words that a stretch begins with come with a date. */
const isDated = (stretch: string, length: number, language: string): boolean =>
  datesIn(stretch, language).some(
    ({ at: [from, to] }) => from > 0 && to > length && beside.test(stretch.slice(length, Math.max(from, length))),
  )

export const relativeDate = defineTextRule({
  code: 'relative-date',
  severity: 'info',
  summary: 'Name the day instead of saying how far away it is',
  why: 'A release is read on other days than that on which it was written, above all one under embargo. “Today” is left alone: it is in 4 to 93 of 100 releases, and stands beside their date; so is last month.',
  rate: '2–13',
  languages: Object.keys(languages),
  examples: {
    good: [
      '---\nheadline: Acme opens a plant\n---\n\nIt opened today. “It opens tomorrow,” she said. The leaders of tomorrow.\n',
      '---\nheadline: Acme ouvre une usine\nlanguage: fr\n---\n\nL’industrie de demain commence ici, le lendemain.\n',
      '---\nheadline: Acme abre una planta\nlanguage: es\n---\n\nAbre a las 9 de la mañana, el lunes por la mañana y esta mañana. Abrió el pasado viernes, 16 de octubre.\n',
      '---\nheadline: Acme opens a plant\n---\n\nIt opens tomorrow (Tuesday 5 May), and last Friday, May 1, it was empty.\n',
      '---\nheadline: تفتح الشركة مصنعًا\nlanguage: ar\n---\n\nالمدينة في أمس الحاجة إليه هذا الأسبوع.\n',
    ],
    bad: {
      '---\nheadline: Acme opens a plant\ndate: 2026-05-04\n---\n\nIt opens tomorrow, not next week, and was built last month; more next month.\n':
        '6:10 "tomorrow" depends on the day of reading\n6:24 "next week" depends on the day of reading\n6:66 "next month" depends on the day of reading',
      '---\nheadline: Acme ouvre une usine\nlanguage: fr\n---\n\nElle ouvre demain, et non la semaine prochaine ou lundi dernier.\n':
        '6:12 "demain" depends on the day of reading\n6:27 "la semaine prochaine" depends on the day of reading\n6:51 "lundi dernier" depends on the day of reading',
      '---\nheadline: Acme abre una planta\nlanguage: es\n---\n\nAbre mañana, no la próxima semana, tras las lluvias de la semana pasada.\n':
        '6:6 "mañana" depends on the day of reading\n6:17 "la próxima semana" depends on the day of reading\n6:56 "la semana pasada" depends on the day of reading',
      '---\nheadline: تفتح الشركة مصنعًا\nlanguage: ar\n---\n\nيفتح غدًا وليس الأسبوع المقبل.\n':
        '6:6 "غدًا" depends on the day of reading\n6:16 "الأسبوع المقبل" depends on the day of reading',
    },
  },
  check(text, report) {
    const words = languages[text.language]
    if (!words) return
    for (const { 0: typed, index } of matchesIn(text.prose.text, words.pattern)) {
      const end = index + typed.length
      if (isDated(text.prose.text.slice(index, end + reach), typed.length, text.language)) continue
      if (isSpoken(text, index)) continue
      const away = words.away(typed)
      // Of a release that is dated nobody mistakes the month before.
      if (away?.[0] === 'month' && away[1] < 0) continue
      const mend = away && text.date !== undefined ? named(words, away, text.date, text.tag) : undefined
      report({
        message: `"${typed}" depends on the day of reading`,
        hint: mend === undefined ? 'write the date' : `write the date: "${mend}"`,
        at: [index, end],
      })
    }
  },
})

/** What is that far away from a day, as it is written. Weeks begin on Monday. */
function named({ on }: Words, [unit, count]: Away, date: Day, tag: string): string {
  if (unit === 'day') return on.day(inWords(daysAfter(date, count), tag))
  if (unit === 'week') return on.week(inWords(daysAfter(date, 7 * count - ((weekdayOf(date) + 6) % 7)), tag))
  const month = new Date(`${date.slice(0, 7)}-01T00:00:00Z`)
  month.setUTCMonth(month.getUTCMonth() + count)
  const options = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const
  return on.month(new Intl.DateTimeFormat(`${tag}-u-ca-gregory-nu-latn`, options).format(month))
}
