/** How Windows-1252 and its like look when UTF-8 was taken for them: â€™, Ã©. */
const doubled = /(?:â€[™œ\u009d“”˜¢¦]|Ã[©¨ªàâ§´®«»±¼¶¤\u00A0-\u00BF])/

/**
 * Bytes of a text to its letters: by the byte order mark, by what the file says of itself, as UTF-8, or else as windows-1252, which is what
 * an old file of an office most likely is in.
 */
export function lettersOf(bytes: Uint8Array, charset?: string): { readonly text: string; readonly remark?: string } {
  const [a, b, c] = bytes
  if (a === 0xff && b === 0xfe) return { text: decodeAs('utf-16le', bytes) }
  if (a === 0xfe && b === 0xff) return { text: decodeAs('utf-16be', bytes) }
  const zeros = (from: number): number =>
    bytes.subarray(0, 2000).filter((byte, i) => i % 2 === from && byte === 0).length
  const isWide = bytes.length > 3 && bytes.length % 2 === 0
  if (isWide && zeros(1) > bytes.subarray(0, 2000).length / 3) return { text: decodeAs('utf-16le', bytes) }
  if (isWide && zeros(0) > bytes.subarray(0, 2000).length / 3) return { text: decodeAs('utf-16be', bytes) }
  const marked = a === 0xef && b === 0xbb && c === 0xbf
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return doubled.test(text)
      ? { text, remark: 'letters such as â€™ or Ã© were broken before; look for them' }
      : { text }
  } catch {
    if (marked)
      return { text: decodeAs('utf-8', bytes), remark: 'letters that are not UTF-8 are lost, shown as \uFFFD' }
    const named = charset === undefined ? undefined : known(charset)
    return named !== undefined && named !== 'utf-8'
      ? { text: decodeAs(named, bytes) }
      : {
          text: decodeAs('windows-1252', bytes),
          remark: 'the file does not say how its letters are written; they are read as windows-1252',
        }
  }
}

/** What windows-1252 has where Latin-1 has control characters (https://encoding.spec.whatwg.org/#windows-1252); Node 20 reads it as Latin-1. */
const c1 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** A text of windows-1252 that was read as Latin-1, with its quotation marks, dashes and the sign of the euro. */
export const asWindows1252 = (text: string): string =>
  text.replace(/[\u0080-\u009f]/g, (letter) => c1.charAt(letter.charCodeAt(0) - 0x80))

function decodeAs(charset: string, bytes: Uint8Array): string {
  const text = new TextDecoder(charset).decode(bytes)
  return charset === 'windows-1252' ? asWindows1252(text) : text
}

function known(charset: string): string | undefined {
  try {
    return new TextDecoder(charset).encoding
  } catch {
    return undefined
  }
}

/** The charset that a page says in its first kilobyte that it is in. */
export const charsetOfPage = (bytes: Uint8Array): string | undefined =>
  /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{2,40})/i.exec(
    Buffer.from(bytes.subarray(0, 4096)).toString('latin1'),
  )?.[1]

/**
 * A text in one form: line ends, composed letters, no invisible characters that only break searches. A non-breaking space stays where
 * French, figures or initials need it, and is a space elsewhere; Word's vertical tab is a line break.
 */
export const inOneForm = (text: string): string =>
  text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[\v\u2028\u2029\u0085]/g, '\n')
    .replace(/[\u00AD\u200B\uFEFF\u2060]|(?<![\p{L}\p{M}])[\u200C\u200D]|[\u200C\u200D](?![\p{L}\p{M}])/gu, '')
    .replace(/(?<![«‹\p{N}])[\u00A0\u202F\u2007](?![»›;:!?%€\p{N}])/gu, ' ')
    .replace(/(?![\t\n\f\u0085])\p{Cc}/gu, '')
    .normalize('NFC')
