import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { typedFact } from '../../../src/check/release/freshness/typed-fact.ts'
import { foundIn } from '../../support/findings.ts'
import { pressRoom } from '../../support/press-room.ts'

const about = (body: string): string => `---\ntitle: About Acme\n---\n\n${body}\n`

test('bears any value, and finds it where it is typed', async () => {
  const sign = fc.constantFrom(...'0123456789ab.,-+*?()[]{}|^$/ ')
  const value = fc
    .array(sign, { minLength: 2, maxLength: 8 })
    .map((signs) => signs.join('').trim())
    .filter((text) => /^\d[^{}[\]*]*\d$/.test(text))
  await fc.assert(
    fc.asyncProperty(value, async (typed) => {
      const facts = `pumps: { value: ${JSON.stringify(typed)} }\n`
      const files = { 'templates/facts.yaml': facts, 'templates/boilerplate/about.md': about(`It has ${typed} pumps.`) }
      const found = await foundIn(pressRoom(files), typedFact)
      expect(found.map(({ message }) => message)).toEqual([`"${typed}" is the fact "pumps"`])
    }),
    { numRuns: 60 },
  )
})

test('leaves alone what only looks like one', async () => {
  const body = [
    'It has 12,500 pumps, 2500.5 pumps and pump no. 2500.',
    'It sold 2500. Pumps it has, too.',
    'The plant, which has 2500 windows, as many doors and not a single bell to ring, makes pumps.',
  ].join('\n\n')
  const files = { 'templates/facts.yaml': 'pumps: { value: 2500 }\n', 'templates/boilerplate/about.md': about(body) }
  expect((await foundIn(pressRoom(files), typedFact)).map(({ position }) => position?.start)).toEqual([])
})
