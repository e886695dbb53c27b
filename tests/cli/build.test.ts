import { once } from 'node:events'
import { existsSync, mkdirSync, renameSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { command, start } from '../support/command.ts'
import { pressRoom, temporaryFolder } from '../support/press-room.ts'

const release = '---\nheadline: Acme opens a plant\ndate: 2026-01-02\n---\n\nAcme opened a plant.\n'
const path = 'releases/2026-01-02-launch.md'
const room = (files: Record<string, string> = {}): string =>
  pressRoom({ 'press.yaml': 'organization: { name: Acme }\nformats: [html, text]\n', [path]: release, ...files })

describe('a build that is fine', () => {
  test('ends with 0, says what it did on stderr and nothing on stdout', async () => {
    const root = room()
    const { code, stdout, stderr } = await command(['build'], root)
    expect([code, stdout]).toEqual([0, ''])
    expect(stderr).toMatch(/^1 release in dist\/: 2 files written, 0 unchanged \(\d+ ms|[\d.]+ s\)\n$/)
    expect(existsSync(join(root, 'dist/releases/launch/index.html'))).toBe(true)
  })

  test('prints one report as JSON, and only that', async () => {
    const { code, stdout, stderr } = await command(['build', '--json'], room())
    expect([code, stderr]).toEqual([0, ''])
    const report: unknown = JSON.parse(stdout)
    expect(report).toMatchObject({
      releases: [
        { file: path, status: 'public', outputs: ['releases/launch/index.html', 'releases/launch/release.txt'] },
      ],
      diagnostics: [],
      failed: [],
      unchanged: 0,
    })
  })

  test('takes its folders from where it is called', async () => {
    const root = room()
    const here = temporaryFolder()
    const { code } = await command(['build', '--root', root, '--out', 'site', '--formats', 'text'], here)
    expect(code).toBe(0)
    expect(existsSync(join(here, 'site/releases/launch/release.txt'))).toBe(true)
    expect(existsSync(join(here, 'site/releases/launch/index.html'))).toBe(false)
    expect(existsSync(join(root, 'dist'))).toBe(false)
  })

  test.each([path, `./${path}`, 'releases\\2026-01-02-launch.md', '.\\releases\\2026-01-02-launch.md'])(
    'finds the release %s',
    async (file) => {
      const { code, stderr } = await command(['build', file], room())
      expect([code, stderr.split('\n')[0]]).toEqual([0, expect.stringContaining('1 release in dist/')])
    },
  )

  test('finds a release from a folder inside', async () => {
    const root = room()
    const { code } = await command(['build', '--root', '..', '2026-01-02-launch.md'], join(root, 'releases'))
    expect(code).toBe(0)
  })

  test('finds a release by a path with backslashes that leads up', async () => {
    const root = room()
    const { code } = await command(
      ['build', '--root', '..', '..\\releases\\2026-01-02-launch.md'],
      join(root, 'releases'),
    )
    expect(code).toBe(0)
  })

  test('takes the moment that counts as now', async () => {
    const embargoed = release.replace('date: 2026-01-02', 'date: 2027-01-02\nembargo: 2027-01-01 09:00 Europe/Paris')
    const root = room({ [path]: embargoed })
    const { stderr } = await command(['build', '--now', '2027-01-01 08:59 Europe/Paris'], root)
    expect(stderr).toContain('1 release kept apart in dist/embargoed/ until the moment comes')
    await command(['build', '--now', '2027-01-01T08:00:00Z'], root)
    expect(existsSync(join(root, 'dist/releases/launch/index.html'))).toBe(true)
    expect(existsSync(join(root, 'dist/embargoed'))).toBe(false)
  })

  test('says what to do where there are no releases yet', async () => {
    const root = pressRoom({})
    mkdirSync(join(root, 'releases'))
    const { code, stderr } = await command(['build'], root)
    expect(code).toBe(0)
    expect(stderr).toContain('No releases yet: write the first one as releases/2026-01-31-its-name.md')
    expect(existsSync(join(root, 'dist/releases'))).toBe(false)
  })

  test('says that drafts were left out', async () => {
    const { stderr } = await command(['build'], room({ [path]: release.replace('date:', 'draft: true\ndate:') }))
    expect(stderr).toContain('1 draft left out; --drafts builds drafts too')
  })

  test('builds drafts apart where that is asked for', async () => {
    const root = room({ [path]: release.replace('date:', 'draft: true\ndate:') })
    const { code, stderr } = await command(['build', '--drafts'], root)
    expect([code, stderr.split(':')[0]]).toEqual([0, '1 release in dist/'])
    expect(existsSync(join(root, 'dist/drafts/launch/index.html'))).toBe(true)
    expect(existsSync(join(root, 'dist/releases'))).toBe(false)
  })

  test('ends without a stack trace where nobody reads on', async () => {
    const child = start(['build', '--json'], room())
    child.stdout?.destroy()
    child.stderr?.destroy()
    const [code] = (await once(child, 'exit')) as [number | null]
    expect(code).toBe(0)
  })
})

describe('a build that finds something', () => {
  const faulty = { [path]: release.replace('headline', 'headlin') }

  test('ends with 1 and shows the place, the line and what to do', async () => {
    const { code, stdout, stderr } = await command(['build'], room(faulty))
    expect([code, stdout]).toEqual([1, ''])
    const [place, line, marks, hint] = stderr.split('\n')
    expect([place, line, marks, hint]).toEqual([
      `${path}:2:1 error Unknown key "headlin" (unknown-key)`,
      '  headlin: Acme opens a plant',
      '  ~~~~~~~',
      '  did you mean "headline"?',
    ])
    expect(stderr).toContain('1 error')
    expect(stderr).toContain('1 release not built; what was built of it before stays as it was, if it is public still')
  })

  test('gives the same as JSON, with positions', async () => {
    const { code, stdout } = await command(['build', '--json'], room(faulty))
    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({
      failed: [path],
      diagnostics: [
        {
          code: 'unknown-key',
          severity: 'error',
          message: 'Unknown key "headlin"',
          hint: 'did you mean "headline"?',
          file: path,
          position: { start: { line: 2, column: 1, offset: 4 } },
        },
      ],
    })
  })

  test('ends with 0 where there are only warnings', async () => {
    const { code, stderr } = await command(['build'], room({ [path]: release.replace('plant.', '[plant](#).') }))
    expect(code).toBe(0)
    expect(stderr).toContain('warning Placeholder link "#", left out')
    expect(stderr).toContain('1 warning')
  })

  test('ends with 1 where the press room itself is at fault, also as JSON', async () => {
    const root = room({ 'press.yaml': 'organization: { nmae: Acme }\n' })
    const { code, stdout } = await command(['build', '--json'], root)
    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({ diagnostics: [{ code: 'unknown-key' }] })
  })

  test('tells the faults of releases with those of the press room', async () => {
    const broken = { ...faulty, 'templates/contacts.yaml': 'jane: { nmae: Jane }\n' }
    const { code, stderr } = await command(['build'], room(broken))
    expect(code).toBe(1)
    expect(stderr.match(/^\S+ error .*$/gm)).toEqual([
      `${path}:2:1 error Unknown key "headlin" (unknown-key)`,
      'templates/contacts.yaml:1:9 error Unknown key "nmae" (unknown-key)',
    ])
    const { stdout } = await command(['build', '--json'], room(broken))
    expect(JSON.parse(stdout)).toMatchObject({ diagnostics: [{ file: path }, { file: 'templates/contacts.yaml' }] })
  })

  test('marks the right words behind a byte order mark and before a Windows line end', async () => {
    const { stderr } = await command(['build'], room({ 'press.yaml': '\uFEFForganization: { nmae: Acme }\r\n' }))
    expect(stderr.split('\n').slice(0, 3)).toEqual([
      'press.yaml:1:17 error Unknown key "nmae" (unknown-key)',
      '  organization: { nmae: Acme }',
      '                  ~~~~',
    ])
  })

  test('never shows a stack trace for a fault of the disk', async () => {
    const { code, stderr } = await command(['build', '--out', 'press.yaml'], room())
    expect(code).toBe(1)
    expect(stderr).toContain('press.yaml error The output folder cannot be written (')
    expect(stderr).not.toMatch(/\n\s+at /)
  })
})

describe('wrong usage ends with 2 and names the nearest right word', () => {
  test.each([
    [['biuld'], '(Did you mean build?)'],
    [['build', '--draft'], '(Did you mean --drafts?)'],
    [['build', '--formats', 'html,emial'], 'did you mean "email"?'],
    [['build', '--formats', ','], 'Name at least one'],
    [['build', '--out', ''], 'Name a folder'],
    [['build', 'releases/2026-01-02-lanch.md'], `did you mean "${path}"?`],
    [['build', '--now', 'soon'], 'Wrong form of time, "soon"'],
    [['build', '--now', '2026-12-24 10:29'], 'Missing time zone'],
    [['build', '--root'], "option '--root <dir>' argument missing"],
    [['build', '--root', 'nowhere'], 'Missing press.yaml'],
    [['build', '--root', 'press.yaml'], 'Missing press.yaml'],
    [[], 'Usage: pressmark'],
    [['build', '--json', '--jsn'], '(Did you mean --json?)'],
  ])('%j', async (args, expected) => {
    const { code, stdout, stderr } = await command(args, room())
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(expected)
  })
})

test.each<[args: readonly string[], message: string]>([
  [['build', '--formats', 'emial'], 'Unknown format "emial"'],
  [['build', '--root', 'nowhere'], 'Missing press.yaml'],
  [['check', '--format', 'json', '--root', 'nowhere'], 'Missing press.yaml'],
  [['new', 'News', '--root', 'nowhere'], 'Missing press.yaml'],
  [['import', 'news.txt', '--root', 'nowhere'], 'Missing press.yaml'],
])('%j is told as data to a program that asks for it', async (args, message) => {
  const { code, stdout, stderr } = await command(args[0] === 'check' ? args : [...args, '--json'], room())
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { message: string; severity: string }[] }
  expect([code, stderr, diagnostics]).toEqual([2, '', [expect.objectContaining({ message, severity: 'error' })]])
})

