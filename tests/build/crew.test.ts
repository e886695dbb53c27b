import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Builder } from '../../src/build/builder.ts'
import { startCrew } from '../../src/build/crew.ts'
import type { BuildReport } from '../../src/build/report.ts'
import { asOpened, filesOf, type Files } from '../../src/build/room-now.ts'
import { Listing } from '../../src/build/listing.ts'
import { releasesIn } from '../../src/build/sources.ts'
import { openPressRoom } from '../../src/press-room/open.ts'
import { command, filesBelow } from '../support/command.ts'
import { noon, pressRoom } from '../support/press-room.ts'

/** A press room of many releases, with some of everything that can come of one. */
function manyReleases(count: number): string {
  const files: Record<string, string> = {
    'templates/contacts.yaml': 'ana: { name: Ana Virta, location: Turku, email: ana@example.org }\n',
  }
  const fronts = [
    '',
    'contacts: [ana]\n',
    'draft: true\n',
    'contacts: [nobody]\n',
    'aliases: [older]\n',
    'embargo: 2026-12-01 09:00 UTC\n',
  ]
  for (let n = 0; n < count; n++) {
    const front = n % 40 < fronts.length ? (fronts[n % 40] ?? '') : ''
    const day = front.includes('embargo') ? '2026-12-01' : '2026-01-02'
    files[`releases/${day}-number-${n}.md`] = `---\nheadline: Number ${n}\ndate: ${day}\n${front}---\n\nIt is *${n}*.\n`
    if (n % 50 === 1)
      files[`releases/${day}-number-${n}.fr.md`] = `---\nheadline: Numéro ${n}\ndate: ${day}\n---\n\nC’est ${n}.\n`
  }
  return pressRoom(files)
}

const together = test.runIf(availableParallelism() > 1)

describe('many releases', () => {
  together('made on several threads are what they are on one', { timeout: 60_000 }, async () => {
    const root = manyReleases(700)
    const flags = ['build', '--formats', 'html,text', '--now', '2026-11-24T12:00:00Z', '--json']
    const { stdout } = await command([...flags, '--out', 'threads'], root)
    const threads = JSON.parse(stdout) as BuildReport
    const { value: one } = await new Builder(root, { out: 'one', formats: ['html', 'text'] }).build({ now: noon })
    expect({ ...threads, out: '', milliseconds: 0 }).toEqual({ ...one, out: '', milliseconds: 0 })
    expect(threads.failed.length).toBeGreaterThan(10)
    expect(filesBelow(join(root, 'threads'))).toEqual(filesBelow(join(root, 'one')))
    const ledger = (out: string): string => readFileSync(join(root, out, '.outputs.json'), 'utf8')
    expect(ledger('threads')).toBe(ledger('one'))
    const again = JSON.parse((await command([...flags, '--out', 'threads'], root)).stdout) as BuildReport
    expect(again).toMatchObject({ written: [], unchanged: threads.written.length, diagnostics: threads.diagnostics })
  })

  together('take the place of what another release left behind', { timeout: 60_000 }, async () => {
    const root = manyReleases(600)
    const flags = ['build', '--formats', 'text', '--now', '2026-11-24T12:00:00Z', '--json']
    await command(flags, root)
    rmSync(join(root, '.pressmark'), { recursive: true })
    renameSync(join(root, 'releases/2026-01-02-number-7.md'), join(root, 'releases/2026-01-03-number-7.md'))
    const text = readFileSync(join(root, 'releases/2026-01-03-number-7.md'), 'utf8')
    writeFileSync(join(root, 'releases/2026-01-03-number-7.md'), text.replace('date: 2026-01-02', 'date: 2026-01-03'))
    writeFileSync(join(root, 'dist/releases/number-8/release.txt'), 'An older one.\n')
    const { written, removed, diagnostics } = JSON.parse((await command(flags, root)).stdout) as BuildReport
    expect(written).toEqual(['releases/number-7/release.txt', 'releases/number-8/release.txt'])
    expect([removed, diagnostics.filter(({ code }) => code === 'output-not-ours')]).toEqual([[], []])
  })

  together('are all told of a layout with a fault, once', async () => {
    const root = manyReleases(700)
    const files = { 'templates/html/release.hbs': '{{headlin}}\n' }
    const own = pressRoom({ ...Object.fromEntries(filesBelow(root)), ...files })
    const { code, stderr } = await command(['build', '--formats', 'html'], own)
    expect([code, stderr.match(/headlin"/g)?.length]).toEqual([1, 1])
  })

  /** What a thread says of the first two releases. */
  async function oneThread(root: string) {
    const [{ value: room }, { value: groups }] = await Promise.all([openPressRoom(root), releasesIn(root)])
    if (!room || !groups) throw new Error('no press room')
    const out = join(root, 'dist')
    const task = { root, out, force: false, drafts: false, shard: undefined, now: noon, formats: ['text', 'html'] }
    const said = async (given: Files) => {
      const words: string[] = []
      let announced = 0
      await startCrew(task, 1).makeTogether(given, Listing.of(groups.slice(0, 2)), {
        help: async () => {},
        standing: () => [],
        ready: (names) => words.push(`ready ${String(names)}`),
        fault: () => words.push('fault'),
        left: (bytes) => void (announced += bytes),
        made: ({ slug }, { failed }) => words.push(`${slug} ${failed.length}`),
      })
      return { words, announced }
    }
    return { out, said, files: filesOf(asOpened(room, [])) }
  }

  test('are left to whoever asked by a thread that finds another press room', async () => {
    const { out, said, files } = await oneThread(manyReleases(4))
    expect((await said(['press.yaml other'])).words).toEqual([])
    const { words, announced } = await said(files)
    expect(words).toEqual(['ready text,html', 'number-0 0', 'number-1 0'])
    expect([...filesBelow(out).keys()]).toContain('releases/number-0/release.txt')
    expect(statSync(join(out, '.outputs.journal')).size).toBe(announced)
  })

  test('are left to whoever asked where something stands in the way, with what was announced of them to be read', async () => {
    const { out, said, files } = await oneThread(manyReleases(4))
    mkdirSync(join(out, 'releases/number-1'), { recursive: true })
    writeFileSync(join(out, 'releases/number-1/index.html'), 'Not ours')
    const { words, announced } = await said(files)
    expect(words).toEqual(['ready text,html', 'number-0 0'])
    expect([...filesBelow(out).keys()]).toContain('releases/number-1/release.txt')
    expect(readFileSync(join(out, '.outputs.journal'), 'utf8')).toContain('releases/number-1/release.txt')
    expect(statSync(join(out, '.outputs.journal')).size).not.toBe(announced)
  })
})
