import { bodyLength } from './body-length.ts'
import { headlineCapitals } from './headline-capitals.ts'
import { headlineFullStop } from './headline-full-stop.ts'
import { headlineLength } from './headline-length.ts'
import { summaryLength } from './summary-length.ts'

/** What a release says of itself: headline, date, place, summary, length. */
export const identity = [headlineLength, headlineCapitals, headlineFullStop, summaryLength, bodyLength] as const
