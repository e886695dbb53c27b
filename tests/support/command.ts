import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

const main = join(import.meta.dirname, '../../lib/cli/main.js')

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Starts the compiled command as a process of its own. */
export function start(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): ChildProcess {
  if (!existsSync(main)) throw new Error('compile first: npm run compile')
  const { FORCE_COLOR: _, NO_COLOR: __, ...usual } = process.env
  return spawn(process.execPath, [main, ...args], { cwd, env: { ...usual, ...env } })
}

/** Runs the compiled command and waits for its end. */
export function command(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const child = start(args, cwd, env)
  const out = { stdout: '', stderr: '' }
  child.stdout?.on('data', (chunk: Buffer) => (out.stdout += chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => (out.stderr += chunk.toString()))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, ...out }))
  })
}

/** The files below a folder with their bytes as text, by path; what a build keeps for itself is left out. */
export function filesBelow(folder: string): ReadonlyMap<string, string> {
  if (!existsSync(folder)) return new Map()
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = entries.map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
  return new Map(
    paths
      .filter((path) => !/(?:^|\/)\.(?:writing|outputs)/.test(path))
      .sort()
      .map((path) => [path, readFileSync(join(folder, path), 'latin1')]),
  )
}
