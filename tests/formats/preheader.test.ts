import { expect, test } from 'vitest'
import { longestPreheader } from '../../src/formats/email/preheader.ts'
import { lintEmail } from '../../src/check/email/index.ts'
import { displayWidth } from '../../src/markdown/width.ts'
import { buildHere, pressRoom } from '../support/press-room.ts'

test.each([
  ['emoji', `${'A'.repeat(88)}👩🏽‍🚀 and so on`, `${'A'.repeat(88)}…`],
  ['Japanese', '海'.repeat(55), `${'海'.repeat(44)}…`],
  ['words', 'The plant opens. '.repeat(8), `${'The plant opens. '.repeat(5)}The…`],
  ['a short text', '海'.repeat(45), '海'.repeat(45)],
])('a preheader of %s is cut between characters, as wide as the rule wants it', async (_, summary, expected) => {
  const root = pressRoom({
    'releases/2026-01-02-x.md': `---\nheadline: Acme opens\ndate: 2026-01-02\nsummary: ${summary}\n---\n\nText.\n`,
  })
  const { output } = await buildHere(root, { formats: ['email'] })
  const html = output('releases/x/email.html')
  const shown = /mso-hide:all[^>]*>([^<&]*)/.exec(html)?.[1] ?? ''
  expect(shown).toBe(expected)
  expect(displayWidth(shown)).toBeLessThanOrEqual(longestPreheader)
  expect(lintEmail('email.html', Buffer.from(html)).filter(({ code }) => code === 'preheader')).toEqual([])
})
