import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildHere, pressRoom, temporaryFolder } from '../support/press-room.ts'

const release = (headline: string, more = '') => `---\nheadline: ${headline}\ndate: 2026-01-01\n${more}---\nText.\n`

test('an older address of a release leads to it', async () => {
  const { output, report } = await buildHere(
    pressRoom({ 'releases/2026-01-01-new.md': release('Acme "opens"', 'aliases: [old, older]\n') }),
  )
  expect(report.diagnostics).toEqual([])
  expect(output('releases/old/index.html')).toContain('<meta http-equiv="refresh" content="0; url=../new/index.html">')
  expect(output('releases/older/index.html')).toContain('<a href="../new/index.html">Acme “opens”</a>')
})

test('an older address that another release has today is not taken from it', async () => {
  const root = pressRoom({
    'releases/2026-01-01-a.md': release('A', 'aliases: [B]\n'),
    'releases/2026-01-01-b.md': release('B'),
  })
  const { report, output } = await buildHere(root)
  expect(
    report.diagnostics.map(
      ({ code, message, position }) => `${position?.start.line}:${position?.start.column} ${code} ${message}`,
    ),
  ).toEqual(['4:11 duplicate-slug The alias "B" is the address of a release'])
  expect(output('releases/b/index.html')).toContain('<h1>B</h1>')
})

test.each(['a', 'c'])(
  'nor by a release that is there in another language only, which comes before it or after it: %s',
  async (name) => {
    const root = pressRoom({
      'releases/2026-01-01-b.md': release('B'),
      [`releases/2026-01-01-${name}.fr.md`]: release('Une autre', 'aliases: [b]\n'),
    })
    const { report, output } = await buildHere(root)
    expect(report.diagnostics.map(({ file, message }) => `${file} ${message}`)).toEqual([
      `releases/2026-01-01-${name}.fr.md The alias "b" is the address of a release`,
    ])
    expect(output('releases/b/index.html')).toContain('<h1>B</h1>')
  },
)

test('an older address goes when it is taken out, and there is none while the release is not public', async () => {
  const root = pressRoom({ 'releases/2026-01-01-new.md': release('Acme', 'aliases: [old]\n') })
  const out = join(temporaryFolder(), 'dist')
  await buildHere(root, { out, now: Date.parse('2025-12-30T12:00:00Z') })
  expect([
    existsSync(join(out, 'embargoed/new')),
    existsSync(join(out, 'embargoed/old')),
    existsSync(join(out, 'releases')),
  ]).toEqual([true, false, false])
  await buildHere(root, { out })
  expect(existsSync(join(out, 'releases/old/index.html'))).toBe(true)
})
