import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Register } from '../../src/build/register.ts'

const text = fc.string({ unit: 'grapheme', maxLength: 20 }).map((one) => JSON.stringify(one))
/** Few entries and many, so that some are on sheets which are deflated. */
const entries = fc
  .tuple(
    fc.uniqueArray(fc.string({ unit: 'grapheme' }), { maxLength: 20 }),
    fc.constantFrom(0, 200, 2_000, 12_000),
    text,
  )
  .map(([odd, more, one]) => [
    ...odd.map((key) => [`?${key}`, one] as const),
    ...Array.from({ length: more }, (_, i) => [`releases/${i}`, `${one}${i}`] as const),
  ])

function filled(all: readonly (readonly [string, string])[]): Register {
  const register = new Register()
  for (const [key, one] of all) register.add(key, one)
  return register
}

/** A register as it is read from what it has written down. */
const readAgain = (register: Register): Register => Register.of(register.sheets().map((sheet) => Buffer.from(sheet)))

test('a register has what was added to it, in its order, and so has one that was written down and read', () => {
  fc.assert(
    fc.property(entries, (all) => {
      const register = filled(all)
      const again = readAgain(register)
      for (const one of [register, again]) {
        expect(one.size).toBe(all.length)
        expect([...one]).toEqual(all)
      }
      expect(again.isLike(register)).toBe(true)
    }),
    { numRuns: 30 },
  )
})

test('what is asked for is found in whatever order, and what is not there is not', () => {
  const order = fc.constantFrom('as added', 'backwards', 'mixed', 'nearly as added')
  fc.assert(
    fc.property(entries, order, fc.infiniteStream(fc.nat()), (all, how, numbers) => {
      const next = (): number => Number(numbers.next().value)
      const asked = all.map(
        (entry, i) =>
          [
            how === 'mixed' ? next() : how === 'backwards' ? -i : how === 'as added' ? i : i + (next() % 60),
            entry,
          ] as const,
      )
      const register = filled(all)
      for (const [, [key, one]] of asked.sort(([a], [b]) => a - b)) expect(register.get(key)).toBe(one)
      expect(register.get('releases/none')).toBeUndefined()
      expect(register.get('toString')).toBeUndefined()
    }),
    { numRuns: 30 },
  )
})

test('a register with other texts has those, and the one it came from its own', () => {
  fc.assert(
    fc.property(entries, fc.nat(), (all, n) => {
      const register = filled(all)
      const changes = new Map(all.filter((_, i) => i % 7 === n % 7).map(([key]) => [key, '"new"']))
      const changed = register.with(changes)
      const expected = all.map(([key, one]) => [key, changes.get(key) ?? one])
      expect([...changed]).toEqual(expected)
      expect([...readAgain(changed)]).toEqual(expected)
      for (const [key, one] of all.slice(-300))
        expect([register.get(key), changed.get(key)]).toEqual([one, changes.get(key) ?? one])
      expect(changed.isLike(register)).toBe(changes.size === 0)
    }),
    { numRuns: 20 },
  )
})

test('a register is not like one with another text, another key, another order, or one entry more', () => {
  const all = Array.from({ length: 700 }, (_, i): readonly [string, string] => [`releases/${i}`, String(i)])
  const other = (at: number, entry: readonly [string, string]): Register => filled(all.with(at, entry))
  expect(filled(all).isLike(filled(all))).toBe(true)
  expect(filled(all).isLike(other(10, ['releases/10', 'x']))).toBe(false)
  expect(filled(all).isLike(other(690, ['releases/x', '690']))).toBe(false)
  expect(filled(all).isLike(filled(all.toReversed()))).toBe(false)
  expect(filled(all).isLike(filled([...all, ['releases/x', '']]))).toBe(false)
})
