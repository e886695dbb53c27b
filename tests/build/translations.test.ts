import { join } from 'node:path'
import { writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { Builder } from '../../src/build/builder.ts'
import { filesBelow } from '../support/command.ts'
import { noon, pressRoom } from '../support/press-room.ts'

const release = (fields: string): string => `---\nheadline: News\n${fields}\n---\n\nText.\n`
const [original, french] = ['releases/2026-12-01-a.md', 'releases/2026-12-01-a.fr.md']
const day = 86_400_000

/** Builds a release and its translation at moments, and says on which shelves each stands then. */
async function shelves(first: string, second: string, moments: readonly number[]): Promise<string[]> {
  const root = pressRoom({
    'press.yaml': 'organization: { name: Acme }\ntime-zone: UTC\n',
    [original]: release(first),
    [french]: release(second),
  })
  const found: string[] = []
  for (const now of moments) {
    await new Builder(root, { formats: ['text'], drafts: true }).build({ now })
    const folders = [...filesBelow(join(root, 'dist')).keys()].map((path) => path.replace('/release.txt', ''))
    found.push(folders.toSorted().join(' '))
  }
  return found
}

describe('a translation is not out before its original', () => {
  const noDate = 'embargo: 2026-11-01 09:00'
  test.each<[string, string, string, string]>([
    ['under embargo', 'date: 2026-12-01\nembargo: 2026-12-01 02:00', `date: 2026-11-01\n${noDate}`, 'embargoed'],
    ['scheduled', 'date: 2026-12-01', 'date: 2026-11-01', 'embargoed'],
    ['scheduled, and its translation until an earlier moment', 'date: 2026-12-01', noDate, 'embargoed'],
    ['with a time', 'date: 2026-12-01 02:00', 'date: 2026-11-01', 'embargoed'],
  ])('that is %s', async (_, first, second, shelf) => {
    const [before, after] = await shelves(first, second, [noon, noon + 7 * day])
    expect(before).toBe(`${shelf}/a ${shelf}/a/fr`)
    expect(after).toBe('releases/a releases/a/fr')
  })

  test('that is a draft', async () => {
    expect(await shelves('date: 2026-01-02\ndraft: true', 'draft: false', [noon])).toEqual(['drafts/a drafts/a/fr'])
  })

  test('and may come later', async () => {
    const later = await shelves('date: 2026-01-02', 'embargo: 2026-11-25 09:00', [noon, noon + day])
    expect(later).toEqual(['embargoed/a/fr releases/a', 'releases/a releases/a/fr'])
  })

  test('also where it is out already when the original comes under an embargo, with a fault in it', async () => {
    const root = pressRoom({ [original]: release('date: 2026-01-02'), [french]: release('date: 2026-01-02') })
    const built = async (): Promise<string[]> => {
      await new Builder(root, { formats: ['text'] }).build({ now: noon })
      return [...filesBelow(join(root, 'dist')).keys()]
    }
    expect(await built()).toEqual(['releases/a/fr/release.txt', 'releases/a/release.txt'])
    writeFileSync(join(root, original), release('embargo: 2026-12-01 02:00 UTC\ncontacts: [nobody]'))
    expect(await built()).toEqual([])
  })
})
