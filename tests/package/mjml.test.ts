import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compiledFrom, repository } from '../support/bundle.ts'
import { command, filesBelow } from '../support/command.ts'
import { buildHere, noon, temporaryFolder } from '../support/press-room.ts'

describe('MJML and juice in the bundle do what the published packages do', () => {
  const folder = join(repository, 'tests/fixtures/mjml')
  const names = readdirSync(folder)
  const documents = names.map((name) => readFileSync(join(folder, name), 'utf8'))

  function compiledWith(mjml: string, juice: string): Record<string, unknown>[] {
    const script = join(repository, 'tests/support/compile-mjml.mjs')
    const options = { input: JSON.stringify(documents), encoding: 'utf8', maxBuffer: 2 ** 26 } as const
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, mjml, juice], options)
    expect([status, stderr]).toEqual([0, ''])
    return JSON.parse(stdout) as Record<string, unknown>[]
  }
  const chunk = (name: string): string => compiledFrom(`node_modules/${name}`)
  const published = compiledWith('mjml', 'juice')
  const bundled = compiledWith(chunk('mjml/lib/index.js'), chunk('juice/index.js'))

  test.each(names.map((name, at) => [name, at] as const))('%s', (_, at) => {
    expect(published[at]).toHaveProperty('inlined')
    expect(bundled[at]).toEqual(published[at])
  })

  test('the documents hold both what MJML takes and what it refuses', () => {
    const thrown = published.filter(({ strict }) => Object.hasOwn(strict as object, 'thrown')).length
    expect([thrown > 0, thrown < names.length]).toEqual([true, true])
  })
})

/** The press rooms of the repository. */
const rooms = [
  '.',
  ...['examples', 'tests/fixtures'].flatMap((folder) =>
    readdirSync(join(repository, folder)).map((name) => `${folder}/${name}`),
  ),
].filter((room) => existsSync(join(repository, room, 'press.yaml')))

test.each(rooms)('the bundle renders the press room %s as the sources do, byte for byte', async (room) => {
  const [one, other] = [copyOf(room), copyOf(room)]
  const sends = /^\s+from:|mail: \{.*\bfrom:/m.test(readFileSync(join(one, 'press.yaml'), 'utf8'))
  const formats = ['html', 'email', 'text', ...(sends ? ['eml'] : [])]
  const { report } = await buildHere(one, { formats, drafts: true, out: join(one, 'dist') })
  const now = new Date(noon).toISOString()
  await command(['build', '--formats', formats.join(), '--drafts', '--now', now], other)
  const files = filesBelow(join(one, 'dist'))
  expect([...files.keys()].filter((path) => path.endsWith('email.html')).length).toBeGreaterThan(0)
  expect(report.failed).toEqual([])
  expect(filesBelow(join(other, 'dist'))).toEqual(files)
})

/** A press room with nothing that was built before. */
function copyOf(room: string): string {
  const folder = temporaryFolder()
  const from = join(repository, room)
  for (const name of readdirSync(from))
    if (['press.yaml', 'templates', 'releases', 'brand'].includes(name))
      cpSync(join(from, name), join(folder, name), { recursive: true })
  return folder
}
