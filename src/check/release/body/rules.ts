import { acronym } from './acronym.ts'
import { arabicMarks } from './arabic-marks.ts'
import { bareUrl } from './bare-url.ts'
import { capitalsRun } from './capitals-run.ts'
import { doubleSpace } from './double-space.ts'
import { doubledWord } from './doubled-word.ts'
import { exclamationMark } from './exclamation-mark.ts'
import { firstPerson } from './first-person.ts'
import { footnote } from './footnote.ts'
import { frenchSpace } from './french-space.ts'
import { headingCase } from './heading-case.ts'
import { headingOrder } from './heading-order.ts'
import { hype } from './hype.ts'
import { itsApostrophe } from './its-apostrophe.ts'
import { linkText } from './link-text.ts'
import { mixedQuotationMarks } from './mixed-quotation-marks.ts'
import { nameSpelling } from './name-spelling.ts'
import { numberStyle } from './number-style.ts'
import { percent } from './percent.ts'
import { pictureCredit } from './picture-credit.ts'
import { pictureDescription } from './picture-description.ts'
import { placeholderText } from './placeholder-text.ts'
import { quotationMarks } from './quotation-marks.ts'
import { quoteSpeaker } from './quote-speaker.ts'
import { relativeDate } from './relative-date.ts'
import { roleChange } from './role-change.ts'
import { similarWord } from './similar-word.ts'
import { spanishMarks } from './spanish-marks.ts'
import { tableColumns } from './table-columns.ts'
import { tableHeader } from './table-header.ts'
import { tableSum } from './table-sum.ts'
import { timeZone } from './time-zone.ts'
import { typedFootnote } from './typed-footnote.ts'
import { unreadMarkup } from './unread-markup.ts'
import { weekday } from './weekday.ts'
import { zonePair } from './zone-pair.ts'

/** What people read, in fields and in the body. */
export const body = [
  unreadMarkup,
  placeholderText,
  weekday,
  timeZone,
  zonePair,
  relativeDate,
  footnote,
  typedFootnote,
  linkText,
  bareUrl,
  quotationMarks,
  mixedQuotationMarks,
  quoteSpeaker,
  frenchSpace,
  spanishMarks,
  arabicMarks,
  doubledWord,
  similarWord,
  itsApostrophe,
  nameSpelling,
  roleChange,
  exclamationMark,
  capitalsRun,
  firstPerson,
  hype,
  acronym,
  numberStyle,
  percent,
  doubleSpace,
  headingOrder,
  headingCase,
  pictureDescription,
  pictureCredit,
  tableColumns,
  tableHeader,
  tableSum,
] as const
