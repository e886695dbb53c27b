import fc from 'fast-check'
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { Builder } from '../../src/build/builder.ts'
import { Listing } from '../../src/build/listing.ts'
import type { BuildReport } from '../../src/build/report.ts'
import { belongsTo } from '../../src/build/shard.ts'
import { command, filesBelow } from '../support/command.ts'
import { noon, pressRoom, temporaryFolder } from '../support/press-room.ts'

const pixel = Buffer.from('R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw==', 'base64')

/** A press room with translations, older addresses, pictures, drafts and faults, in `count` releases. */
function manyReleases(count: number): string {
  const files: Record<string, string | Buffer> = {
    'press.yaml': 'organization: { name: Acme }\nbrand: { logo: logo.gif }\ntime-zone: UTC\n',
    'logo.gif': pixel,
  }
  for (let n = 0; n < count; n++) {
    const front = ['', `aliases: [older-${n}]\n`, 'draft: true\n', 'contacts: [nobody]\n', ''][n % 5] ?? ''
    const path = `releases/2026-01-02-number-${n}`
    const picture = n % 7 === 0 ? `\n![A dot](dot-${n}.gif)\n` : ''
    files[`${path}.md`] = `---\nheadline: Number ${n}\ndate: 2026-01-02\n${front}---\n\nIt is ${n}.\n${picture}`
    if (n % 7 === 0) files[`releases/dot-${n}.gif`] = pixel
    if (n % 4 === 0) files[`${path}.fr.md`] = `---\nheadline: Numéro ${n}\ndate: 2026-01-02\n---\n\nC’est ${n}.\n`
  }
  return pressRoom(files)
}

async function build(root: string, out: string, part?: readonly [index: number, count: number]): Promise<BuildReport> {
  const shard = part && { index: part[0], count: part[1] }
  const { value } = await new Builder(root, { out, formats: ['html', 'text'], ...(shard && { shard }) }).build({
    now: noon,
  })
  if (!value) throw new Error('no press room')
  return value
}

const each = (count: number): readonly (readonly [number, number])[] =>
  Array.from({ length: count }, (_, i) => [i + 1, count])
const ledgers = (out: string): string[] => readdirSync(out).filter((name) => name.startsWith('.'))

