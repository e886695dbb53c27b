import { fullInversion, partialInversion } from '../../clients/inversion.ts'
import { contrastRatio } from '../../press-room/contrast.ts'
import { minimumContrast, printRatio } from './contrast.ts'
import { tagSpan } from './email.ts'
import { paints } from './paint.ts'
import { defineEmailRule } from './rule.ts'

const inversions = [
  ['full', fullInversion],
  ['partial', partialInversion],
] as const

export const forcedDark = defineEmailRule({
  code: 'forced-dark',
  severity: 'warning',
  summary: 'Choose colours that can still be read when a client turns them dark by force',
  why: 'Gmail on iOS and Outlook for Windows invert every colour, Outlook.com and Outlook on phones the light grounds and the dark text only, whatever the email says; middling greys and strong colours come out of it unreadable (caniemail.com, "prefers-color-scheme"; the colours are computed as in Outlook’s open-source editor).',
  examples: {
    good: ['<p style="color:#1f2328">Text</p>', '<p style="background:#1b4b8f;color:#ffffff">Text</p>'],
    bad: {
      '<p style="background:#8f8f8f;color:#111111">Text</p>':
        '1:1 Too low contrast under partial inversion, #f3f3f3 on #7f7f7f, 3.6:1, minimum 4.5:1',
      '<p style="background:#000000;color:#757575">Text</p>':
        '1:1 Too low contrast under full inversion, #808080 on #ffffff, 3.9:1, minimum 4.5:1',
    },
  },
  check(email, report) {
    const said = new Set<string>()
    for (const { element, ink, ground } of paints(email, email.page, 'light')) {
      if (contrastRatio(ink, ground) < minimumContrast) continue
      for (const [name, change] of inversions) {
        const [text, behind] = [change.ink(ink), change.ground(ground)]
        const ratio = contrastRatio(text, behind)
        const pair = `${name} inversion, ${text} on ${behind}`
        if (ratio >= minimumContrast || said.has(pair)) continue
        said.add(pair)
        report({
          message: `Too low contrast under ${pair}, ${printRatio(ratio)}, minimum ${minimumContrast}:1`,
          hint: 'Move text and ground further apart in lightness',
          at: tagSpan(element),
        })
      }
    }
  },
})
