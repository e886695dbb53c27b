import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { importFiles } from '../../src/import/import.ts'
import type { ImportedRelease } from '../../src/import/report.ts'
import { accountFor } from '../support/account.ts'

const folder = join(import.meta.dirname, '../fixtures/import')
const room = join(folder, 'press-room')
const names = readdirSync(folder).filter((name) => name !== 'press-room' && !name.endsWith('.md'))

/** The file of a fixture that is imported. */
const sourceOf = (name: string): string => {
  const file = readdirSync(join(folder, name)).find((one) => /(?:^|\.)source\./.test(one) || one.startsWith('source'))
  if (file === undefined) throw new Error(`no source in ${name}`)
  return join(folder, name, file)
}

const imported = new Map<string, Promise<ImportedRelease>>()
const importOf = (name: string): Promise<ImportedRelease> => {
  const known =
    imported.get(name) ??
    importFiles(room, [sourceOf(name)], { dryRun: true }).then(({ releases, diagnostics }) => {
      const [release] = releases
      if (!release) throw new Error(JSON.stringify(diagnostics))
      return release
    })
  imported.set(name, known)
  return known
}

describe.each(names)('%s', (name) => {
  test('is imported as a person would', async () => {
    const { text, source: _, written: __, ...report } = await importOf(name)
    await expect(text).toMatchFileSnapshot(join(folder, name, 'expected.md'))
    await expect(`${JSON.stringify(report, undefined, 2)}\n`).toMatchFileSnapshot(join(folder, name, 'expected.json'))
  })

  test('loses no word', async () => {
    const file = sourceOf(name)
    expect(await accountFor(file, readFileSync(file), await importOf(name), room)).toEqual([])
  })
})
