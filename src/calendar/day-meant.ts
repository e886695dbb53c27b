import { isDay, type Day } from './day.ts'

const forms = [
  /^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})$/,
  /^(?<day>\d{1,2})[-/.](?<month>\d{1,2})[-/.](?<year>\d{4})$/,
  /^(?<month>\d{1,2})[-/.](?<day>\d{1,2})[-/.](?<year>\d{4})$/,
  /^(?:le )?(?<day>\d{1,2})(?:er|st|nd|rd|th)? (?:de )?(?<name>\p{L}+)\.?,? (?:de )?(?<year>\d{4})$/u,
  /^(?<name>\p{L}+)\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})$/u,
]

/**
 * The day that somebody means who writes `20 May 2026`, `20/5/2026`, `1er mai 2026` or any of them in curly quotation marks; none where it may
 * be two, as 5/6/2026.
 */
export function dayMeant(text: string): Day | undefined {
  const bare = text.trim().replace(/^[“”‘’«„]\s?(.*?)\s?[“”‘’»]$/, '$1')
  const days = new Set(
    forms.flatMap((form) => {
      const { year, month, day = '', name } = form.exec(bare)?.groups ?? {}
      const number = name === undefined ? month : monthNamed(name)
      const meant = `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`
      return isDay(meant) ? [meant] : []
    }),
  )
  return days.size === 1 ? [...days][0] : undefined
}

/** The number of a month, from 1, by its name in English, French or Spanish, long or short. */
function monthNamed(name: string): number | undefined {
  const wanted = name.toLowerCase()
  for (let month = 1; month <= 12; month++)
    for (const language of ['en', 'fr', 'es'])
      for (const form of ['long', 'short'] as const) {
        const known = new Intl.DateTimeFormat(language, { month: form, timeZone: 'UTC' }).format(
          Date.UTC(2026, month - 1, 15),
        )
        if (known.toLowerCase().replace(/\.$/, '') === wanted) return month
      }
  return undefined
}
