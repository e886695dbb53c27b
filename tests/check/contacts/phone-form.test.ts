import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { phoneForm } from '../../../src/check/release/contacts/phone-form.ts'
import { openPressRoom } from '../../../src/press-room/open.ts'
import { readPhone } from '../../../src/release/phone.ts'
import { foundIn, mended } from '../../support/findings.ts'

const written = (root: string): string => readFileSync(join(root, 'templates/contacts.yaml'), 'utf8')

test.each([
  ['in quotation marks, which stay', `phone: "+1 (212) 555-0142"`, `phone: "+1 212 555 0142"`],
  ['in single ones, too', `phone: '+1.212.555.0142'`, `phone: '+1 212 555 0142'`],
  ['in none, and gets them', `phone: +31 (0)70-311 1085 # the desk`, `phone: "+31 70 311 1085" # the desk`],
  ['that YAML takes for a number', `phone: +31703111085`, `phone: "+31703111085"`],
  ['with an extension', `phone: "+1 (212) 555-0142 x12"`, `phone: "+1 212 555 0142 ext. 12"`],
  ['without its country, which stays', `phone: 070-311 1085`, `phone: 070-311 1085`],
])('mends a number %s', async (_, typed, right) => {
  const { root } = await mended(phoneForm, `=== templates/contacts.yaml\nana:\n  name: Ana Virta\n  ${typed}\n`)
  expect(written(root)).toBe(`ana:\n  name: Ana Virta\n  ${right}\n`)
})

test('a mend changes nothing that readers see or dial, and leaves nothing to mend', async () => {
  const separator = fc.constantFrom(' ', '-', '.', '', ' - ', '/', ') ', ' (')
  const number = fc
    .tuple(fc.constantFrom('+31 ', '+31 (0)', '+31-', '+ 31 ('), separator, separator, fc.constantFrom('"', "'", ''))
    .map(([plus, a, b, quote]) => ({ typed: `${plus}70${a}311${b}1085`, quote }))
  await fc.assert(
    fc.asyncProperty(number, async ({ typed, quote }) => {
      const { root } = await mended(
        phoneForm,
        `=== templates/contacts.yaml\nana:\n  name: Ana Virta\n  phone: ${quote}${typed}${quote}\n`,
      )
      const { value: room } = await openPressRoom(root)
      expect(readPhone(room?.contact('ana')[0]?.phone ?? '')).toEqual(readPhone(typed))
      expect((await foundIn(root, phoneForm)).filter(({ fix }) => fix)).toEqual([])
    }),
    { numRuns: 60 },
  )
})
