import { defineMessageRule } from './rule.ts'
import { sample } from './sample.ts'

const maximum = 998
const quoted = 76
/** What a line should keep to where nothing breaks it. */
const plain = 78

export const lineLength = defineMessageRule({
  code: 'line-length',
  severity: 'error',
  summary: 'Keep each line within 998 bytes, and within 76 in quoted-printable',
  why: 'Servers may cut longer lines or refuse the message, and 78 is what RFC 5322 asks for where nothing breaks them (RFC 5322, 2.1.1; RFC 2045, 6.7); a cut in the middle of a letter or a tag spoils what follows.',
  examples: {
    good: [sample(), sample({ text: `${'a'.repeat(75)}=\r\nb` })],
    bad: {
      [sample({ headers: { 'X-Note': 'a'.repeat(991) } })]: '8:999 Too long line, 999 bytes, maximum 998',
      [sample({ text: 'a'.repeat(999) }).replace('quoted-printable', '8bit')]:
        '13:999 Too long line, 999 bytes, maximum 998',
      [sample({ text: 'a'.repeat(200) }).replace('quoted-printable', '7bit')]:
        '13:79 Line that nothing breaks, 200 bytes, better 78',
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
    for (const { type, encoding, start, end } of parts) {
      const isQuoted = encoding === 'quoted-printable'
      if (!isQuoted && !(type.startsWith('text/') && /^[78]bit$/.test(encoding))) continue
      const line = (isQuoted ? beyondQuoted : beyondPlain).exec(source.text.slice(start, end))
      if (!line) continue
      const { length } = line[0]
      const from = start + line.index
      report(
        isQuoted
          ? {
              message: `Too long line of quoted-printable, ${length} bytes, maximum ${quoted}`,
              hint: 'Break it by `=` at the end of a line',
              at: [from + quoted, from + length],
            }
          : {
              message: `Line that nothing breaks, ${length} bytes, better ${plain}`,
              hint: 'Send the part as quoted-printable',
              at: [from + plain, from + length],
              severity: 'warning',
            },
      )
    }
  },
})

// From the beginning of a line, and none that is too long altogether.
const beyondQuoted = /(?<![^\r\n])[^\r\n]{77,998}(?![^\r\n])/
const beyondPlain = /(?<![^\r\n])[^\r\n]{79,998}(?![^\r\n])/
