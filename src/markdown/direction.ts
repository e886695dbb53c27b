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

/** Letters of the scripts that run from right to left, Hebrew, Arabic and their neighbours, and of those that run the other way. */
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/
const leftToRight = /[A-Za-z\u00AA-\u058F\u0900-\u1FFF\u2C00-\uD7FF]/

export const hasRightToLeft = (text: string): boolean => rightToLeft.test(text)

/** Fewer words read alike in either direction: a name, an address. */
const fewestWords = 4

/**
 * The attribute of a block whose words run the other way than those of the release, and so stand in the wrong order of sentences; nothing for
 * all others. Most have no letter of the other kind, and are not counted.
 */
export function directionApart(text: string, runsRightToLeft: boolean): '' | ' dir="rtl"' | ' dir="ltr"' {
  const [own, other] = runsRightToLeft ? [rightToLeft, leftToRight] : [leftToRight, rightToLeft]
  if (!other.test(text) || text.trim().split(/\s+/).length < fewestWords) return ''
  const count = (letters: RegExp): number => [...text].filter((one) => letters.test(one)).length
  return count(other) <= count(own) ? '' : runsRightToLeft ? ' dir="ltr"' : ' dir="rtl"'
}
