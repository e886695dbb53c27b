import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { repository } from '../support/bundle.ts'
import { temporaryFolder } from '../support/press-room.ts'

type Contents = Readonly<Record<string, { readonly bytes: Readonly<Record<string, number>> }>>
const { noticesOf } = (await import(join(repository, 'tools/notices.mjs'))) as {
  noticesOf(contents: Contents, root: string): string
}

/** Of a compiled file with so many bytes of one package, which has the given files. */
function notices(files: Readonly<Record<string, string>>, length = 1): string {
  const root = temporaryFolder()
  const folder = join(root, 'node_modules/@acme/pump')
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  const bytes = { 'src/index.ts': 1, 'node_modules/@acme/pump/lib/a.js': length }
  return noticesOf({ 'lib/index.js': { bytes } }, root)
}
const manifest = '{ "name": "@acme/pump", "version": "1.2.3", "author": { "name": "Ana" } }'

test('a package is named with its licence and the text of it', () => {
  const said = notices({
    'package.json': manifest.replace('}', '}, "license": "ISC"'),
    'LICENSE.md': 'Do as you like.\r\n',
  })
  expect(said).toContain('@acme/pump 1.2.3\nLicence: ISC\n\nDo as you like.\n')
})

test('a licence without a text is told by its author', () => {
  const said = notices({ 'package.json': manifest.replace('}', '}, "licenses": [{ "type": "MIT" }]') })
  expect(said).toContain('Licence: MIT\n\nThe package has no licence text. Author: Ana\n')
})

test('a package without a licence is not bundled', () => {
  expect(() => notices({ 'package.json': manifest, 'README.md': '' })).toThrow('no licence in @acme/pump')
})

test('a package that left nothing in the bundle is not named', () => {
  expect(notices({ 'package.json': manifest }, 0)).not.toContain('@acme')
})
