import type * as Phones from 'libphonenumber-js/min'
import { createRequire } from 'node:module'

/** Loaded when the first number is looked at, with the numbering plans of the world. */
let phones: typeof Phones | undefined
const require = createRequire(import.meta.url)

/** What the numbering plans say of a number that begins with a plus (ITU-T E.164). */
export type Numbering =
  | { readonly status: 'no-country' }
  | { readonly status: 'wrong'; readonly country: string; readonly why: 'too short' | 'too long' | undefined }
  | { readonly status: 'right'; readonly dialled: string; readonly grouped: string }

/** Looks a number up in the numbering plans. It is digits and what sets them apart: letters would be cut off. */
export function numberingOf(number: string): Numbering {
  phones ??= require('libphonenumber-js/min') as typeof Phones
  const length = phones.validatePhoneNumberLength(number)
  const parsed = phones.parsePhoneNumberFromString(number)
  if (parsed === undefined || length === 'INVALID_COUNTRY') {
    const cut = length === 'TOO_SHORT' ? 'too short' : length === 'TOO_LONG' ? 'too long' : undefined
    return cut ? { status: 'wrong', country: '', why: cut } : { status: 'no-country' }
  }
  if (parsed.isValid()) return { status: 'right', dialled: parsed.number, grouped: parsed.formatInternational() }
  const code = parsed.country ?? parsed.getPossibleCountries()[0]
  const why = length === 'TOO_SHORT' ? 'too short' : length === 'TOO_LONG' ? 'too long' : undefined
  return {
    status: 'wrong',
    country: code === undefined ? '' : (new Intl.DisplayNames(['en'], { type: 'region' }).of(code) ?? code),
    why,
  }
}
