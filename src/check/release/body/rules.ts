import { bareUrl } from './bare-url.ts'
import { doubleSpace } from './double-space.ts'
import { exclamationMark } from './exclamation-mark.ts'
import { footnote } from './footnote.ts'
import { hype } from './hype.ts'
import { linkText } from './link-text.ts'
import { placeholderText } from './placeholder-text.ts'
import { quotationMarks } from './quotation-marks.ts'
import { relativeDate } from './relative-date.ts'
import { timeZone } from './time-zone.ts'
import { weekday } from './weekday.ts'

/** What people read, in fields and in the body. */
export const body = [
  placeholderText,
  weekday,
  timeZone,
  relativeDate,
  footnote,
  linkText,
  bareUrl,
  quotationMarks,
  exclamationMark,
  hype,
  doubleSpace,
] as const
