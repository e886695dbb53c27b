import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { check } from '../../src/index.ts'
import { buildHere, noon, pressRoom, temporaryFolder } from '../support/press-room.ts'

const release = (fields: string, body = 'Text.'): string =>
  `---\nheadline: News\ndate: 2026-01-02\n${fields}---\n\n${body}\n`
const attachment = (src: string): string => release(`attachments: [{ src: ${src}, title: Report }]\n`)

/** What build and check say of a press room with one more release, of which they make and look at the other one. */
async function faults(files: Record<string, string>, make: (folder: string) => void = () => undefined) {
  const root = pressRoom({ 'releases/2026-01-03-b.md': release(''), ...files })
  make(join(root, 'releases'))
  const { report } = await buildHere(root, { formats: ['text'] })
  expect(report.releases.map(({ file }) => file)).toContain('releases/2026-01-03-b.md')
  const { diagnostics } = await check(root, { now: noon })
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual(report.diagnostics)
  return report.diagnostics.map(
    ({ file, position, message, hint }) =>
      `${file.replace(/.*\//, '')}:${position?.start.line} ${message}${hint?.startsWith('did') ? `; ${hint}` : ''}`,
  )
}

const isWindows = process.platform === 'win32'

test.skipIf(isWindows)('a picture that cannot be read is told of where it is named', async () => {
  const files = { 'releases/2026-01-02-a.md': release('media: [{ src: e.png }]\n', '![E](e.png)') }
  const loop = (folder: string): void => symlinkSync('e.png', join(folder, 'e.png'))
  expect(await faults(files, loop)).toEqual([
    '2026-01-02-a.md:4 Refused picture "e.png", which cannot be read (ELOOP)',
    '2026-01-02-a.md:7 Refused picture "e.png", which cannot be read (ELOOP)',
  ])
})

test.skipIf(isWindows).each<[string, (path: string) => void]>([
  ['a pipe', (path) => execFileSync('mkfifo', [path])],
  ['a folder', (path) => mkdirSync(path)],
])('%s is no picture', async (_, make) => {
  const files = { 'releases/2026-01-02-a.md': release('', '![E](e.png)') }
  expect(await faults(files, (folder) => make(join(folder, 'e.png')))).toEqual([
    '2026-01-02-a.md:6 Refused picture "e.png", no regular file',
  ])
})

test.skipIf(isWindows)('a file outside the press room is not missing', async () => {
  const outside = join(temporaryFolder(), 'report.pdf')
  writeFileSync(outside, 'Report')
  const link = (folder: string): void => symlinkSync(outside, join(folder, 'report.pdf'))
  expect(await faults({ 'releases/2026-01-02-a.md': attachment('report.pdf') }, link)).toEqual([
    '2026-01-02-a.md:4 Refused file "report.pdf", which leads out of the press room',
  ])
})

test.each(['index.html', 'INDEX.HTML', 'release.txt'])('%s is the name of an output', async (name) => {
  const folder = 'releases/2026-01-02-a'
  const files = { [`${folder}/index.md`]: attachment(name), [`${folder}/${name}`]: 'Report' }
  expect(await faults(files)).toEqual([`index.md:4 Refused file "${name}", the name of an output`])
})

test('a file with the name of the folder of a translation', async () => {
  const folder = 'releases/2026-01-02-a'
  const files = {
    [`${folder}/index.md`]: attachment('fr'),
    [`${folder}/index.fr.md`]: release(''),
    [`${folder}/fr`]: 'Report',
  }
  expect(await faults(files)).toContain('index.md:4 Refused file "fr", the folder of a translation')
})

test('a file that is not there is missing', async () => {
  expect(await faults({ 'releases/2026-01-02-a.md': attachment('index.html') })).toEqual([
    '2026-01-02-a.md:4 Missing file "index.html"',
  ])
})

test.skipIf(process.platform !== 'linux').each([
  ['Plant.png', 'plant.png', 'capitals and small letters differ'],
  ['pics/plant.PNG', 'Pics/plant.png', 'capitals and small letters differ'],
  [
    'caf\u00E9.png',
    'cafe\u0301.png',
    'the letters look alike, and are written in another form: copy the name from the file',
  ],
])('a file by the name %s is there as %s', async (named, there, differs) => {
  const files = { 'releases/2026-01-02-a.md': release('', `![E](${named})`), [`releases/${there}`]: '' }
  expect(await faults(files)).toEqual([
    `2026-01-02-a.md:6 Missing picture "${named}"; did you mean "${there}"? ${differs}`,
  ])
})

test.skipIf(isWindows)('a name that is there and leads nowhere is not offered instead of itself', async () => {
  const files = {
    'releases/2026-01-02-a.md': release('', '![E](e.png) and [B](2026-01-03-B.md)'),
  }
  const dangling = (folder: string): void => symlinkSync('nothing.png', join(folder, 'e.png'))
  expect(await faults(files, dangling)).toEqual([
    '2026-01-02-a.md:6 Missing picture "e.png"',
    '2026-01-02-a.md:6 Missing file "2026-01-03-B.md"',
  ])
})

test('a backslash parts folders, as on Windows', async () => {
  const picture = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  const root = pressRoom({
    'press.yaml': 'organization: { name: Acme }\nbrand: { logo: templates\\logo.png }\n',
    'templates/logo.png': picture,
    'releases/2026-01-02-a.md': release('', '![A plant](pics\\a.png)'),
    'releases/pics/a.png': picture,
  })
  const { report, output } = await buildHere(root, { formats: ['html'] })
  expect(report.diagnostics).toEqual([])
  expect(output('releases/a/index.html')).toContain('src="pics/a.png"')
})

test('a backslash that Markdown takes away is told of', async () => {
  const files = { 'releases/2026-01-02-a.md': release('', '![E](pics\\_a.pdf)'), 'releases/pics/_a.pdf': '' }
  expect(await faults(files)).toEqual([
    '2026-01-02-a.md:6 Missing picture "pics_a.pdf"; did you mean "pics/_a.pdf"? write / in place of a backslash',
  ])
})
