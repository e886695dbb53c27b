import { defineTextRule } from '../rule.ts'
import { slipIn } from './address-slip.ts'

const name = /(?<![\w.+-])[\w.+-]{1,64}$/
const domain = /^(?:[\w-]{1,63}\.){1,8}\w{1,24}(?![\w-])/

export const emailSlip = defineTextRule({
  code: 'email-slip',
  severity: 'warning',
  summary: 'Type email addresses that can exist',
  why: 'Mail to an address with a slip in it, gmial.com or .con, comes back after hours, or never. The addresses of contacts are looked at where they stand, by the rule email-form.',
  rate: 'not measured: the archives have masked addresses',
  examples: {
    good: [
      '---\nheadline: Acme opens a plant\n---\n\nWrite to [us](mailto:press@example.org), press@acme.co or eva@mail.com.\n',
    ],
    bad: {
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
      const after = domain.exec(text.slice(at + 1, at + 257))?.[0]
      if (before === undefined || after === undefined) continue
      const typed = `${before}@${after}`
      const index = at - before.length
      const found = slipIn(typed)
      if (!found) continue
      const hint = found.meant === undefined ? 'correct it' : `did you mean "${found.meant}"?`
      report({ message: found.message, hint, at: [index, index + typed.length] })
    }
  },
})
