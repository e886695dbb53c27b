import { defineMessageRule } from './rule.ts'
import { sample } from './sample.ts'

const maximum = 60

export const subject = defineMessageRule({
  code: 'subject',
  severity: 'warning',
  summary: 'Keep the subject within 60 characters, and not in capitals',
  why: 'Mail lists on phones cut a subject off after 40 to 60 characters; capitals throughout count against the sender in SpamAssassin (SUBJ_ALL_CAPS).',
  examples: {
    good: [
      sample(),
      sample({ headers: { Subject: 'EMBARGOED: Acme opens a plant' } }),
      sample({ headers: { Subject: 'ICC' } }),
      sample({ headers: { Subject: `Acme opens ${'and opens '.repeat(4)}a plant` } }),
    ],
    bad: {
      [sample({ headers: { Subject: 'ACME OPENS A PLANT' } })]: '3:1 Subject in capitals',
      [sample({ headers: { Subject: `Acme opens ${'and opens '.repeat(5)}again` } })]:
        '3:1 Too long subject, 66 characters, maximum 60',
    },
  },
  check({ subject: text, header }, report) {
    const at = header('subject')?.at
    if (text === undefined || !at) return
    const length = [...text].length
    if (length > maximum)
      report({
        message: `Too long subject, ${length} characters, maximum ${maximum}`,
        hint: 'Give the release a `subject` of its own',
        at,
      })
    const letters = text.replace(/\P{L}/gu, '')
    if (letters.length > 8 && letters === letters.toUpperCase() && letters !== letters.toLowerCase())
      report({ message: 'Subject in capitals', hint: 'Write it as a sentence', at })
  },
})
