import { matchesIn } from '../../source/matches.ts'
import { definePlainTextRule } from './rule.ts'

/** Joiners and marks of direction are left out: Persian, emoji and phone numbers in Arabic need them. */
const invisible = /[\u00a0\u00ad\u200b\u202f\u2060\ufeff\ufffd]|[^\P{Cc}\n]/gu

export const textInvisible = definePlainTextRule({
  code: 'text-invisible',
  severity: 'error',
  summary: 'Leave no characters in the plain text that cannot be seen',
  why: 'Soft hyphens and zero-width spaces come out as boxes or break a search; no-break spaces stay behind in editing systems, where they keep lines from ending (Unicode 23.2).',
  examples: {
    good: ['She waited: 5 % a year.\n', '\u200e+31 70 555 0100\u200e\n'],
    bad: {
      'Donau\u00addampf\n': '1:6 Invisible character U+00AD',
      'Acme\u200b opens\n': '1:5 Invisible character U+200B',
      '5\u00a0%\n': '1:2 Invisible character U+00A0',
      '5\u202f%\n': '1:2 Invisible character U+202F',
      'Acme\u2060 \ufeffopens\n': '1:5 Invisible character U+2060\n1:7 Invisible character U+FEFF',
      'It\u0092s\n': '1:3 Invisible character U+0092',
    },
  },
  check({ source: { text } }, report) {
    const told = new Set<string>()
    for (const { 0: found, index } of matchesIn(text, invisible)) {
      if (told.has(found)) continue
      told.add(found)
      const code = found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
      report({ message: `Invisible character U+${code}`, hint: 'Take it out', at: [index, index + 1] })
    }
  },
})
