import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pictureLocation } from '../../src/source/picture-location.ts'
import { located, tiff } from '../support/located-picture.ts'

const reader = (bytes: Uint8Array) => (start: number, length: number) => bytes.subarray(start, start + length)

describe('the place in a picture', () => {
  test.each(Object.entries(located))('is found in %s', (_, bytes) => {
    const found = pictureLocation(reader(bytes))
    expect(found?.latitude).toBeCloseTo(60.4517, 3)
    expect(found?.longitude).toBeCloseTo(-22.2667, 3)
  })

  test('is none where the camera did not know it', () => {
    expect(pictureLocation(reader(tiff(false, [0, 0, 0], [0, 0, 0])))).toBeUndefined()
    expect(pictureLocation(reader(tiff(false, [91, 0, 0])))).toBeUndefined()
  })

  test.each(Object.entries(located))('is looked for without end in no damaged %s', (_, bytes) => {
    const damage = fc.record({
      cut: fc.nat(bytes.length),
      at: fc.nat(Math.min(bytes.length - 1, 400)),
      put: fc.uint8Array({ minLength: 1, maxLength: 8 }),
    })
    fc.assert(
      fc.property(damage, ({ cut, at, put }) => {
        const damaged = Uint8Array.from(bytes.subarray(0, cut))
        if (at + put.length <= damaged.length) damaged.set(put, at)
        let pieces = 0
        const found = pictureLocation((start, length) => {
          expect(Number.isSafeInteger(start) && start >= 0).toBe(true)
          expect(length).toBeLessThanOrEqual(1_048_576)
          pieces++
          return damaged.subarray(start, start + length)
        })
        expect(pieces).toBeLessThan(50_000)
        if (found) expect(Math.abs(found.latitude) <= 90 && Math.abs(found.longitude) <= 180).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  test('is found without reading the picture', () => {
    const large = Buffer.concat([located['a.jpg'] ?? new Uint8Array(), Buffer.alloc(20_000_000)])
    let read = 0
    pictureLocation((start, length) => {
      const piece = large.subarray(start, start + length)
      read += piece.length
      return piece
    })
    expect(read).toBeLessThanOrEqual(65_536)
  })
})
