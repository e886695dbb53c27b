import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readManifest, writeManifest } from '../../src/build/manifest.ts'
import { Register } from '../../src/build/register.ts'
import { temporaryFolder } from '../support/press-room.ts'

/** Sheets of 256 entries: the last one is full or not, and empty where all entries are on full ones; from 40 sheets on they are deflated. */
test.each([0, 1, 255, 256, 10_240, 10_495, 10_496, 10_752, 11_000])(
  'a manifest of %i releases is read as it was written',
  (count) => {
    const file = join(temporaryFolder(), 'one.manifest')
    const [places, groups] = [new Register(), new Register()]
    for (let n = 0; n < count; n++) {
      places.add(`releases/${n}.md`, JSON.stringify({ size: n, mtime: n / 7, digest: String(n) }))
      groups.add(`releases/${n}`, `digest [${n}]`)
    }
    const room = { files: [], pieces: [], timeZone: 'UTC', formats: ['html'], diagnostics: [] }
    writeManifest(file, 'these options', { room, ingredients: new Map([['digest', []]]), places, groups })
    const read = readManifest(file, 'these options')
    expect([read.room, [...read.ingredients]]).toEqual([room, [['digest', []]]])
    expect([read.places.isLike(places), read.groups.isLike(groups)]).toEqual([true, true])
    expect(readManifest(file, 'other options').room).toBeUndefined()
  },
)
