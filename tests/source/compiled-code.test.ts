import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { keepCompiledCode, run } from '../../src/source/compiled-code.ts'
import { repository } from '../support/bundle.ts'
import { temporaryFolder } from '../support/press-room.ts'

const text = `const { sep } = require('node:path')
exports.sum = (a, b) => a + b
exports.sep = sep
module.exports.last = __filename.endsWith('make-1.code') && __filename.startsWith(__dirname)`

/** A file of a bundle, in a package of its own. */
function bundled(code = text): { readonly file: string; readonly cache: string } {
  const root = temporaryFolder()
  const file = join(root, 'lib/chunks/make-1.code')
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, code)
  return { file, cache: join(root, '.cache') }
}

/** Whether V8 took what was kept, and what the code exports. */
function ran(file: string): [wasKept: boolean, exported: Record<string, unknown>] {
  const module = { exports: {} }
  const wasKept = run(module, () => ({ sep: '/' }), file)
  return [wasKept, module.exports]
}
const exported = { sum: expect.any(Function), sep: '/', last: true }

test('runs code with what was kept of it', () => {
  const { file, cache } = bundled()
  expect(ran(file)).toEqual([false, exported])
  keepCompiledCode()
  expect(readdirSync(cache, { recursive: true })).toEqual([
    expect.stringMatching(/^v[\d.]+-\w+-[\da-f]{1,8}$/),
    expect.stringMatching(/[\\/]make-1$/),
  ])
  const [wasKept, { sum }] = ran(file)
  expect([wasKept, (sum as (a: number, b: number) => number)(1, 2)]).toEqual([true, 3])
})

test('does not use what is damaged or cut off', () => {
  const { file, cache } = bundled()
  ran(file)
  keepCompiledCode()
  const path = join(cache, readdirSync(cache)[0] ?? '', 'make-1')
  const bytes = readFileSync(path)
  for (const damaged of [
    bytes.map((byte, i) => (i === 40 ? byte ^ 7 : byte)),
    bytes.subarray(0, -8),
    Buffer.alloc(0),
  ]) {
    writeFileSync(path, damaged)
    expect(ran(file)).toEqual([false, exported])
  }
  keepCompiledCode()
  expect(ran(file)[0]).toBe(true)
})

test('runs code where nothing can be kept', () => {
  const { file, cache } = bundled()
  writeFileSync(cache, '')
  expect(ran(file)).toEqual([false, exported])
  expect(keepCompiledCode).not.toThrow()
})

test('throws what the code throws', () => {
  expect(() => ran(bundled('throw new RangeError("no")').file)).toThrow(RangeError)
})

test('keeps nothing that V8 would take for code of other flags', () => {
  const { file, cache } = bundled()
  const script = `const { keepCompiledCode, run } = require(${JSON.stringify(join(repository, 'lib/source/compiled-code.js'))})
    run({ exports: {} }, require, process.argv[1])
    if (process.argv[2]) require('node:v8').setFlagsFromString(process.argv[2])
    keepCompiledCode()`
  const child = (...args: string[]): number | null => spawnSync(process.execPath, ['-e', script, file, ...args]).status
  expect([child('--interrupt-budget=100000'), existsSync(cache)]).toEqual([0, false])
  expect([child(), existsSync(cache)]).toEqual([0, true])
})
