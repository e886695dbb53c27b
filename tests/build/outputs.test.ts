import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readLedger } from '../../src/build/ledger.ts'
import { OutputFolder } from '../../src/build/outputs.ts'
import { temporaryFolder } from '../support/press-room.ts'

const origin = { source: 'releases/x', format: 'html' }
const page = { path: 'releases/x/index.html', origin }
const text = { path: 'releases/x/release.txt', content: 'Text', origin }

test('a folder that is not there is put as a whole', () => {
  const out = join(temporaryFolder(), 'dist')
  const folder = new OutputFolder(out, false, readLedger(out))
  const put = folder.putFolder('releases/x', [{ ...page, content: '<p>“Page”</p>' }, text])
  expect(put?.map(({ done, size }) => [done, size])).toEqual([
    ['written', 17],
    ['written', 4],
  ])
  expect(readFileSync(join(out, page.path), 'utf8')).toBe('<p>“Page”</p>')
  expect(folder.putFolder('releases/x', [{ ...page, content: '' }, text])).toBeUndefined()
  folder.close([], () => true)
  expect(readdirSync(out).sort()).toEqual(['.outputs.json', 'releases'])
})

test('what somebody else puts there meanwhile is theirs', () => {
  const out = join(temporaryFolder(), 'dist')
  const folder = new OutputFolder(out, false, readLedger(out))
  const meanwhile = {
    ...page,
    get content() {
      mkdirSync(join(out, 'releases/x'), { recursive: true })
      writeFileSync(join(out, page.path), 'Theirs')
      return 'Ours'
    },
  }
  expect(folder.putFolder('releases/x', [meanwhile, text])).toBeUndefined()
  expect(folder.put(page.path, 'Ours', origin).done).toBe('not-ours')
  expect(folder.put(text.path, 'Text', origin).done).toBe('written')
  expect(readFileSync(join(out, page.path), 'utf8')).toBe('Theirs')
})

test('a copy that stands there is left alone, and one that differs in a byte is made again, however long it is', () => {
  const place = temporaryFolder()
  const [from, out] = [join(place, 'data.bin'), join(place, 'dist')]
  const bytes = Buffer.alloc(200_000, 'data ')
  writeFileSync(from, bytes)
  const folder = new OutputFolder(out, false, readLedger(out))
  const copy = (): string => folder.copy(from, 'releases/x/data.bin', { ...origin, format: 'file' }).done
  expect([copy(), copy()]).toEqual(['written', 'unchanged'])
  writeFileSync(join(out, 'releases/x/data.bin'), bytes.with(199_999, 0))
  expect([copy(), copy()]).toEqual(['written', 'unchanged'])
  expect(readFileSync(join(out, 'releases/x/data.bin'))).toEqual(bytes)
})
