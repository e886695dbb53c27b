import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { BuildReport } from '../../src/build/report.ts'
import { command, start } from '../support/command.ts'
import { pressRoom, temporaryFolder } from '../support/press-room.ts'

const release = (headline: string, front = '', body = 'Acme opened a plant.'): string =>
  `---\nheadline: ${headline}\ndate: 2026-01-02\n${front}---\n\n${body}\n`
const contacts = (name: string): string => `ana: { name: ${name}, location: Turku, email: ana@example.org }\n`
const first = 'releases/2026-01-02-first.md'
const second = 'releases/2026-01-02-second.md'

describe('pressmark build --watch', () => {
  let root = ''
  let child: ReturnType<typeof start>
  /** The reports that nobody has taken yet. */
  let reports: BuildReport[] = []
  let arrived = (): void => {}
  let ended: Promise<number | null>

  beforeEach(() => {
    root = pressRoom({
      [first]: release('First'),
      [second]: release('Second', 'contacts: [ana]\n'),
      'templates/contacts.yaml': contacts('Ana'),
    })
    reports = []
    child = start(['build', '--watch', '--json', '--formats', 'html,text'], root)
    let rest = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      const lines = (rest + chunk.toString()).split('\n')
      rest = lines.pop() ?? ''
      reports.push(...lines.map((line) => JSON.parse(line) as BuildReport))
      arrived()
    })
    ended = new Promise((resolve) => child.once('close', resolve))
  })
  afterEach(async () => {
    child.kill('SIGKILL')
    await ended
  })

  /** Reports until one says what is waited for: a save may be seen in two parts. */
  async function until(wanted: (report: BuildReport) => boolean): Promise<BuildReport> {
    for (;;) {
      const report = reports.shift()
      if (report && wanted(report)) return report
      if (!report)
        await new Promise<void>((resolve) => {
          arrived = resolve
        })
    }
  }
  const begun = (): Promise<BuildReport> => until(({ releases }) => releases.length === 2)
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  const page = (slug: string): string => readFileSync(join(root, `dist/releases/${slug}/index.html`), 'utf8')
  const made = (slug: string): string[] => [`releases/${slug}/index.html`, `releases/${slug}/release.txt`]

  test('makes a release again when it is saved, and only that one', async () => {
    await begun()
    for (const n of [1, 2, 3]) {
      write(first, release(`First ${n}`))
      const { written } = await until(() => true)
      expect(written).toEqual(made('first'))
      expect(page('first')).toContain(`First ${n}`)
    }
  })

  test('sees what an editor writes beside the file and renames', async () => {
    await begun()
    for (const n of [1, 2, 3]) {
      write(`${first}.tmp~`, release(`Renamed ${n}`))
      renameSync(join(root, `${first}.tmp~`), join(root, first))
      await until(({ written }) => written.length === 2)
      expect(page('first')).toContain(`Renamed ${n}`)
    }
  })

  test('takes in new releases and folders, and removes what belonged to deleted ones', async () => {
    await begun()
    write('releases/2026-01-03-third/index.md', release('Third'))
    expect((await until(({ written }) => written.length > 0)).written).toEqual(made('third'))
    write('releases/2026-01-03-third/index.fr.md', release('Troisième'))
    await until(({ written }) => written.includes('releases/third/fr/index.html'))
    rmSync(join(root, 'releases/2026-01-03-third'), { recursive: true })
    await until(({ releases }) => releases.length === 2)
    expect(existsSync(join(root, 'dist/releases/third'))).toBe(false)
    renameSync(join(root, first), join(root, 'releases/2026-01-02-other.md'))
    await until(() => existsSync(join(root, 'dist/releases/other')) && !existsSync(join(root, 'dist/releases/first')))
  })

  test('says where a fault is, keeps what was there, and goes on when it is mended', async () => {
    await begun()
    write(first, release('First', 'contacts: [anna]\n'))
    const faulty = await until(({ diagnostics }) => diagnostics.length > 0)
    expect(faulty.diagnostics.map(({ file, code }) => `${file} ${code}`)).toEqual([`${first} unknown-contact`])
    expect(page('first')).toContain('First')
    write(first, release('First', 'contacts: [ana]\n'))
    expect((await until(() => true)).diagnostics).toEqual([])
    expect(page('first')).toContain('ana@example.org')

    write('press.yaml', 'organisation: { name: Acme }\n')
    expect((await until(() => true)).diagnostics.length).toBeGreaterThan(0)
    write('press.yaml', 'organization: { name: Acme Oy }\n')
    expect((await until(() => true)).written).toEqual([...made('first'), ...made('second')])
  })

  test('makes what a contact, a layout or a word of a language went into', async () => {
    await begun()
    write('templates/contacts.yaml', contacts('Ana Virta'))
    expect((await until(() => true)).written).toEqual(made('second'))
    write('templates/html/partials/end-mark.hbs', '<p>That was all.</p>\n')
    write('templates/html/partials/footer.hbs', '<p>Our own footer.</p>\n')
    await until(() => page('second').includes('Our own footer.'))
    write('templates/locales/en.yaml', 'words: { immediate: NOW }\n')
    await until(({ written }) => written.length === 4)
    expect(page('first')).toContain('NOW')
  })

  test('makes a burst of saves into few builds, the last one right', async () => {
    await begun()
    for (let n = 0; n < 200; n++) write(`releases/2026-02-01-burst-${n}.md`, release(`Burst ${n}`))
    let builds = 0
    await until(({ releases }) => ++builds > 0 && releases.length === 202)
    expect(builds).toBeLessThan(20)
  })

  test.each(['SIGINT', 'SIGTERM'] as const)('ends cleanly on %s', async (signal) => {
    await begun()
    child.kill(signal)
    expect(await ended).toBe(0)
    expect((await command(['build', '--formats', 'html,text'], root)).stderr).toContain('0 files written, 4 unchanged')
  })

  test('ends by itself where there is no press room, or no such release', async () => {
    await begun()
    expect((await command(['build', '--watch'], temporaryFolder())).code).toBe(2)
    expect((await command(['build', '--watch', 'releases/none.md'], root)).code).toBe(2)
  })
})
