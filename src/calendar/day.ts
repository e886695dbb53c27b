/** A day of the calendar, written as 2020-04-09. Days in this form sort as text. */
export type Day = string & { readonly kind: 'day' }

const form = /^(\d{4})-(\d{2})-(\d{2})$/

/** Whether a text is a day that the Gregorian calendar has. */
export function isDay(text: string): text is Day {
  const match = form.exec(text)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return year >= 1000 && day >= 1 && day <= daysOf(month, year)
}

/** How many days a month has; none where there is no such month. */
function daysOf(month: number, year: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  if (month < 1 || month > 12) return 0
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** The numbers of a day: year, month 1-12, day 1-31. */
export function numbersOf(day: Day): { readonly year: number; readonly month: number; readonly day: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) }
}

/** The newest of dated things that is not later than a day; a thing without a day has always been there. */
export function asOf<T extends { readonly from?: Day }>(versions: readonly T[], day: Day): T | undefined {
  let best: T | undefined
  for (const version of versions)
    if ((version.from ?? '') <= day && (best === undefined || (version.from ?? '') >= (best.from ?? ''))) best = version
  return best
}

/** Why a text is not a day, in the words of a diagnostic. */
export function whyNoDay(text: string): string {
  return form.test(text)
    ? `invalid-date: No such day, "${text}"; check the month and the day`
    : `invalid-date: Wrong form of date, "${text}"; write it as 2020-04-09`
}
