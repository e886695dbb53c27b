import { chmodSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { OutputFolder } from '../../src/build/outputs.ts'
import { openPressRoom, render } from '../../src/index.ts'
import { command, filesBelow } from '../support/command.ts'
import { buildHere, noon, pressRoom, temporaryFolder } from '../support/press-room.ts'

const releases = (count: number, extra = ''): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, i) => [
      `releases/2026-01-02-release-${i}.md`,
      `---\nheadline: Release ${i}\ndate: 2026-01-02\n---\n\nText ${i}. ${extra}\n`,
    ]),
  )
const formats = ['html', 'text']
const original = OutputFolder.prototype.put

describe('a disk that refuses is a fault, told once', () => {
  test('the output folder is a file', async () => {
    const out = join(temporaryFolder(), 'dist')
    writeFileSync(out, 'a file')
    const { report } = await buildHere(pressRoom(releases(3)), { out, formats })
    expect(report.diagnostics).toMatchObject([{ code: 'write-failed', file: expect.stringMatching(/dist\/?$/) }])
    expect(report.releases).toEqual([])
  })

  test.skipIf(process.getuid?.() === 0)('the output folder is write-protected', async () => {
    const out = temporaryFolder()
    chmodSync(out, 0o555)
    const { report } = await buildHere(pressRoom(releases(3)), { out, formats })
    chmodSync(out, 0o755)
    expect(report.diagnostics).toMatchObject([
      { code: 'write-failed', message: 'The output folder cannot be written (EACCES)' },
    ])
  })

  test('a folder stands where one output goes, and only that release fails', async () => {
    const out = temporaryFolder()
    mkdirSync(join(out, 'releases/release-1/index.html'), { recursive: true })
    const { report } = await buildHere(pressRoom(releases(3)), { out, formats })
    expect(report.diagnostics).toMatchObject([
      { code: 'write-failed', message: 'The output cannot be written (EISDIR)' },
    ])
    expect(report.failed).toEqual(['releases/2026-01-02-release-1.md'])
    expect(report.releases).toHaveLength(2)
  })
})

/** From the second output on, the disk is full. */
function fullAfterOne() {
  const put = vi.spyOn(OutputFolder.prototype, 'put').mockImplementation(function (this: OutputFolder, ...args) {
    put.mockImplementation(() => {
      throw Object.assign(new Error('no space left'), { code: 'ENOSPC' })
    })
    return original.apply(this, args)
  })
  return put
}

test('a disk that is full meanwhile leaves nothing half-written, and the next build goes on', async () => {
  const [root, out] = [pressRoom(releases(3)), join(temporaryFolder(), 'dist')]
  const put = fullAfterOne()
  const { report } = await buildHere(root, { out, formats: ['text'] })
  put.mockRestore()
  expect(report.diagnostics).toMatchObject([{ code: 'write-failed' }])
  expect(readdirSync(out).filter((name) => name.startsWith('.writing'))).toEqual([])
  const { report: next } = await buildHere(root, { out, formats: ['text'] })
  expect(next).toMatchObject({ diagnostics: [], unchanged: 1 })
  expect(readdirSync(out).sort()).toEqual(['.outputs.json', 'releases'])
})

test('of a disk that is full meanwhile, only what was kept or made before is reported', async () => {
  const [root, out] = [pressRoom(releases(4)), join(temporaryFolder(), 'dist')]
  const options = { out, formats: ['text'] }
  await buildHere(root, options)
  const [kept = '', ...changed] = Object.entries(releases(4, 'More.'))
  for (const [path, text] of changed) writeFileSync(join(root, path), text)
  const put = fullAfterOne()
  const { report } = await buildHere(root, options)
  put.mockRestore()
  expect(report.releases.map(({ file }) => file)).toEqual([kept[0], changed[0]?.[0]])
  expect(report.counts).toMatchObject({ releases: 2, written: 1 })
})

test('the press room itself is no output folder', async () => {
  const root = pressRoom(releases(1))
  const { report } = await buildHere(root, { out: root, formats })
  expect(report.diagnostics).toMatchObject([{ code: 'output-not-ours', file: '.' }])
  expect(report.written).toEqual([])
})

test('two builds at once leave what one would have left', async () => {
  const root = pressRoom(releases(30))
  const [out, alone] = [join(temporaryFolder(), 'dist'), join(temporaryFolder(), 'dist')]
  await buildHere(root, { out: alone, formats })
  const both = await Promise.all([buildHere(root, { out, formats }), buildHere(root, { out, formats })])
  expect(both.map(({ report }) => report.diagnostics)).toEqual([[], []])
  expect(filesBelow(out)).toEqual(filesBelow(alone))
  const { report } = await buildHere(root, { out, formats })
  expect([report.written, report.removed, report.diagnostics]).toEqual([[], [], []])
})

test('two processes at once, too', async () => {
  const root = pressRoom(releases(60))
  const [out, alone] = [join(temporaryFolder(), 'dist'), join(temporaryFolder(), 'dist')]
  await command(['build', '--out', alone], root)
  const both = await Promise.all([command(['build', '--out', out], root), command(['build', '--out', out], root)])
  expect(both.map(({ code }) => code)).toEqual([0, 0])
  expect(filesBelow(out)).toEqual(filesBelow(alone))
  expect(readdirSync(out).sort()).toEqual(['.outputs.json', 'releases'])
})

describe('rendering one release without writing it', () => {
  const root = pressRoom(releases(2))

  test('gives what build writes', async () => {
    const { value: room } = await openPressRoom(root)
    if (!room) throw new Error('no press room')
    const rendered = await render(room, './releases/2026-01-02-release-1.md', { formats, now: noon })
    const { output } = await buildHere(root, { formats })
    expect(rendered.value?.outputs['text']).toBe(output('releases/release-1/release.txt'))
    expect(rendered.value?.headline).toBe('Release 1')
  })

  test('takes the text of an editor', async () => {
    const { value: room } = await openPressRoom(root)
    if (!room) throw new Error('no press room')
    const text = '---\nheadline: Not saved\ndate: 2026-01-02\n---\n\nYet.\n'
    const rendered = await render(room, 'releases/2026-01-02-release-1.md', { formats, now: noon, text })
    expect(rendered.value?.headline).toBe('Not saved')
  })

  test('names the nearest release where there is none of that name', async () => {
    const { value: room } = await openPressRoom(root)
    if (!room) throw new Error('no press room')
    const { diagnostics } = await render(room, 'releases\\2026-01-02-relaese-1.md', { formats, now: noon })
    expect(diagnostics).toMatchObject([
      { code: 'unknown-file', hint: 'did you mean "releases/2026-01-02-release-1.md"?' },
    ])
  })
})