describe('shards', () => {
  test('are disjoint, and together exactly a whole build', async () => {
    const root = manyReleases(40)
    const whole = temporaryFolder()
    const report = await build(root, whole)
    const expected = filesBelow(whole)
    expect([expected.size > 70, expected.has('assets/logo.gif')]).toEqual([true, true])
    for (const count of [1, 2, 5]) {
      const parts: { readonly out: string; readonly report: BuildReport }[] = []
      for (const part of each(count)) {
        const out = temporaryFolder()
        parts.push({ out, report: await build(root, out, part) })
        expect(ledgers(out)).toEqual([`.outputs-${part.join('-of-')}.json`])
      }
      const paths = parts.flatMap(({ out }) => [...filesBelow(out).keys()])
      expect(paths.length).toBe(new Set(paths).size)
      const union = temporaryFolder()
      for (const { out } of parts) cpSync(out, union, { recursive: true })
      expect(filesBelow(union)).toEqual(expected)
      const sum = (of: (report: BuildReport) => readonly string[]): string[] =>
        parts.flatMap((part) => of(part.report)).sort()
      expect(sum(({ failed }) => failed)).toEqual(report.failed)
      expect(sum(({ written }) => written)).toEqual(report.written)
      // The parts know what they wrote: a whole build takes them over, and nothing stands in its way.
      expect(await build(root, union)).toMatchObject({ written: [], removed: [], failed: report.failed })
      expect(ledgers(union)).toEqual(['.outputs.json'])
      expect(filesBelow(union)).toEqual(expected)
    }
  })

  test('take all releases between them, in about equal numbers, whatever they are called', () => {
    const keys = Array.from({ length: 4000 }, (_, n) => `releases/2026-01-02-number-${n}`)
    const sizes = each(4).map(([index, count]) => keys.filter((key) => belongsTo({ index, count }, key)).length)
    expect(sizes.reduce((a, b) => a + b)).toBe(4000)
    for (const size of sizes) expect(Math.abs(size - 1000)).toBeLessThan(150)
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 50 }), (key, count) => {
        expect(each(count).filter(([index]) => belongsTo({ index, count }, key)).length).toBe(1)
      }),
    )
  })

  test('remove only what is theirs, and leave nothing behind', async () => {
    const root = manyReleases(20)
    const out = join(root, 'dist')
    const build3 = async (): Promise<BuildReport[]> => {
      const reports = []
      for (const part of each(3)) reports.push(await build(root, 'dist', part))
      return reports
    }
    await build3()
    const before = filesBelow(out)
    expect((await build3()).flatMap(({ written, removed }) => [...written, ...removed])).toEqual([])
    rmSync(join(root, 'releases/2026-01-02-number-4.md'))
    rmSync(join(root, 'releases/2026-01-02-number-4.fr.md'))
    rmSync(join(root, 'releases/2026-01-02-number-5.md'))
    const gone = [...before.keys()].filter((path) => /number-[45]\//.test(path))
    const reports = await build3()
    expect(reports.flatMap(({ removed }) => removed).sort()).toEqual(gone)
    expect([...filesBelow(out).keys()]).toEqual([...before.keys()].filter((path) => !gone.includes(path)))
  })

  test('go on from a whole build, and it from them', async () => {
    const root = manyReleases(12)
    const out = join(root, 'dist')
    await build(root, 'dist')
    rmSync(join(root, 'releases/2026-01-02-number-5.md'))
    const path = 'releases/number-5/index.html'
    for (const part of each(2)) await build(root, 'dist', part)
    expect(existsSync(join(out, path))).toBe(false)
    // What a shard removed is no longer ours, in any ledger: another's file that comes to stand there stays.
    expect(readFileSync(join(out, '.outputs.json'), 'utf8')).not.toContain(path)
    const text = '---\nheadline: Number 5\ndate: 2026-01-02\n---\n\nIt is back.\n'
    writeFileSync(join(root, 'releases/2026-01-02-number-5.md'), text)
    for (const part of each(2)) await build(root, 'dist', part)
    expect(await build(root, 'dist')).toMatchObject({ written: [], removed: [] })
    expect(ledgers(out)).toEqual(['.outputs.json'])
  })

  test('are counted once, and not again with every release that is done', async () => {
    const counted = vi.spyOn(Listing.prototype, 'length', 'get')
    const steps: string[] = []
    const onProgress = (done: number, all: number): void => void steps.push(`${done}/${all}`)
    const shard = { index: 1, count: 2 }
    await new Builder(manyReleases(60), { shard, formats: ['text'] }).build({ now: noon, onProgress })
    expect(steps.at(-1)).toBe(`${steps.length}/${steps.length}`)
    expect(steps.length).toBeGreaterThan(20)
    expect(counted.mock.calls.length).toBeLessThan(10)
    counted.mockRestore()
  })

  test.each(['0/4', '5/4', '1', '1/0', 'one/two', '-1/2', '1/2/3'])('there is no %s', async (shard) => {
    const { code, stderr } = await command(['build', `--shard=${shard}`], manyReleases(1))
    expect([code, stderr.includes('hard')]).toEqual([2, true])
  })

  test('are built by the command, of a whole press room only', async () => {
    const root = manyReleases(8)
    const build = (...args: string[]) => command(['build', '--formats', 'text', '--shard', ...args], root)
    const outputs = []
    for (const shard of ['1/2', '2/2']) {
      const { stdout } = await build(shard, '--json')
      outputs.push(...(JSON.parse(stdout) as BuildReport).written)
    }
    expect(outputs.filter((path) => path.endsWith('release.txt')).length).toBe(7)
    expect((await build('1/2', '--watch')).code).toBe(2)
    expect((await build('1/2', 'releases/2026-01-02-number-0.md')).code).toBe(2)
    expect(() => new Builder(root, { shard: { index: 3, count: 2 } })).toThrow(RangeError)
  })
})
