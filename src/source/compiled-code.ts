import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { arch, version } from 'node:process'
import { cachedDataVersionTag } from 'node:v8'
import { Script } from 'node:vm'
import { writeWhole } from './whole-file.ts'

/** A file of the bundle that V8 had to compile, and where to keep what came of it. */
interface Compiled {
  readonly script: Script
  readonly path: string
  /** V8 takes nothing that was kept under another one: it stands for its version, its flags and the processor. */
  readonly tag: number
}

const compiled: Compiled[] = []

/**
 * Runs a file of the bundle as a CommonJS module, with what V8 kept of it in an earlier run. Each thread would compile it anew: without
 * that 1,000 releases take a tenth longer. It is kept in `.cache/` beside `lib/`: whoever can write there can change the code as well. What is
 * damaged, or of another V8, is not used. Says whether it was there. Throws what the code throws.
 */
export function run(module: { exports: object }, require: (id: string) => unknown, file: string): boolean {
  const tag = cachedDataVersionTag()
  const keep = `${version}-${arch}-${tag.toString(16)}`
  const path = join(dirname(file), '../../.cache', keep, basename(file, '.code'))
  const code = `(function(exports,require,module,__filename,__dirname){${readFileSync(file, 'latin1')}\n})`
  const cachedData = kept(path)
  const script = new Script(code, { filename: file, ...(cachedData && { cachedData }) })
  const wasKept = cachedData !== undefined && script.cachedDataRejected === false
  if (!wasKept) compiled.push({ script, path, tag })
  const define = script.runInThisContext() as (exports: object, ...others: unknown[]) => void
  define.call(module.exports, module.exports, require, module, file, dirname(file))
  return wasKept
}

/** Keeps what V8 has compiled of the files that were run, for the next time; nothing where that cannot be written. */
export function keepCompiledCode(): void {
  const now = compiled.length > 0 ? cachedDataVersionTag() : 0
  for (const { script, path, tag } of compiled) if (tag === now) keep(path, script)
}

function keep(path: string, script: Script): void {
  try {
    writeWhole(path, digestAndData(script))
  } catch {
    return
  }
}

/** V8 is asked only when this is written: whoever cannot write there would ask it each time for nothing. */
function* digestAndData(script: Script): Generator<Uint8Array> {
  const data = script.createCachedData()
  yield digestOf(data)
  yield data
}

/** V8 looks at the length of what it is given, and not at what is in it. */
function kept(path: string): Uint8Array | undefined {
  try {
    const bytes = readFileSync(path)
    const data = bytes.subarray(digestBytes)
    return digestOf(data).equals(bytes.subarray(0, digestBytes)) ? data : undefined
  } catch {
    return undefined
  }
}

const digestBytes = 32

const digestOf = (data: Uint8Array): Buffer => createHash('sha256').update(data).digest()
