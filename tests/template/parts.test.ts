import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encoded, fixed, joined, mostBytes } from '../../src/template/parts.ts'

const part = fc.string({ unit: 'grapheme' }).chain((text) => fc.constantFrom(text, fixed(text)))

test('parts are encoded as the joined text is', () => {
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const bytes = Buffer.from(joined(parts))
      expect(Buffer.from(encoded(parts))).toEqual(bytes)
      expect(Buffer.from(encoded(joined(parts)))).toEqual(bytes)
      expect(mostBytes(parts)).toBeGreaterThanOrEqual(bytes.byteLength)
    }),
  )
})
