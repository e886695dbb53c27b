import { boilerplateLength } from './boilerplate-length.ts'
import { boilerplateTyped } from './boilerplate-typed.ts'
import { datedTwice } from './dated-twice.ts'
import { lastYear } from './last-year.ts'
import { leftOver } from './left-over.ts'
import { olderBoilerplate } from './older-boilerplate.ts'
import { reviewDate } from './review-date.ts'
import { typedFact } from './typed-fact.ts'
import { untranslatedLocale } from './untranslated-locale.ts'

/** What has gone stale. */
export const freshness = [
  reviewDate,
  datedTwice,
  olderBoilerplate,
  boilerplateTyped,
  boilerplateLength,
  typedFact,
  leftOver,
  lastYear,
  untranslatedLocale,
] as const
