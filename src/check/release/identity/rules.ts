import { bodyLength } from './body-length.ts'
import { firstParagraph } from './first-paragraph.ts'
import { headlineCapitals } from './headline-capitals.ts'
import { headlineFullStop } from './headline-full-stop.ts'
import { headlineLength } from './headline-length.ts'
import { headlineRepeated } from './headline-repeated.ts'
import { organizationNamed } from './organization-named.ts'
import { paragraphLength } from './paragraph-length.ts'
import { subheadlineLength } from './subheadline-length.ts'
import { subjectLength } from './subject-length.ts'
import { summaryLength } from './summary-length.ts'
import { summaryRepeats } from './summary-repeats.ts'

/** What a release says of itself: headline, date, place, summary, length. */
export const identity = [
  headlineLength,
  headlineCapitals,
  headlineFullStop,
  headlineRepeated,
  organizationNamed,
  subheadlineLength,
  summaryLength,
  summaryRepeats,
  subjectLength,
  bodyLength,
  firstParagraph,
  paragraphLength,
] as const
