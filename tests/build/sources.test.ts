import { execFileSync } from 'node:child_process'
import { symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { releasesIn } from '../../src/build/sources.ts'
import { check } from '../../src/index.ts'
import { buildHere, noon, pressRoom, temporaryFolder } from '../support/press-room.ts'

const release = (fields: string): string => `---\nheadline: News\n${fields}\n---\n\nText.\n`

test.each([
  'slug: zed',
  '"sl\\u0075g": zed',
  '? slug\n: zed',
  '!!str slug: zed',
  '&key slug: zed',
  '{ number: 7, slug: zed }',
])('the slug is found in %j', async (fields) => {
  const body = fields.startsWith('{') ? `---\n${fields}\n---\n\nText.\n` : release(fields)
  const { value: groups } = await releasesIn(pressRoom({ 'releases/2026-01-02-a.md': body }))
  expect(groups?.map(({ slug }) => slug)).toEqual(['zed'])
})

const other = { 'releases/2026-01-03-b.md': release('date: 2026-01-03') }

test.skipIf(process.platform === 'win32').each<[string, (path: string) => void]>([
  ['a pipe', (path) => execFileSync('mkfifo', [path])],
  ['a link to a device', (path) => symlinkSync('/dev/zero', path)],
])('%s among the releases holds nothing up', async (_, make) => {
  const root = pressRoom(other)
  make(join(root, 'releases/2026-01-02-a.md'))
  const fault = { code: 'unreadable-file', file: 'releases/2026-01-02-a.md' }
  const { report } = await buildHere(root, { formats: ['text'] })
  expect(report.diagnostics).toMatchObject([fault])
  expect(report.releases).toHaveLength(1)
  const { diagnostics } = await check(root, { now: noon })
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toMatchObject([fault])
})

test.skipIf(process.platform === 'win32')('a link that leads out of the press room is not published', async () => {
  const secret = join(temporaryFolder(), 'secret.md')
  writeFileSync(secret, release('date: 2026-01-02\nslug: b'))
  const root = pressRoom({ ...other, 'drawer/c.md': release('date: 2026-01-04') })
  symlinkSync(secret, join(root, 'releases/2026-01-02-a.md'))
  symlinkSync('../drawer/c.md', join(root, 'releases/2026-01-04-c.md'))
  const { report } = await buildHere(root, { formats: ['text'] })
  expect(report.diagnostics).toMatchObject([
    {
      code: 'unreadable-file',
      file: 'releases/2026-01-02-a.md',
      message: 'The file cannot be read (a link that leads out of the press room)',
    },
  ])
  expect(report.releases.map(({ file }) => file)).toEqual(['releases/2026-01-03-b.md', 'releases/2026-01-04-c.md'])
})

test.skipIf(process.platform === 'win32')('a link to a folder is told of, since no release in it is read', async () => {
  const root = pressRoom({ ...other, 'archive/2020-01-04-c.md': release('date: 2020-01-04') })
  symlinkSync('../archive', join(root, 'releases/2020'))
  symlinkSync('round', join(root, 'releases/round'))
  const told = { code: 'unreadable-file', severity: 'warning', file: 'releases/2020' }
  const { report } = await buildHere(root, { formats: ['text'] })
  expect(report.diagnostics).toMatchObject([told])
  expect((await buildHere(root, { formats: ['text'] })).report.diagnostics).toMatchObject([told])
  const { diagnostics } = await check(root, { now: noon })
  expect(diagnostics.filter(({ file }) => file === 'releases/2020')).toMatchObject([told])
})
