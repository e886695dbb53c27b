import { once } from 'node:events'
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { command, filesBelow, start } from '../support/command.ts'
import { pressRoom, temporaryFolder } from '../support/press-room.ts'

const count = 300
const rounds = 6
const text = 'Acme opened a plant in Turku, with a [map](https://example.org/map) and “all that goes with it”. '.repeat(
  20,
)
const releases = Object.fromEntries(
  Array.from({ length: count }, (_, i) => [
    `releases/2026-01-02-release-${i}.md`,
    `---\nheadline: Release ${i}\ndate: 2026-01-02\n---\n\n${text}\n\n${text}\n`,
  ]),
)
const named = (name: string): string => `organization: { name: ${name} }\n`

let root = ''
let duration = 0
const whole = {
  before: new Map<string, string>() as ReadonlyMap<string, string>,
  after: new Map<string, string>() as ReadonlyMap<string, string>,
}

/** What a build leaves that nobody stops; also fills the cache, so that all later builds take about as long. */
async function clean(name: string): Promise<ReadonlyMap<string, string>> {
  writeFileSync(join(root, 'press.yaml'), named(name))
  const out = join(temporaryFolder(), 'dist')
  await command(['build', '--out', out], root)
  rmSync(out, { recursive: true })
  const started = performance.now()
  const { code, stderr } = await command(['build', '--out', out], root)
  duration = performance.now() - started
  expect(code, stderr).toBe(0)
  return filesBelow(out)
}

/** Kills a build after a part of the time that it takes. */
async function kill(out: string, after: number): Promise<void> {
  const child = start(['build', '--out', out], root)
  const timer = setTimeout(() => child.kill('SIGKILL'), after)
  await once(child, 'exit')
  clearTimeout(timer)
}

beforeAll(async () => {
  root = pressRoom(releases)
  whole.after = await clean('Acme International')
  whole.before = await clean('Acme')
})

test('three files of each release are what is compared', () => {
  expect(whole.before.size).toBe(3 * count)
  expect([...whole.before].every(([path, bytes]) => whole.after.get(path) !== bytes)).toBe(true)
})

test(
  'a first build that is killed leaves only whole files, and the next one completes it',
  { timeout: 180_000 },
  async () => {
    let partial = 0
    for (let round = 0; round < rounds; round++) {
      const out = join(temporaryFolder(), 'dist')
      await kill(out, duration * ((round + Math.random()) / rounds))
      const left = filesBelow(out)
      if (left.size > 0 && left.size < whole.before.size) partial++
      for (const [path, bytes] of left)
        expect(bytes === whole.before.get(path), `${path} after ${left.size} files`).toBe(true)
      const { code, stderr } = await command(['build', '--out', out], root)
      expect([code, stderr.match(/error|warning/)]).toEqual([0, null])
      expect(filesBelow(out)).toEqual(whole.before)
      expect(readdirSync(out).sort()).toEqual(['.outputs.json', 'releases'])
    }
    expect(partial).toBeGreaterThan(0)
  },
)

test(
  'a build over earlier outputs that is killed leaves the old file or the new one',
  { timeout: 180_000 },
  async () => {
    const out = join(temporaryFolder(), 'dist')
    for (let round = 0; round < rounds; round++) {
      writeFileSync(join(root, 'press.yaml'), named('Acme'))
      expect((await command(['build', '--out', out], root)).code).toBe(0)
      writeFileSync(join(root, 'press.yaml'), named('Acme International'))
      await kill(out, duration * ((round + Math.random()) / rounds))
      const left = filesBelow(out)
      expect(left.size).toBe(3 * count)
      for (const [path, bytes] of left)
        expect(bytes === whole.before.get(path) || bytes === whole.after.get(path), path).toBe(true)
    }
    expect((await command(['build', '--out', out], root)).code).toBe(0)
    expect(filesBelow(out)).toEqual(whole.after)
  },
)
