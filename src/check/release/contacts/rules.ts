import { contactDates } from './contact-dates.ts'
import { contactDetails } from './contact-details.ts'
import { contactLanguage } from './contact-language.ts'
import { emailForm } from './email-form.ts'
import { noContact } from './no-contact.ts'
import { phoneForm } from './phone-form.ts'

/** Whom to ask. */
export const contacts = [noContact, contactDetails, phoneForm, emailForm, contactLanguage, contactDates] as const
