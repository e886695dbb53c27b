import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll } from 'vitest'
import { build, openPressRoom, type BuildOptions, type BuildReport } from '../../src/index.ts'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** A folder of its own for a test, gone when the tests of the file end. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'pressmark-'))
  folders.push(folder)
  return folder
}

/** A press room in a folder of its own: `press.yaml` and whatever else is given, by path. */
export function pressRoom(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = temporaryFolder()
  const all = { 'press.yaml': 'organization: { name: Acme }\n', ...files }
  for (const [path, content] of Object.entries(all)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content)
  }
  return root
}

/** The moment at which tests happen unless they say otherwise. */
export const noon = Date.parse('2026-11-24T12:00:00Z')

export interface Built {
  readonly report: BuildReport
  output(path: string): string
}

/** Builds a press room into a folder of its own. */
export async function buildHere(root: string, options: Partial<BuildOptions> = {}): Promise<Built> {
  const out = options.out ?? join(temporaryFolder(), 'dist')
  const room = await openPressRoom(root)
  if (!room.value) throw new Error(room.diagnostics.map(({ file, message }) => `${file}: ${message}`).join('\n'))
  const report = await build(room.value, { now: noon, ...options, out })
  return { report, output: (path) => readFileSync(join(out, path), 'utf8') }
}
