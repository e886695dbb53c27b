import { arabicMarks } from './arabic-marks.ts'
import { bareUrl } from './bare-url.ts'
import { capitalsRun } from './capitals-run.ts'
import { doubleSpace } from './double-space.ts'
import { doubledWord } from './doubled-word.ts'
import { exclamationMark } from './exclamation-mark.ts'
import { footnote } from './footnote.ts'
import { frenchSpace } from './french-space.ts'
import { hype } from './hype.ts'
import { linkText } from './link-text.ts'
import { mixedQuotationMarks } from './mixed-quotation-marks.ts'
import { placeholderText } from './placeholder-text.ts'
import { quotationMarks } from './quotation-marks.ts'
import { relativeDate } from './relative-date.ts'
import { spanishMarks } from './spanish-marks.ts'
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
  mixedQuotationMarks,
  frenchSpace,
  spanishMarks,
  arabicMarks,
  doubledWord,
  capitalsRun,
  exclamationMark,
  hype,
  doubleSpace,
] as const
