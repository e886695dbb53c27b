import type { Span } from '../email/email.ts'

/** A header field, unfolded; its place is that of all its lines. */
export interface Header {
  readonly name: string
  readonly value: string
  readonly at: Span
}

/** Reads the fields between two offsets; a line that begins with white space continues the one before (RFC 5322, 2.2.3). */
export function readHeaders(text: string, start: number, end: number): Header[] {
  const found: Header[] = []
  for (const match of text.slice(start, end).matchAll(/^([!-9;-~]+):((?:[^\r\n]|\r?\n[ \t])*)/gm)) {
    const at = start + match.index
    const value = (match[2] ?? '').replace(/\r?\n(?=[ \t])/g, '').trim()
    found.push({ name: (match[1] ?? '').toLowerCase(), value, at: [at, at + match[0].length] })
  }
  return found
}

/** A parameter of a structured field, such as the charset of a Content-Type (RFC 2045, 5.1; RFC 2231 only where it is plain). */
export function parameter(value: string, name: string): string | undefined {
  const [, quoted, bare] = new RegExp(`;\\s*${name}\\*?\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(value) ?? []
  return quoted ?? bare
}

/** A field as people read it: encoded words become text, white space between two of them goes (RFC 2047). */
export const decodeWords = (value: string): string =>
  value
    .replace(/(=\?[^?\s]+\?[bq]\?[^?\s]*\?=)\s+(?==\?[^?\s]+\?[bq]\?)/gi, '$1')
    .replace(/(?:=\?utf-8\?([bq])\?[^?\s]*\?=)+/gi, (run) => {
      const words = [...run.matchAll(/=\?utf-8\?([bq])\?([^?\s]*)\?=/gi)]
      const bytes = words.map(([, kind, text = '']) =>
        kind?.toLowerCase() === 'b' ? Buffer.from(text, 'base64') : quotedBytes(text.replaceAll('_', ' ')),
      )
      return Buffer.concat(bytes).toString('utf8')
    })

/** Quoted-printable to bytes; soft line breaks go (RFC 2045, 6.7). */
export const quotedBytes = (text: string): Buffer =>
  Buffer.from(
    text
      .replace(/=[ \t]*\r?\n/g, '')
      .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )
