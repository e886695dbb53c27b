import { fullInversion } from '../../clients/inversion.ts'
import { contrastRatio } from '../../press-room/contrast.ts'
import { minimumContrast, printRatio } from './contrast.ts'
import { tagSpan } from './email.ts'
import { outlookDark } from './outlook-dark.ts'
import { paints } from './paint.ts'
import { defineEmailRule } from './rule.ts'

export const forcedDark = defineEmailRule({
  code: 'forced-dark',
  severity: 'warning',
  summary: 'Choose colours that can still be read when a client turns them dark by force',
  why: 'Gmail on iOS and Outlook for Windows invert every colour, Outlook.com and Outlook on phones the light grounds and the dark text only, whatever the email says; middling greys and strong colours come out of it unreadable (caniemail.com, "prefers-color-scheme"; the colours are computed as in Outlook’s open-source editor).',
  examples: {
    good: [
      '<p style="color:#1f2328">Text</p>',
      '<p style="background:#1b4b8f;color:#ffffff">Text</p>',
      '<style>[data-ogsc] .ink{color:#ffffff!important}[data-ogsb] .tint{background:#222222!important}</style><p class="ink tint" style="background:#8f8f8f;color:#111111">Text</p>',
    ],
    bad: {
      '<p style="background:#8f8f8f;color:#111111">Text</p>':
        '1:1 Too low contrast under partial inversion, #f3f3f3 on #7f7f7f, 3.6:1, minimum 4.5:1',
      '<p style="background:#000000;color:#757575">Text</p>':
        '1:1 Too low contrast under full inversion, #808080 on #ffffff, 3.9:1, minimum 4.5:1',
    },
  },
  check(email, report) {
    const light = paints(email, email.page, 'light')
    const isRight = new Set(
      light.flatMap(({ element, ink, ground }) => (contrastRatio(ink, ground) < minimumContrast ? [] : [element])),
    )
    const full = light.map(({ element, ink, ground }) => ({
      element,
      ink: fullInversion.ink(ink),
      ground: fullInversion.ground(ground),
    }))
    const inverted = [
      ['full', full],
      ['partial', outlookDark(email).filter(({ isAuthored }) => !isAuthored)],
    ] as const
    const said = new Set<string>()
    for (const [name, list] of inverted)
      for (const { element, ink, ground } of list) {
        const ratio = contrastRatio(ink, ground)
        const pair = `${name} inversion, ${ink} on ${ground}`
        if (ratio >= minimumContrast || !isRight.has(element) || said.has(pair)) continue
        said.add(pair)
        report({
          message: `Too low contrast under ${pair}, ${printRatio(ratio)}, minimum ${minimumContrast}:1`,
          hint: 'Move text and ground further apart in lightness',
          at: tagSpan(element),
        })
      }
  },
})
