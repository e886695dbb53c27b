import type { Reporter } from './reporter.ts'

const loaders: Readonly<Record<string, () => Promise<Reporter>>> = {
  pretty: async () => (await import('./pretty.ts')).pretty,
  json: async () => (await import('./json.ts')).json,
  github: async () => (await import('./github.ts')).github,
  sarif: async () => (await import('./sarif.ts')).sarif,
}

/** The forms in which check tells what it found; a new one is a file and a line here. */
export const reporterNames: readonly string[] = Object.keys(loaders)

/** Loads a reporter by its name. */
export const loadReporter = async (name: string): Promise<Reporter | undefined> =>
  Object.hasOwn(loaders, name) ? loaders[name]?.() : undefined
