import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
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
