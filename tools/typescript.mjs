// Lets Node run the sources as they are: node --import ./tools/typescript.mjs
import { readFile } from 'node:fs/promises'
import { register } from 'node:module'
import { fileURLToPath } from 'node:url'
import { isMainThread } from 'node:worker_threads'
import { transform } from 'rolldown/utils'

if (isMainThread) register(import.meta.url)

/** Called by Node for every module that is loaded. */
export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context)
  const { code } = await transform(fileURLToPath(url), await readFile(new URL(url), 'utf8'))
  return { format: 'module', shortCircuit: true, source: code }
}
