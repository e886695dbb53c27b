import { defineMessageRule } from './rule.ts'
import { sample } from './sample.ts'

export const fieldEncoding = defineMessageRule({
  code: 'field-encoding',
  severity: 'error',
  summary: 'Write what is not ASCII in a field as encoded words',
  why: 'Fields are ASCII (RFC 5322, 2.2); anything else goes into encoded words of at most 75 characters (RFC 2047, 2), or clients show it as a muddle.',
  examples: {
    good: [sample({ headers: { Subject: '=?utf-8?q?Soci=C3=A9t=C3=A9?=' } })],
    bad: {
      [sample({ headers: { Subject: 'Société' } })]: '3:1 Field that is not ASCII, "subject"',
      [sample({ headers: { Subject: `=?utf-8?q?${'=C3=A9'.repeat(12)}?=` } })]:
        '3:1 Too long encoded word, 84 characters, maximum 75',
    },
  },
  check({ source, parts }, report) {
    for (const { name, value, at } of parts.flatMap(({ headers }) => headers)) {
      if (/[\u0080-\uffff]/.test(source.text.slice(at[0], at[1])))
        report({ message: `Field that is not ASCII, "${name}"`, hint: 'Encode it by RFC 2047', at })
      const long = (value.match(/=\?[^?\s]+\?[bq]\?[^?\s]*\?=/gi) ?? []).find((word) => word.length > 75)
      if (long)
        report({ message: `Too long encoded word, ${long.length} characters, maximum 75`, hint: 'Split it', at })
    }
  },
})
