import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { kitBuild, kitRoot, kitVersion } from '../../src/source/kit.ts'

const root = join(import.meta.dirname, '../..')
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }

test('the sources find their package, and say that they are sources', () => {
  expect([kitRoot(), kitVersion(), kitBuild]).toEqual([root, version, 'source'])
})

test('the compiled command says the same version', () => {
  expect(execFileSync(process.execPath, [join(root, 'lib/cli/main.js'), '--version'], { encoding: 'utf8' })).toBe(
    `${version}\n`,
  )
})

test('the compiled code says what it was built from, once', () => {
  const files = readdirSync(join(root, 'lib'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.js'),
  )
  const builds = files.flatMap(
    (name) => readFileSync(join(root, 'lib', name), 'utf8').match(/(?<=["`])[^"`]+-[0-9a-f]{16}(?=["`])/g) ?? [],
  )
  expect(builds).toEqual([expect.stringMatching(`^${version}-[0-9a-f]{16}$`)])
})
