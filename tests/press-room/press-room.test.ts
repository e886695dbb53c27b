import fc from 'fast-check'
import { mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openPressRoom } from '../../src/index.ts'
import { brandOf, minimumContrast } from '../../src/press-room/brand.ts'
import { contrastRatio, mix } from '../../src/press-room/contrast.ts'
import { buildHere, pressRoom } from '../support/press-room.ts'

const release = '---\nheadline: Acme opens a plant\ndate: 2026-01-02\n---\n\nAcme opened a plant.\n'

describe('files that cannot be read are faults, not crashes', () => {
  test('press.yaml is a folder', async () => {
    const root = pressRoom({})
    rmSync(join(root, 'press.yaml'))
    mkdirSync(join(root, 'press.yaml'))
    const { value, diagnostics } = await openPressRoom(root)
    expect(value).toBeUndefined()
    expect(diagnostics).toMatchObject([{ code: 'unreadable-file', file: 'press.yaml' }])
  })

  test('a template is a link to nothing', async () => {
    const root = pressRoom({ 'templates/contacts.yaml': 'jane: { name: Jane }\n' })
    symlinkSync('nowhere', join(root, 'templates/facts.yaml'))
    const { diagnostics } = await openPressRoom(root)
    expect(diagnostics).toMatchObject([{ code: 'unreadable-file', file: 'templates/facts.yaml' }])
  })
})

describe('layouts', () => {
  test('one partial is replaced alone, in each format', async () => {
    const root = pressRoom({
      'releases/2026-01-02-launch.md': release,
      'templates/html/partials/end-mark.hbs': '<p class="end">-30-</p>\n',
      'templates/text/partials/end-mark.hbs': '\n-30-\n',
    })
    const { output } = await buildHere(root, { formats: ['html', 'text'] })
    expect(output('releases/launch/index.html')).toContain('<p class="end">-30-</p>')
    expect(output('releases/launch/index.html')).toContain('<h1')
    expect(output('releases/launch/release.txt')).toMatch(/\n-30-\n$/)
  })

  test('a new partial can be made and used', async () => {
    const root = pressRoom({
      'releases/2026-01-02-launch.md': release,
      'templates/text/partials/footer.hbs': '{{> legal}}\n',
      'templates/text/partials/legal.hbs': 'All rights reserved by {{organization.name}}.\n',
    })
    const { output } = await buildHere(root, { formats: ['text'] })
    expect(output('releases/launch/release.txt')).toMatch(/All rights reserved by Acme\.\n$/)
  })
})

describe('brand', () => {
  const colour = fc.integer({ min: 0, max: 0xffffff }).map((number) => `#${number.toString(16).padStart(6, '0')}`)

  test('the kit’s own can be read', () => {
    const { light, dark } = brandOf()
    for (const { accent, text, muted, background, tint } of [light, dark])
      for (const ink of [accent, text, muted])
        for (const ground of [background, tint])
          expect(contrastRatio(ink, ground)).toBeGreaterThanOrEqual(minimumContrast)
  })

  test('in the dark an accent is made light enough, whatever it is by day', () => {
    fc.assert(
      fc.property(colour, (accent) => {
        const { dark } = brandOf({ accent })
        expect(contrastRatio(dark.accent, dark.background)).toBeGreaterThanOrEqual(minimumContrast)
        expect(contrastRatio(dark.accent, dark.tint)).toBeGreaterThanOrEqual(minimumContrast)
      }),
    )
  })

  test('contrast is that of WCAG: symmetric, from 1 to 21', () => {
    expect(contrastRatio('#000', '#fff')).toBeCloseTo(21, 5)
    expect(contrastRatio('#767676', '#fff')).toBeCloseTo(4.54, 2)
    fc.assert(
      fc.property(colour, colour, (a, b) => {
        expect(contrastRatio(a, b)).toBe(contrastRatio(b, a))
        expect(contrastRatio(a, a)).toBe(1)
        expect(mix(a, b, 0)).toBe(a)
        expect(mix(a, b, 1)).toBe(b)
      }),
    )
  })
})
