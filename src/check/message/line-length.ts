import { defineMessageRule } from './rule.ts'
import { sample } from './sample.ts'

const maximum = 998
const quoted = 76

export const lineLength = defineMessageRule({
  code: 'line-length',
  severity: 'error',
  summary: 'Keep each line within 998 bytes, and within 76 in quoted-printable',
  why: 'Servers may cut longer lines or refuse the message (RFC 5322, 2.1.1; RFC 2045, 6.7); a cut in the middle of a letter or a tag spoils what follows.',
  examples: {
    good: [sample(), sample({ text: `${'a'.repeat(75)}=\r\nb` })],
    bad: {
      [sample({ headers: { 'X-Note': 'a'.repeat(991) } })]: '8:999 Too long line, 999 bytes, maximum 998',
      [sample({ text: 'a'.repeat(999) }).replace('quoted-printable', '8bit')]:
        '13:999 Too long line, 999 bytes, maximum 998',
      [sample({ text: 'a'.repeat(77) })]: '13:77 Too long line of quoted-printable, 77 bytes, maximum 76',
    },
  },
  check({ source, parts }, report) {
    for (const { index, 0: line } of source.text.matchAll(/[^\r\n]{999,}/g))
      report({
        message: `Too long line, ${line.length} bytes, maximum ${maximum}`,
        hint: 'Fold the field, or send the part as quoted-printable',
        at: [index + maximum, index + line.length],
      })
    for (const { encoding, start, end } of parts) {
      if (encoding !== 'quoted-printable') continue
      const found = /[^\r\n]{77,998}(?![^\r\n])/.exec(source.text.slice(start, end))
      if (found)
        report({
          message: `Too long line of quoted-printable, ${found[0].length} bytes, maximum ${quoted}`,
          hint: 'Break it by `=` at the end of a line',
          at: [start + found.index + quoted, start + found.index + found[0].length],
        })
    }
  },
})
