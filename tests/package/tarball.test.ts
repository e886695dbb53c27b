import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { repository } from '../support/bundle.ts'
import { pressRoom, temporaryFolder } from '../support/press-room.ts'

const project = temporaryFolder()
const installed = join(project, 'node_modules/pressmark')
const npm = (...args: string[]): string => execFileSync('npm', args, { cwd: project, encoding: 'utf8', stdio: 'pipe' })

beforeAll(() => {
  writeFileSync(join(project, 'package.json'), '{ "name": "project", "private": true, "type": "module" }\n')
  const [packed] = JSON.parse(npm('pack', repository, '--ignore-scripts', '--json')) as [{ filename: string }]
  npm('install', '--offline', '--no-audit', '--no-fund', `./${packed.filename}`)
})

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

describe('the package, installed without a network', () => {
  test('brings nothing with it and is small', () => {
    expect(readdirSync(join(project, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['pressmark'])
    const bytes = filesIn(installed).reduce((sum, file) => sum + statSync(file).size, 0)
    expect(bytes / 2 ** 20).toBeLessThan(5)
  })

  test('holds no path of the machine that packed it, and no registry', () => {
    const telling = [repository, homedir(), 'registry.npmjs', 'npm.pkg.github'].filter((one) => one.length > 2)
    const found = filesIn(installed).flatMap((file) => {
      const text = readFileSync(file, 'latin1')
      return telling.filter((one) => text.includes(one)).map((one) => `${file}: ${one}`)
    })
    expect(found).toEqual([])
  })

  test('is strict code, as its modules were', () => {
    const sloppy = filesIn(join(installed, 'lib')).filter((file) => {
      if (/preview[\\/]page/.test(file) || !/\.(?:js|code)$/.test(file)) return false
      const text = readFileSync(file, 'utf8').replace(/^#!.*\n/, '')
      return !text.startsWith('"use strict";') && !text.startsWith("require('../source/compiled-code.js').run(")
    })
    expect(sloppy).toEqual([])
  })

  test('names every package inside with its licence', () => {
    const notices = readFileSync(join(installed, 'lib/THIRD-PARTY-NOTICES'), 'utf8')
    for (const name of [
      'commander',
      'handlebars',
      'juice',
      'markdown-it',
      'mjml-core',
      'nodemailer',
      'valibot',
      'yaml',
    ])
      expect(notices).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+\\nLicence: [A-Z]`, 'm'))
  })

  test('has the command', () => {
    const command = join(project, 'node_modules/.bin/pressmark')
    const { version } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as { version: string }
    expect(execFileSync(command, ['--version'], { encoding: 'utf8' })).toBe(`${version}\n`)
    const root = pressRoom({
      'press.yaml':
        'organization: { name: Acme }\nmail: { from: press@example.org }\nformats: [html, email, text, eml]\n',
      'releases/2026-01-02-launch.md':
        '---\nheadline: Acme opens a plant\ndate: 2026-01-02\n---\n\nActs are <em>many</em>.\n\n<table><tr><td>1</td></tr></table>\n',
    })
    const { status, stderr } = spawnSync(command, ['build'], { cwd: root, encoding: 'utf8' })
    expect([status, stderr]).toEqual([0, expect.stringContaining('4 files written')])
    expect(readdirSync(join(root, 'dist/releases/launch')).sort()).toEqual([
      'email.html',
      'index.html',
      'release.eml',
      'release.txt',
    ])
  })

  test('keeps what V8 compiled beside the code', () => {
    expect(
      readdirSync(join(installed, '.cache'), { recursive: true }).map((path) => /[\\/](\w+)-/.exec(String(path))?.[1]),
    ).toEqual(expect.arrayContaining(['make', 'program']))
  })

  test('has the library', () => {
    const root = pressRoom({
      'releases/2026-01-02-launch.md': '---\nheadline: Acme opens a plant\ndate: 2026-01-02\n---\n\nIt opened.\n',
    })
    writeFileSync(
      join(project, 'program.js'),
      `import { build, clients, lintEmail, openPressRoom, render, simulate } from 'pressmark'
const now = Date.parse('2026-11-24T12:00:00Z')
const { value: room } = await openPressRoom(process.argv[2])
const { value } = await render(room, 'releases/2026-01-02-launch.md', { now, formats: ['email'] })
const email = value.outputs.email
const { written } = await build(room, { now, formats: ['email'] })
const seen = clients.map((client) => simulate(client, email).includes('It opened.'))
const refused = await build({ root: '/' }, { now }).catch((error) => error.name)
const findings = lintEmail('email.html', new TextEncoder().encode(email), value.subject)
console.log(JSON.stringify([written, findings.map(({ code }) => code), [...new Set(seen)], refused]))
`,
    )
    const said = execFileSync(process.execPath, [join(project, 'program.js'), root], { cwd: project, encoding: 'utf8' })
    expect(JSON.parse(said)).toEqual([
      ['releases/launch/email.html'],
      expect.arrayContaining(['preheader']),
      [true],
      'TypeError',
    ])
  })

  test('has the library for CommonJS, too', () => {
    writeFileSync(join(project, 'program.cjs'), "console.log(typeof require('pressmark').build)\n")
    const said = execFileSync(process.execPath, [join(project, 'program.cjs')], { cwd: project, encoding: 'utf8' })
    expect(said).toBe('function\n')
  })

  test('has types that need no other package’s', () => {
    mkdirSync(join(project, 'typed'), { recursive: true })
    writeFileSync(
      join(project, 'typed/program.ts'),
      `import { createPressRoom, createRelease, createTranslation, type NewRelease } from 'pressmark'
import { build, clients, lintEmail, lintMessage, openPressRoom, render, simulate } from 'pressmark'
import type { BuildOptions, BuildReport, BuiltRelease, Client, Diagnostic, EmailFinding, MessageFinding } from 'pressmark'
import type { Outcome, PressRoom, RenderedRelease, RenderOptions, Severity } from 'pressmark'

const opened: Outcome<PressRoom> = await openPressRoom('.')
const options: BuildOptions & RenderOptions = { now: 0, formats: ['email'] }
if (opened.value) {
  const report: BuildReport = await build(opened.value, options)
  const built: BuiltRelease | undefined = report.releases[0]
  const status: 'public' | 'withdrawn' | 'draft' | 'embargoed' | 'scheduled' | undefined = built?.status
  const rendered: Outcome<RenderedRelease> = await render(opened.value, 'releases/a.md', options)
  const email = rendered.value?.outputs['email']
  if (typeof email === 'string') clients.map((client: Client): string => simulate(client, email, { images: false }))
  void status
}
const contact = { name: 'Ana', email: 'ana@example.org' }
await createPressRoom('room', { name: { en: 'Acme' }, languages: ['en'], contact, about: 'Acme makes pumps.', now: 0 })
const begun: Outcome<NewRelease> = await createRelease('room', { headline: 'News', kind: 'statement', now: 0 })
await createTranslation('room', { of: begun.value?.file ?? '', language: 'fr' })
// @ts-expect-error no kind of release
void createRelease('room', { headline: 'News', kind: 'advert', now: 0 })
const findings: readonly (EmailFinding | MessageFinding)[] = [
  ...lintEmail('email.html', new Uint8Array(), 'Subject'),
  ...lintMessage('release.eml', new Uint8Array()),
]
const lines: readonly (number | undefined)[] = findings.map(({ position }) => position?.start.line)
const severities: readonly Severity[] = opened.diagnostics.map((one: Diagnostic) => one.severity)
// @ts-expect-error a number is no path
void openPressRoom(1)
// @ts-expect-error the moment is not to be left out
void build({ root: '.' }, {})
export { lines, severities }
`,
    )
    const flags = '--noEmit --strict --skipLibCheck false --module nodenext --target es2023 --lib es2023 --types'.split(
      ' ',
    )
    const tsc = join(repository, 'node_modules/.bin/tsc')
    const { status, stdout } = spawnSync(tsc, [...flags, '', 'typed/program.ts'], { cwd: project, encoding: 'utf8' })
    expect([status, stdout]).toEqual([0, ''])
  })
})
