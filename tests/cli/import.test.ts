import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { importFiles } from '../../src/index.ts'
import { command, filesBelow, start } from '../support/command.ts'
import { pressRoom, temporaryFolder } from '../support/press-room.ts'

const fixtures = join(import.meta.dirname, '../fixtures/import')
const contacts = '# Who is asked.\nana: { name: Ana Virta, email: ana@example.org }   # in Turku\n'
const text = `FOR IMMEDIATE RELEASE

May 4, 2026

Acme Opens a Plant

Turku — Acme opens a plant in Turku next week, with a chimney of 200 metres, it said.

About Acme

Acme makes pumps, and has made them since 1951.

Contact: Ben Okoro, Press Officer, +44 20 7946 0102, ben@example.org
`
const room = (): string => pressRoom({ 'templates/contacts.yaml': contacts, 'in/release.txt': text })
const file = 'releases/2026-05-04-acme-opens-a-plant.md'

describe('pressmark import', () => {
  test('writes a release, says what it knew and what it did not, and what comes next', async () => {
    const root = room()
    const { code, stdout, stderr } = await command(['import', 'in/release.txt'], root)
    expect([code, stdout]).toEqual([0, `${file}\n`])
    for (const part of [
      'in/release.txt imported as',
      'contact ben-okoro: not here yet',
      'name: Ben Okoro',
      'Look it over, then take the comments of import away:\n  npx pressmark check releases/',
    ])
      expect(stderr).toContain(part)
    const written = readFileSync(join(root, file), 'utf8')
    expect(written).toContain('headline: Acme Opens a Plant\ndate: 2026-05-04\ndateline: Turku\n')
    const { stdout: found } = await command(['check', '--format', 'json'], root)
    const { diagnostics } = JSON.parse(found) as { diagnostics: { code: string }[] }
    expect(diagnostics.map(({ code: one }) => one)).toEqual(
      expect.arrayContaining(['import-remark', 'unknown-contact']),
    )
  })

  test('--add puts people and About texts into the press room, and what comes of it is built', async () => {
    const root = room()
    const { code, stderr } = await command(['import', '--add', 'in/release.txt'], root)
    expect([
      code,
      stderr.includes('contact ben-okoro: added'),
      stderr.includes('About text about-acme: added'),
    ]).toEqual([0, true, true])
    expect(readFileSync(join(root, 'templates/contacts.yaml'), 'utf8')).toBe(
      `${contacts}ben-okoro:\n  name: Ben Okoro\n  role: Press Officer\n  phone: "+44 20 7946 0102"\n  email: ben@example.org\n`,
    )
    expect(readFileSync(join(root, 'templates/boilerplate/about-acme.md'), 'utf8')).toBe(
      '---\ntitle: About Acme\n---\n\nAcme makes pumps, and has made them since 1951.\n',
    )
    expect(readFileSync(join(root, file), 'utf8')).toBe(
      '---\nheadline: Acme Opens a Plant\ndate: 2026-05-04\ndateline: Turku\ncontacts: [ben-okoro]\nboilerplate: [about-acme]\n---\n\nAcme opens a plant in Turku next week, with a chimney of 200 metres, it said.\n',
    )
    expect((await command(['build', '--formats', 'text'], root)).code).toBe(0)
    expect((await command(['check', '--quiet'], root)).stderr).toContain('nothing to complain about')
  })

  test('speaks of no comments where it left none', async () => {
    const root = room()
    const { stderr } = await command(['import', '--add', 'in/release.txt'], root)
    expect(stderr.trimEnd().split('\n').slice(-2)).toEqual(['Look it over:', `  npx pressmark check ${file}`])
  })

  test('never writes over a release unless it is to', async () => {
    const root = room()
    await command(['import', 'in/release.txt'], root)
    writeFileSync(join(root, file), 'mine')
    const again = await command(['import', 'in/release.txt'], root)
    expect([again.code, again.stderr.includes('(file-exists)'), readFileSync(join(root, file), 'utf8')]).toEqual([
      1,
      true,
      'mine',
    ])
    expect((await command(['import', '--force', 'in/release.txt'], root)).code).toBe(0)
    expect(readFileSync(join(root, file), 'utf8')).toContain('Acme Opens a Plant')
  })

  test('--dry-run prints what it would write, and writes nothing', async () => {
    const root = room()
    const before = filesBelow(root)
    const { code, stdout, stderr } = await command(['import', '--dry-run', '--add', 'in/release.txt'], root)
    expect([code, stdout.includes('headline: Acme Opens a Plant'), stderr.includes(`would be ${file}`)]).toEqual([
      0,
      true,
      true,
    ])
    expect(filesBelow(root)).toEqual(before)
  })

  test('--out names the file, among the releases alone', async () => {
    const root = room()
    expect((await command(['import', '--out', 'releases/other.md', 'in/release.txt'], root)).code).toBe(0)
    expect(existsSync(join(root, 'releases/other.md'))).toBe(true)
    for (const out of ['../other.md', 'other.md', 'releases', 'releases/../templates/about.md', 'releases/other.txt'])
      expect((await command(['import', '--force', '--out', out, 'in/release.txt'], root)).code).toBe(2)
    expect((await command(['import', '--out', 'releases/x.md', 'in/release.txt', 'in/release.txt'], root)).code).toBe(2)
  })

  test('takes a folder with all that is in it, and goes on past what it cannot read', async () => {
    const root = room()
    mkdirSync(join(root, 'in/old'))
    copyFileSync(join(fixtures, 'advisory/source.docx'), join(root, 'in/old/advisory.docx'))
    writeFileSync(join(root, 'in/old/paper.pdf'), '%PDF-1.7')
    writeFileSync(join(root, 'in/old/photo.png'), 'not looked at')
    const { code, stdout, stderr } = await command(['import', 'in', '--json'], root)
    const report = JSON.parse(stdout) as Awaited<ReturnType<typeof importFiles>>
    expect([code, stderr]).toEqual([1, ''])
    expect(report.releases.map(({ source, written, media }) => [source, written, media.length])).toEqual([
      ['in/old/advisory.docx', true, 1],
      ['in/release.txt', true, 0],
    ])
    expect(report.diagnostics.map(({ file: one, code: what }) => [one, what])).toEqual([
      ['in/old/paper.pdf', 'refused-file'],
    ])
    expect(
      existsSync(join(root, 'releases/2026-11-10-harbour-masters-of-nine-countries-meet-in-turku/picture-1.png')),
    ).toBe(true)
  })

  test('takes no release that is here already for one that was sent, nor what was made of it', async () => {
    const root = room()
    await command(['import', 'in/release.txt'], root)
    await command(['build'], root)
    const { stdout } = await command(['import', '--dry-run', '--json', '.'], root)
    const { releases } = JSON.parse(stdout) as { releases: { source: string }[] }
    expect(releases.map(({ source }) => source)).toEqual(['./in/release.txt'])
  })

  test('refuses a file that holds nothing but line ends', async () => {
    const root = pressRoom({ 'in/a.txt': '\n \n' })
    const { code, stderr } = await command(['import', 'in/a.txt'], root)
    expect([code, existsSync(join(root, 'releases'))]).toEqual([1, false])
    expect(stderr).toContain('There is nothing to read in it')
  })

  test('tells of an About text whose name another one has here, and leaves that one alone', async () => {
    const about = '---\ntitle: About Acme\n---\n\nQuite another text, of what the company was before the war.\n'
    const root = pressRoom({ 'in/release.txt': text, 'templates/boilerplate/about-acme.md': about })
    const { code, stderr } = await command(['import', '--add', 'in/release.txt'], root)
    expect(code).toBe(0)
    expect(stderr).toContain('About text about-acme: here with another text')
    expect(readFileSync(join(root, 'templates/boilerplate/about-acme.md'), 'utf8')).toBe(about)
    expect(readFileSync(join(root, file), 'utf8')).toContain('take that, with `boilerplate: [about-acme]`')
  })

  test('says in words that a file is not there', async () => {
    const { code, stderr } = await command(['import', 'nowhere.docx'], room())
    expect([code, stderr]).toEqual([1, expect.stringContaining('nowhere.docx error There is no such file')])
  })

  test('reads a text that is piped in', async () => {
    const root = room()
    const child = start(['import', '-'], root)
    child.stdin?.end(text)
    expect(await new Promise((resolve) => child.once('close', resolve))).toBe(0)
    expect(existsSync(join(root, file))).toBe(true)
  })

  test('knows a press room when it is in one', async () => {
    const { code, stderr } = await command(['import', 'x.docx'], temporaryFolder())
    expect([code, stderr]).toEqual([2, expect.stringContaining('Missing press.yaml')])
    expect((await command(['import', 'none.docx'], room())).code).toBe(1)
  })

  test('two files of one day and one headline do not take each other’s place', async () => {
    const root = room()
    writeFileSync(join(root, 'in/b.txt'), text)
    const { code, stderr } = await command(['import', '--force', 'in'], root)
    expect([code, stderr.includes('two of the files are of one day and one headline')]).toEqual([1, true])
  })

  test('is the same from a program, with bytes in place of a file', async () => {
    const root = room()
    const { releases } = await importFiles(root, [{ name: 'release.txt', bytes: new TextEncoder().encode(text) }])
    expect(releases.map(({ file: one, written }) => [one, written])).toEqual([[file, true]])
  })
})
