import { readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildHere, pressRoom } from '../support/press-room.ts'

const source = '---\nheadline: Acme\ndate: 2026-01-02\n---\n\nAcme opened a plant.\n'
const path = 'releases/2026-01-02-acme.md'
const day = 86_400_000

/** Makes files look as if they had been written so many days ago. */
function age(folder: string, names: readonly string[], days: number): void {
  const then = new Date(Date.now() - days * day)
  for (const name of names) utimesSync(join(folder, name), then, then)
}

test('the cache loses what no build has used for a month, and nothing else', async () => {
  const root = pressRoom({ [path]: source })
  const [layouts, manifests] = ['layouts', 'manifests'].map((folder) => join(root, '.pressmark', folder)) as [
    string,
    string,
  ]
  await buildHere(root, { out: 'dist', formats: ['html'] })
  const used = readdirSync(layouts)
  const [manifest = ''] = readdirSync(manifests)
  expect(used.length).toBeGreaterThan(3)

  const old = [`${'0'.repeat(32)}.json`, `${'1'.repeat(32)}.json.77.tmp`]
  const recent = `${'2'.repeat(32)}.json`
  const notes = 'notes.json'
  for (const name of [...old, recent, notes]) writeFileSync(join(layouts, name), '')
  for (const name of ['A'.repeat(16), 'b'.repeat(16)]) writeFileSync(join(manifests, `${name}.jsonl`), '')
  age(layouts, [...used, ...old, notes], 31)
  age(layouts, [recent], 29)
  age(manifests, [manifest, `${'A'.repeat(16)}.jsonl`], 31)

  writeFileSync(join(root, path), source.replace('plant', 'factory'))
  await buildHere(root, { out: 'dist', formats: ['html'] })
  expect(readdirSync(layouts).sort()).toEqual([...used, recent, notes].sort())
  expect(readdirSync(manifests).sort()).toEqual([manifest, `${'b'.repeat(16)}.jsonl`].sort())
})
