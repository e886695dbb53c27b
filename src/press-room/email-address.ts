import * as v from 'valibot'
import { json } from '../source/schema.ts'

/** A field that holds an email address: a name, an @, a domain with a point; letters of every script, nothing that a header would read as its own. */
export const emailAddress = (about: string) =>
  v.pipe(
    v.string('expected an email address'),
    v.regex(
      /^[^\s@<>"(),:;[\]\\]+@[^\s@<>"(),:;[\]\\]+\.[^\s@<>"(),:;[\]\\.]+$/u,
      (issue) => `No email address, "${issue.input}"; write it as name@example.org`,
    ),
    v.description(about),
    json({ type: 'string', format: 'email' }),
  )
