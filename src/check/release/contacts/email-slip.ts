import { defineTextRule } from '../rule.ts'
import { slipIn } from './address-slip.ts'

const name = /(?<![\w.+-])[\w.+-]{1,64}$/
const domain = /^(?:[\w-]{1,63}\.){1,8}\w{1,24}(?![\w-])/
/** Ends that tell a domain from a word behind a comma: `press@acme,com`. */
const ends = 'com|org|net|edu|gov|int|info|eu|uk|fr|es|de|fi|ch|be|ca|mx'
/** A sign or a point too many, or a comma for a point, where no domain stands. */
const spoiled = new RegExp(`^(?:@?[\\w-]{1,63}(?:[.,]{1,2}[\\w-]{1,63}){0,6}[.,]{1,2}(?:${ends}))(?![\\w-]|[.,@]\\w)`)

export const emailSlip = defineTextRule({
  code: 'email-slip',
  severity: 'warning',
  summary: 'Type email addresses that can exist',
  why: 'Mail to an address with a slip in it, gmial.com or .con, comes back after hours, or never. The addresses of contacts are looked at where they stand, by the rule email-form.',
  rate: 'not measured: the archives have masked addresses',
  examples: {
    good: [
      '---\nheadline: Acme opens a plant\n---\n\nWrite to [us](mailto:press@example.org), press@acme.co or eva@mail.com.\n',
      '---\nheadline: Acme opens a plant\n---\n\nFollow @acme, com or not, or ask eva@acme.com, uk@acme.com... Write to eva@acme.com,de or eva@acme.com,info@acme.com. They met @@ once.\n',
    ],
    bad: {
      '---\nheadline: Acme opens a plant\n---\n\nWrite to press@acme,com, press@@acme.com, press@acme..com or press@news,acme.com.\n':
        '5:10 Email address at "acme,com"\n5:26 Email address at "@acme.com"\n5:43 Email address at "acme..com"\n5:62 Email address at "news,acme.com"',
      '---\nheadline: Acme opens a plant\n---\n\nWrite to [us](mailto:press@acme.con?subject=Hi), or to acme.press@gmial.com.\n':
        '5:22 Email address at "acme.con"\n5:56 Email address at "gmial.com"',
      '---\nheadline: Acme ouvre une usine\nlanguage: fr\nevent: { starts: 2026-01-02, registration: presse@acme.ogr }\n---\n\nTexte.\n':
        '4:44 Email address at "acme.ogr"',
    },
  },
  check({ source }, report) {
    const { text } = source
    // From sign to sign: a pattern that begins with the name would try every word of the text.
    for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
      const before = name.exec(text.slice(Math.max(0, at - 65), at))?.[0]
      if (before === undefined) continue
      const behind = text.slice(at + 1, at + 257)
      const after = domain.exec(behind)?.[0]
      const wrong = after === undefined ? spoiled.exec(behind)?.[0] : undefined
      if (wrong !== undefined) {
        const meant = `${before}@${wrong.replace(/^@/, '').replace(/[.,]+/g, '.')}`
        report({
          message: `Email address at "${wrong}"`,
          hint: `did you mean "${meant}"?`,
          at: [at - before.length, at + 1 + wrong.length],
        })
      }
      if (after === undefined) continue
      const typed = `${before}@${after}`
      const index = at - before.length
      const found = slipIn(typed)
      if (!found) continue
      const hint = found.meant === undefined ? 'correct it' : `did you mean "${found.meant}"?`
      report({ message: found.message, hint, at: [index, index + typed.length] })
    }
  },
})