describe.skipIf(process.platform === 'win32')('a press room that has two names', () => {
  test.each([
    ['by the one, in the other', (_root: string, also: string) => ['build', join(also, path)]],
    [
      'by the one, where the other is the root',
      (root: string, also: string) => ['build', '--root', also, join(root, path)],
    ],
    ['in check', (_root: string, also: string) => ['check', '--quiet', join(also, path)]],
    ['in new', (_root: string, also: string) => ['new', 'More', '--from', join(also, path)]],
  ])('a release is found: %s', async (_, args) => {
    const root = room()
    const also = join(temporaryFolder(), 'also')
    symlinkSync(root, also)
    const { code, stderr } = await command(args(root, also), root)
    expect([code, stderr]).toEqual([0, expect.not.stringContaining('No release of this press room')])
  })

  test('a folder in it may be a link', async () => {
    const elsewhere = temporaryFolder()
    const root = room()
    renameSync(join(root, 'releases'), join(elsewhere, 'releases'))
    symlinkSync(join(elsewhere, 'releases'), join(root, 'releases'))
    expect((await command(['check', '--quiet', path], root)).code).toBe(0)
  })
})

describe('colour', () => {
  const faulty = { [path]: release.replace('headline', 'headlin') }
  const escape = '\u001B['
  test.each([
    [{}, false],
    [{ FORCE_COLOR: '1' }, true],
    [{ FORCE_COLOR: '0' }, false],
    [{ NO_COLOR: '1' }, false],
  ])('with %j on a pipe: %s', async (env, coloured) => {
    const { stderr } = await command(['build'], room(faulty), env)
    expect(stderr.includes(escape)).toBe(coloured)
  })
})

test('help and version are data, on stdout', async () => {
  const help = await command(['build', '--help'], room())
  expect([help.code, help.stderr]).toEqual([0, ''])
  for (const flag of ['--root', '--out', '--formats', '--drafts', '--force', '--now', '--shard', '--watch', '--json'])
    expect(help.stdout).toContain(flag)
  const version = await command(['--version'], room())
  expect([version.code, version.stderr]).toEqual([0, ''])
  expect(version.stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
})
