import { contactDates } from './contact-dates.ts'
import { contactDetails } from './contact-details.ts'
import { contactLanguage } from './contact-language.ts'
import { emailForm } from './email-form.ts'
import { emailSlip } from './email-slip.ts'
import { noContact } from './no-contact.ts'
import { phoneForm } from './phone-form.ts'

/** Whom to ask. */
export const contacts = [
  noContact,
  contactDetails,
  phoneForm,
  emailForm,
  emailSlip,
  contactLanguage,
  contactDates,
] as const
