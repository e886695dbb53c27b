/**
 * Phone numbers: the groups of one stand in the wrong order where the text around them runs from right to left, unless it is set apart
 * (UAX #9, Unicode Bidirectional Algorithm).
 */
const phone =
  /\+\d{1,4}(?:[ .\u00A0-]?\(?\d{1,5}\)?){2,6}|(?<![\d.,+]|\d[ \u00A0\u202F])0\d{1,4}(?:[ \u00A0-]\d{2,5}){1,4}(?!\d)/g

/** HTML of a right-to-left text, with its phone numbers from left to right. */
export const phonesApart = (html: string): string => html.replace(phone, '<bdi dir="ltr">$&</bdi>')

/** The same for a plain text, which has no other means than left-to-right marks. */
export const phonesMarked = (text: string): string => text.replace(phone, '\u200E$&\u200E')
