import { describe, expect, test } from 'vitest'
import { dayMeant } from '../../src/calendar/day-meant.ts'

describe('a date in another form', () => {
  test.each([
    ['2026-5-4', '2026-05-04'],
    ['2026/05/20', '2026-05-20'],
    ['“2026-11-22”', '2026-11-22'],
    ['« 22 mai 2026 »', '2026-05-22'],
    ['20.5.2026', '2026-05-20'],
    ['05/20/2026', '2026-05-20'],
    ['7/7/2026', '2026-07-07'],
    ['20 May 2026', '2026-05-20'],
    ['Sep 3, 2026', '2026-09-03'],
    ['May 20th, 2026', '2026-05-20'],
    ['1er août 2026', '2026-08-01'],
    ['3 de marzo de 2026', '2026-03-03'],
  ])('%s is %s', (typed, day) => {
    expect(dayMeant(typed)).toBe(day)
  })

  test.each(['5/6/2026', '31 April 2026', '2026', 'May 2026', 'soon', ''])('%s is no day for sure', (typed) => {
    expect(dayMeant(typed)).toBeUndefined()
  })
})
