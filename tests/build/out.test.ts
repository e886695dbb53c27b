import { readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { filesBelow } from '../support/command.ts'
import { buildHere, pressRoom, temporaryFolder } from '../support/press-room.ts'

const room = (slug: string): string =>
  pressRoom({ [`releases/2026-01-02-${slug}.md`]: '---\nheadline: News\ndate: 2026-01-02\n---\n\nText.\n' })
const formats = ['text']

test.each(['releases', 'releases/out', 'templates', '.'])(
  'a build into %s, where the sources are, is refused',
  async (out) => {
    const root = room('a')
    const before = filesBelow(root)
    const { report } = await buildHere(root, { out: join(root, out), formats })
    expect(report.diagnostics).toMatchObject([{ code: 'output-not-ours', file: out }])
    expect([...filesBelow(root).keys()].filter((path) => !path.startsWith('.pressmark/'))).toEqual([...before.keys()])
  },
)

test.skipIf(process.platform === 'win32')('nor into them by way of a link', async () => {
  const root = room('a')
  const link = join(temporaryFolder(), 'link')
  symlinkSync(root, link)
  for (const out of ['', 'releases', 'releases/out'])
    expect((await buildHere(root, { out: join(link, out), formats })).report.diagnostics).toMatchObject([
      { code: 'output-not-ours' },
    ])
  expect((await buildHere(root, { out: join(link, 'dist'), formats })).report.diagnostics).toEqual([])
})

describe('an output folder of two press rooms', () => {
  test('is that of the first', async () => {
    const out = join(temporaryFolder(), 'dist')
    const [first, second] = [room('a'), room('b')]
    await buildHere(first, { out, formats })
    const before = filesBelow(out)
    const { report } = await buildHere(second, { out, formats })
    expect(report.diagnostics).toMatchObject([{ code: 'output-not-ours', file: out }])
    expect(filesBelow(out)).toEqual(before)
    await buildHere(second, { out, formats, force: true })
    expect([...filesBelow(out).keys()]).toEqual(['releases/b/release.txt'])
    expect((await buildHere(first, { out, formats })).report.diagnostics).toHaveLength(1)
  })

  test('goes with a press room that is moved', async () => {
    const [first, moved] = [room('a'), join(temporaryFolder(), 'moved')]
    await buildHere(first, { out: join(first, 'dist'), formats })
    renameSync(first, moved)
    renameSync(join(moved, 'releases/2026-01-02-a.md'), join(moved, 'releases/2026-01-02-b.md'))
    const { report } = await buildHere(moved, { out: join(moved, 'dist'), formats })
    expect(report).toMatchObject({ diagnostics: [], removed: ['releases/a/release.txt'] })
  })

  test('is still that of a press room that has moved away from it, and of one whose ledger does not say so', async () => {
    const out = join(temporaryFolder(), 'dist')
    const [first, moved] = [room('a'), join(temporaryFolder(), 'moved')]
    await buildHere(first, { out, formats, shard: { index: 1, count: 1 } })
    await buildHere(first, { out, formats })
    renameSync(first, moved)
    expect((await buildHere(moved, { out, formats })).report).toMatchObject({ diagnostics: [], unchanged: 1 })
    const ledger = join(out, '.outputs.json')
    writeFileSync(ledger, readFileSync(ledger, 'utf8').replace(/\{"room":.*\},\n/, ''))
    expect((await buildHere(room('b'), { out, formats })).report).toMatchObject({
      diagnostics: [],
      written: ['releases/b/release.txt'],
    })
  })
})
