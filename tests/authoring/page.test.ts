import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { importFiles } from '../../src/import/import.ts'
import { build, check, createPressRoom, openPressRoom, type NewPressRoomOptions } from '../../src/index.ts'
import { temporaryFolder } from '../support/press-room.ts'

const repository = join(import.meta.dirname, '../..')
const { exampleYard, mended, moment } = (await import(join(repository, 'tools/authoring-story.mjs'))) as {
  exampleYard: NewPressRoomOptions
  mended(text: string): string
  moment: string
}
const page = readFileSync(join(repository, 'docs/authoring.md'), 'utf8')
const now = Date.parse(moment)

test('the release of docs/authoring.md goes the way that the page tells', async () => {
  const root = temporaryFolder()
  expect((await createPressRoom(root, exampleYard)).diagnostics).toEqual([])
  const word = join(repository, 'docs/authoring/second-ferry.docx')
  const { releases } = await importFiles(root, [word], {})
  const file = releases[0]?.file ?? ''
  const text = readFileSync(join(root, file), 'utf8')
  expect(page).toContain(`\`\`\`markdown\n${text}\`\`\`\n`)
  const serious = async (): Promise<string[]> =>
    (await check(root, { now, files: [file] })).diagnostics
      .filter(({ severity }) => severity !== 'info')
      .map(({ code }) => code)
  expect(await serious()).toEqual(['weekday', 'picture-credit', 'placeholder-text'])
  writeFileSync(join(root, file), mended(text))
  expect(await serious()).toEqual([])
  const { value: room } = await openPressRoom(root)
  if (!room) throw new Error('no press room')
  const { releases: built, diagnostics } = await build(room, { now, files: [file] })
  expect([built.map(({ status }) => status), diagnostics]).toEqual([['embargoed'], []])
})
