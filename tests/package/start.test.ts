import { appendFileSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { packagesOf, repository } from '../support/bundle.ts'
import { command } from '../support/command.ts'
import { pressRoom, temporaryFolder } from '../support/press-room.ts'

const path = 'releases/2026-01-02-launch.md'
const release =
  '---\nheadline: Acme opens a plant\ndate: 2026-01-02\ncontacts: [ana]\n---\n\nAcme opened a *plant* with a chimney of 200 metres, which nobody who lives there had asked it for.\n'
const room = (files: Readonly<Record<string, string>> = {}): string =>
  pressRoom({
    'press.yaml': 'organization: { name: Acme }\nformats: [html, email, text]\n',
    'templates/contacts.yaml': 'ana: { name: Ana, email: ana@example.org }\n',
    [path]: release,
    ...files,
  })

/** The compiled files that a run of the command loads, by their paths from the repository. */
async function loadedBy(args: readonly string[], cwd: string): Promise<string[]> {
  const list = join(temporaryFolder(), 'loaded')
  const hooks = join(import.meta.dirname, '../support/loaded-modules.cjs').replaceAll('\\', '/')
  const ended = await command(args, cwd, { NODE_OPTIONS: `--require "${hooks}"`, LOADED_MODULES: list })
  expect([ended.code, ended.stderr]).toEqual([0, expect.not.stringContaining('rror')])
  const files = readFileSync(list, 'utf8')
    .trim()
    .split('\n')
    .map((file) => relative(repository, file).replaceAll('\\', '/'))
  expect(files).toContain('lib/cli/main.js')
  return files
}

const packagesLoadedBy = async (args: readonly string[], cwd: string): Promise<string[]> =>
  packagesOf(await loadedBy(args, cwd))

test.each(['--version', '-v'])('%s loads no package', async (flag) => {
  expect(await packagesLoadedBy([flag], temporaryFolder())).toEqual([])
})

test('--help loads commander alone', async () => {
  expect(await packagesLoadedBy(['--help'], temporaryFolder())).toEqual(['commander'])
})

const heavy = ['cheerio', 'juice', 'mjml', 'mjml-core', 'nodemailer', 'parse5', 'postcss', 'sanitize-html']

test('a build that compiles the email’s layout loads MJML and juice', async () => {
  const loaded = await packagesLoadedBy(['build'], room())
  expect(heavy.filter((name) => loaded.includes(name))).toEqual(['cheerio', 'juice', 'mjml', 'mjml-core', 'parse5'])
})

test('a warm build loads neither them nor what only other releases need', async () => {
  const root = room()
  await command(['build'], root)
  appendFileSync(join(root, path), '\nOne more sentence.\n')
  const loaded = await packagesLoadedBy(['build'], root)
  expect(loaded).toEqual(expect.arrayContaining(['handlebars', 'markdown-it', 'yaml']))
  expect(heavy.filter((name) => loaded.includes(name))).toEqual([])
})
