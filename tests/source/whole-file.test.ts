import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeWhole } from '../../src/source/whole-file.ts'
import { check } from '../../src/index.ts'
import { noon, pressRoom, temporaryFolder } from '../support/press-room.ts'

test('a file that cannot be written whole leaves nothing, and the old one as it was', () => {
  const folder = temporaryFolder()
  const path = join(folder, 'a.md')
  writeFileSync(path, 'old')
  const parts = function* (): Generator<string> {
    yield 'ne'
    throw new Error('the disk is full')
  }
  expect(() => writeWhole(path, parts())).toThrow('the disk is full')
  expect([readdirSync(folder), readFileSync(path, 'utf8')]).toEqual([['a.md'], 'old'])
})

test.skipIf(process.platform === 'win32')('nobody else can read of a private file while it is written', () => {
  const folder = temporaryFolder()
  const modes: number[] = []
  const parts = function* (): Generator<string> {
    for (const name of readdirSync(folder)) modes.push(statSync(join(folder, name)).mode & 0o777)
    yield 'new'
  }
  writeWhole(join(folder, 'a.md'), parts(), 0o600)
  expect([...modes, statSync(join(folder, 'a.md')).mode & 0o777]).toEqual([0o600, 0o600])
})

test('a mend that cannot be written is told of, and the others are made', async () => {
  const release = '---\nheadline: News\ndate: 2026-1-2\n---\n\nText.\n'
  const [first, second] = ['releases/2026-01-02-a.md', 'releases/2026-01-02-b.md']
  const root = pressRoom({ [first]: release, [second]: release })
  mkdirSync(join(root, `${first}.${process.pid}.tmp`))
  const { diagnostics, mended } = await check(root, { now: noon, fix: true })
  expect(mended).toMatchObject([{ file: second }])
  expect(diagnostics.filter(({ code }) => code === 'write-failed')).toMatchObject([
    { file: first, message: 'The file cannot be written (EISDIR)' },
  ])
})
