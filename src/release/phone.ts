/** A phone number as it is read and as it is dialled. */
export interface Phone {
  readonly display: string
  readonly uri: string
}

/**
 * `+ 31 (0)70-311 1085` is shown as `+31 70 311 1085` (ITU-T E.123: spaces only, none after the +) and dialled as
 * tel:+31703111085 (RFC 3966). A number that is not international keeps its own form.
 */
export function readPhone(text: string): Phone {
  const [number = '', extension] = text.trim().split(/\s*(?:ext\.?|x)\s*/i)
  const international = number.startsWith('+')
  const cleaned = international ? number.replace(/\(0\)/, ' ') : number
  const dialled = (international ? '+' : '') + cleaned.replace(/\D/g, '')
  const display = international
    ? cleaned
        .replace(/[().\-/]/g, ' ')
        .replace(/\s+/g, ' ')
        .replace(/^\+\s*/, '+')
        .trim()
    : cleaned.replace(/\s+/g, ' ').trim()
  return {
    display: extension ? `${display} ext. ${extension}` : display,
    uri: `tel:${dialled}${extension ? `;ext=${extension}` : ''}`,
  }
}
