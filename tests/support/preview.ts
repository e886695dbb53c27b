import { writeFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach } from 'vitest'
import type { preview as fromSource } from '../../src/index.ts'
import { noon, pressRoom } from './press-room.ts'

// As it is compiled: the page, and the thread that asks the rules, are made when it is compiled.
const { preview } = (await import(join(import.meta.dirname, '../../lib/index.js'))) as { preview: typeof fromSource }

type Options = Parameters<typeof fromSource>[1]

const running: { close(): Promise<void> }[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.close()))
})

export interface Running {
  readonly root: string
  readonly address: string
  /** Saves a file as editors do: beside it, then in its place. */
  save(path: string, text: string): void
  /** Ends it before the test does. */
  end(): Promise<void>
}

/** A preview of a press room, ended with the test. */
export async function previewOf(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: Partial<Options> = {},
): Promise<Running> {
  return previewIn(pressRoom(files), options)
}

export async function previewIn(root: string, options: Partial<Options> = {}): Promise<Running> {
  const { value } = await preview(root, { now: () => noon, ...options })
  if (!value) throw new Error('no press room')
  running.push(value)
  return {
    root,
    address: value.address,
    save(path, text) {
      writeFileSync(join(root, `${path}.new~`), text)
      renameSync(join(root, `${path}.new~`), join(root, path))
    },
    end: () => value.close(),
  }
}

/** A release of an organization that does not exist. */
export const release = (headline: string, front = '', body = 'Acme opened a plant in Turku.'): string =>
  `---\nheadline: ${headline}\ndate: 2026-01-02\ncontacts: [ana]\n${front}---\n\n${body}\n`

export const contacts = 'ana: { name: Ana Virta, location: Turku, email: ana@example.org }\n'
