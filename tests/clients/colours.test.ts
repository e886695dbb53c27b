import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { over, parseColour, replaceColours } from '../../src/clients/colour.ts'
import { fullInversion, lightness, partialInversion } from '../../src/clients/inversion.ts'
import { contrastRatio, hexOf, mix, parseHex } from '../../src/press-room/contrast.ts'

const hex = fc
  .tuple(...[0, 1, 2].map(() => fc.integer({ min: 0, max: 255 })))
  .map(([r = 0, g = 0, b = 0]) => hexOf([r, g, b]))

describe('contrast', () => {
  test.each([
    ['#000', '#fff', 21],
    ['#767676', '#ffffff', 4.54],
    ['#777777', '#ffffff', 4.48],
    ['#1b4b8f', '#ffffff', 8.57],
  ])('of %s on %s', (a, b, expected) => expect(contrastRatio(a, b)).toBeCloseTo(expected, 1))

  test('is the same both ways, from 1 to 21', () =>
    fc.assert(
      fc.property(hex, hex, (a, b) => {
        const ratio = contrastRatio(a, b)
        expect(ratio).toBe(contrastRatio(b, a))
        expect(ratio).toBeGreaterThanOrEqual(1)
        expect(ratio).toBeLessThanOrEqual(21.0001)
      }),
    ))

  test('refuses what is no colour', () => expect(() => contrastRatio('red', '#fff')).toThrow(RangeError))
  test('mixes', () => {
    expect(mix('#000', '#fff', 0.5)).toBe('#808080')
    expect(mix('#1b4b8f', '#ffffff', 0)).toBe('#1b4b8f')
  })
  test('reads hex only', () => {
    expect(parseHex('#1B4b8f')).toEqual([27, 75, 143])
    expect(parseHex('#abcd')).toBeUndefined()
  })
})

describe('colours of mail', () => {
  test.each([
    ['White', '#ffffff'],
    ['#abc', '#aabbcc'],
    ['rgb(27, 75, 143)', '#1b4b8f'],
    ['rgba(0,0,0,0.5)', '#808080'],
    ['transparent', '#ffffff'],
  ])('%s on white', (text, expected) => {
    const colour = parseColour(text)
    expect(colour && over(colour, '#ffffff')).toBe(expected)
  })

  test.each(['rgb(27 75 143)', 'var(--ink)', 'inherit', 'constructor', '#12345'])('%s is none', (text) =>
    expect(parseColour(text)).toBeUndefined(),
  )

  test('are replaced in a value, other words stay', () => {
    const mark = (): string => '#123456'
    expect(replaceColours('1px solid red', mark)).toBe('1px solid #123456')
    expect(replaceColours('none transparent', mark)).toBe('none transparent')
    expect(replaceColours('url(red.png) red', mark)).toBe('url(red.png) red')
  })
})

describe('inversion', () => {
  test('full turns everything', () => {
    expect(fullInversion.ground('#ffffff')).toBe('#121212')
    expect(fullInversion.ink('#000000')).toBe('#ffffff')
    expect(lightness(fullInversion.ink('#1f2328'))).toBeGreaterThan(80)
  })

  test('partial leaves dark grounds and light text', () => {
    expect(partialInversion.ground('#ffffff')).toBe('#333333')
    expect(partialInversion.ground('#1b4b8f')).toBe('#1b4b8f')
    expect(partialInversion.ink('#f4f5f7')).toBe('#f4f5f7')
  })

  test('partial leaves no light ground and no dark text', () =>
    fc.assert(
      fc.property(hex, (colour) => {
        expect(lightness(partialInversion.ground(colour))).toBeLessThan(63)
        expect(lightness(partialInversion.ink(colour))).toBeGreaterThanOrEqual(49)
      }),
    ))
})
