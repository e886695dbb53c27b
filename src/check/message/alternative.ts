import { beginning } from './message.ts'
import { defineMessageRule } from './rule.ts'
import { part, sample } from './sample.ts'

export const alternative = defineMessageRule({
  code: 'alternative',
  severity: 'error',
  summary: 'Send text and HTML as alternatives, the text first, both in UTF-8',
  why: 'A client shows the last alternative that it can, so the plainest comes first (RFC 2046, 5.1.4); without text, watches, screen readers and filters have nothing, and filters count it against the sender.',
  examples: {
    good: [
      sample(),
      sample({ headers: { 'Content-Type': 'multipart/mixed; boundary="next"' }, more: [] })
        .replace('--next\r\n', '--next\r\nContent-Type: multipart/alternative; boundary="inner"\r\n\r\n--inner\r\n')
        .replace('\r\n--next\r\nContent-Type: text/html', '\r\n--inner\r\nContent-Type: text/html')
        .replace('--next--', '--inner--\r\n--next--'),
    ],
    bad: {
      [sample({ textFirst: false })]: '1:1 HTML before the text',
      [sample({ headers: { 'Content-Type': 'multipart/mixed; boundary="next"' } })]:
        '7:1 Missing multipart/alternative',
      [sample({ headers: { 'Content-Type': 'text/html; charset=utf-8' } })]: '7:1 Missing multipart/alternative',
      [sample().replace('plain; charset=utf-8', 'plain; charset=iso-8859-1')]:
        '10:1 Wrong charset of text/plain, "iso-8859-1"',
      [sample().replace('html; charset=utf-8', 'html; charset=windows-1252')]:
        '15:1 Wrong charset of text/html, "windows-1252"',
      [sample().replace('html; charset=utf-8', 'html')]: '15:1 Missing charset of text/html',
      [sample({ more: [part('text/calendar; charset=utf-8', 'BEGIN:VCALENDAR')] }).replace(
        'text/plain',
        'text/enriched',
      )]: '1:1 Missing text/plain',
    },
  },
  check({ root, parts }, report) {
    const container = parts.find(({ type }) => type === 'multipart/alternative')
    if (!container) {
      const at = root.headers.find(({ name }) => name === 'content-type')?.at ?? beginning
      report({ message: 'Missing multipart/alternative', hint: 'Send the text version beside the HTML', at })
      return
    }
    const shown = container.children.flatMap((one) => [one, ...one.children])
    const text = shown.findIndex(({ type }) => type === 'text/plain')
    const html = shown.findIndex(({ type }) => type === 'text/html')
    for (const [type, index] of [
      ['text/plain', text],
      ['text/html', html],
    ] as const)
      if (index === -1) report({ message: `Missing ${type}`, hint: 'Send both', at: beginning })
    if (text > html && html !== -1)
      report({ message: 'HTML before the text', hint: 'Put the text first', at: beginning })
    for (const { type, charset, headers } of shown) {
      if (type !== 'text/plain' && type !== 'text/html') continue
      const at = headers.find(({ name }) => name === 'content-type')?.at ?? beginning
      const hint = 'Say `charset=utf-8`'
      if (charset === undefined) report({ message: `Missing charset of ${type}`, hint, at })
      else if (charset.toLowerCase() !== 'utf-8')
        report({ message: `Wrong charset of ${type}, "${charset}"`, hint, at })
    }
  },
})
