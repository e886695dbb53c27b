// Lets Node run the sources as they are: node --import ./tools/typescript.mjs
import { transform } from 'esbuild'
import { readFile } from 'node:fs/promises'
import { register } from 'node:module'
import { isMainThread } from 'node:worker_threads'

if (isMainThread) register(import.meta.url)

/** Called by Node for every module that is loaded. */
export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context)
  const { code } = await transform(await readFile(new URL(url), 'utf8'), { loader: 'ts', format: 'esm' })
  return { format: 'module', shortCircuit: true, source: code }
}
