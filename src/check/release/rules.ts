import { bodyLength } from './body-length.ts'
import { doubleSpace } from './double-space.ts'
import { exclamationMark } from './exclamation-mark.ts'
import { footnote } from './footnote.ts'
import { headlineCapitals } from './headline-capitals.ts'
import { headlineFullStop } from './headline-full-stop.ts'
import { headlineLength } from './headline-length.ts'
import { importRemark } from './import-remark.ts'
import { linkText } from './link-text.ts'
import { noContact } from './no-contact.ts'
import { placeholderText } from './placeholder-text.ts'
import { quotationMarks } from './quotation-marks.ts'
import { relativeDate } from './relative-date.ts'
import { summaryLength } from './summary-length.ts'
import { timeZone } from './time-zone.ts'
import { weekday } from './weekday.ts'

/** Everything that releases are held to. A new rule is a file beside these and a line here. */
export const rules = [
  headlineLength,
  headlineCapitals,
  headlineFullStop,
  summaryLength,
  noContact,
  placeholderText,
  weekday,
  timeZone,
  relativeDate,
  footnote,
  linkText,
  quotationMarks,
  exclamationMark,
  bodyLength,
  doubleSpace,
  importRemark,
] as const

export type ReleaseCode = (typeof rules)[number]['code']
