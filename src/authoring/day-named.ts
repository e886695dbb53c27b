import { isDay, type Day } from '../calendar/day.ts'

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

/** The day that somebody names on a given day: 2026-12-01, today, tomorrow, or a weekday, which is the next one after it. */
export function dayNamed(text: string, today: Day): Day | undefined {
  const named = text.trim().toLowerCase()
  if (isDay(named)) return named
  const weekday = weekdays.indexOf(named)
  const ahead = named === 'today' ? 0 : named === 'tomorrow' ? 1 : weekday === -1 ? undefined : until(weekday, today)
  return ahead === undefined ? undefined : after(today, ahead)
}

const until = (weekday: number, today: Day): number => ((weekday - new Date(`${today}T00:00Z`).getUTCDay() + 6) % 7) + 1

const after = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10) as Day
