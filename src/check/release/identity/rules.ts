import { bodyLength } from './body-length.ts'
import { dateInName } from './date-in-name.ts'
import { datelineForm } from './dateline-form.ts'
import { datelinePlace } from './dateline-place.ts'
import { datelineTyped } from './dateline-typed.ts'
import { draftDate } from './draft-date.ts'
import { eventDates } from './event-dates.ts'
import { firstParagraph } from './first-paragraph.ts'
import { headlineCapitals } from './headline-capitals.ts'
import { headlineFigures } from './headline-figures.ts'
import { headlineFullStop } from './headline-full-stop.ts'
import { headlineLength } from './headline-length.ts'
import { headlineRepeated } from './headline-repeated.ts'
import { noticeDates } from './notice-dates.ts'
import { organizationNamed } from './organization-named.ts'
import { paragraphLength } from './paragraph-length.ts'
import { releaseLine } from './release-line.ts'
import { slugWords } from './slug-words.ts'
import { subheadlineLength } from './subheadline-length.ts'
import { subjectLength } from './subject-length.ts'
import { summaryLength } from './summary-length.ts'
import { summaryRepeats } from './summary-repeats.ts'

/** What a release says of itself: headline, date, place, summary, length. */
export const identity = [
  releaseLine,
  dateInName,
  draftDate,
  eventDates,
  noticeDates,
  datelinePlace,
  datelineForm,
  datelineTyped,
  headlineLength,
  headlineCapitals,
  headlineFigures,
  headlineFullStop,
  headlineRepeated,
  organizationNamed,
  subheadlineLength,
  summaryLength,
  summaryRepeats,
  subjectLength,
  slugWords,
  bodyLength,
  firstParagraph,
  paragraphLength,
] as const
