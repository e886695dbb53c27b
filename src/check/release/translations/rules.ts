import { missingLanguage } from './missing-language.ts'
import { sameContacts } from './same-contacts.ts'
import { sameDates } from './same-dates.ts'
import { sameLinks } from './same-links.ts'
import { sameNumbers } from './same-numbers.ts'
import { sameStructure } from './same-structure.ts'
import { sameTimes } from './same-times.ts'
import { untranslated } from './untranslated.ts'

/** What the languages of a release must agree in. */
export const translations = [
  missingLanguage,
  untranslated,
  sameDates,
  sameTimes,
  sameNumbers,
  sameLinks,
  sameContacts,
  sameStructure,
] as const
