import { tagSpan, type Span } from './email.ts'
import { paints } from './paint.ts'
import { defineEmailRule } from './rule.ts'

/** In px. Boilerplate, contacts and captions are smaller by right: a third of the words in this size or more is the body. */
export const minimum = 16
/** Below this nothing can be read on a phone, and iOS enlarges it by itself, which breaks the layout. */
export const smallest = 12

export const textSize = defineEmailRule({
  code: 'text-size',
  severity: 'warning',
  reads: 'whole',
  summary: 'Set the body in 16 px or more, and nothing under 12 px',
  why: 'Most releases are opened on a phone at arm’s length; 16 px is what browsers and Apple use for text, and iOS enlarges what is under 13 px on its own (Apple, Human Interface Guidelines; WebKit text size adjustment).',
  examples: {
    good: [
      '<p style="font-size:16px">Some words of the release</p><p style="font-size:13px">A caption</p>',
      '<div style="font-size:0"><p style="font-size:17px">Some words of the release</p></div>',
      '<p>Some words of the release</p>',
    ],
    bad: {
      '<p style="font-size:14px">Some words of the release</p><p style="font-size:16px">A caption</p>':
        '1:1 Too small body text, 14 px, minimum 16',
      '<p>Some words of the release</p><p style="font-size:10px">A caption</p>':
        '1:33 Too small text, 10 px, minimum 12',
    },
  },
  check(email, report) {
    const sizes = new Map<number, { characters: number; readonly at: Span }>()
    for (const { element, text, size } of paints(email, email.page, 'light')) {
      if (/^h[1-6]$/.test(element.tagName)) continue
      const known = sizes.get(size) ?? { characters: 0, at: tagSpan(element) }
      known.characters += text.trim().length
      sizes.set(size, known)
    }
    const largest = [...sizes].sort(([, a], [, b]) => b.characters - a.characters)
    const total = largest.reduce((sum, [, { characters }]) => sum + characters, 0)
    const large = largest.reduce((sum, [size, { characters }]) => sum + (size >= minimum ? characters : 0), 0)
    const body = large < total / 3 ? largest.find(([size]) => size < minimum) : undefined
    const hint = 'Enlarge it'
    if (body) report({ message: `Too small body text, ${round(body[0])} px, minimum ${minimum}`, hint, at: body[1].at })
    for (const [size, { at }] of sizes)
      if (size < smallest && size !== body?.[0])
        report({ message: `Too small text, ${round(size)} px, minimum ${smallest}`, hint, at })
  },
})

const round = (size: number): number => Math.round(size * 10) / 10
