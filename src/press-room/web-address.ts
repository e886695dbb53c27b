import * as v from 'valibot'
import { json } from '../source/schema.ts'

/** The address with its scheme and host in the form that the URL standard gives them; nothing where it is not http or https. */
export function readWebAddress(text: string): string | undefined {
  if (!/^https?:\/\//i.test(text)) return undefined
  try {
    return new URL(text).href
  } catch {
    return undefined
  }
}

/** An address as a link may hold it: spaces and letters beyond ASCII encoded, and one that has none of them as it was typed (RFC 3986, 2). */
export const encodedAddress = (typed: string): string =>
  /[^!-~]|["<>\\^`{|}]/.test(typed) ? (readWebAddress(typed) ?? typed) : typed

/** A field that holds an address on the web. */
export const webAddress = (about: string) =>
  v.pipe(
    v.string('expected a web address'),
    v.check(
      (text) => readWebAddress(text) !== undefined,
      (issue) => `No web address, "${issue.input}"; write it in full, with https://`,
    ),
    v.description(about),
    json({ type: 'string', format: 'uri', pattern: '^https?://' }),
  )

/** A field that holds an address below which others stand: they would end up in what follows a `?` or a `#`. */
export const webFolder = (about: string) =>
  v.pipe(
    webAddress(about),
    v.check(
      (text) => !/[?#]/.test(text),
      (issue) => `No address of a folder, "${issue.input}"; leave out what begins with ? or #`,
    ),
  )
