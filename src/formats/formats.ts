import type { Format } from './format.ts'

const loaders: Readonly<Record<string, () => Promise<Format>>> = {
  html: async () => (await import('./html.ts')).html,
  email: async () => (await import('./email/email.ts')).email,
  eml: async () => (await import('./eml/eml.ts')).eml,
  text: async () => (await import('./text.ts')).text,
}

/** The formats there are, by the names that press.yaml and --formats know them by. */
export const formatNames: readonly string[] = Object.keys(loaders)

/** Loads a format, and with it only the packages that it needs. */
export const loadFormat = async (name: string): Promise<Format | undefined> =>
  Object.hasOwn(loaders, name) ? loaders[name]?.() : undefined
