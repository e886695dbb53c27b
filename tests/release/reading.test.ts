import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { openPressRoom } from '../../src/press-room/open.ts'
import type { PressRoom } from '../../src/press-room/press-room.ts'
import { readReleaseName, type ReleaseName } from '../../src/release/file-name.ts'
import { noMedia } from '../../src/release/media.ts'
import { isSlug, readRelease } from '../../src/release/read.ts'
import { resolveRelease } from '../../src/release/resolve.ts'
import { decode } from '../../src/source/decode.ts'
import { noon, pressRoom } from '../support/press-room.ts'

const path = 'releases/2026-01-02-launch.md'
const name = readReleaseName(path) as ReleaseName

describe('file names', () => {
  const slug = (text: string) => {
    const read = readReleaseName(text, (folder) => folder === 'releases/2026-01-02-launch')
    return read && [read.day, read.slug, read.language, read.group]
  }
  test.each([
    ['releases/2026-01-02-launch.md', ['2026-01-02', 'launch', undefined, 'releases/2026-01-02-launch']],
    ['releases/2026-01-02-launch.fr.md', ['2026-01-02', 'launch', 'fr', 'releases/2026-01-02-launch']],
    ['releases/2026-01-02-launch.zh-hant.md', ['2026-01-02', 'launch', 'zh-Hant', 'releases/2026-01-02-launch']],
    ['releases/2026-01-02-launch/index.md', ['2026-01-02', 'launch', undefined, 'releases/2026-01-02-launch']],
    ['releases/2026-01-02-launch/index.ar.md', ['2026-01-02', 'launch', 'ar', 'releases/2026-01-02-launch']],
    ['releases\\2026\\2026-01-02-launch.md', ['2026-01-02', 'launch', undefined, 'releases/2026/2026-01-02-launch']],
    ['releases/launch.md', [undefined, 'launch', undefined, 'releases/launch']],
    ['releases/2026-13-02-launch.md', [undefined, '2026-13-02-launch', undefined, 'releases/2026-13-02-launch']],
    ['releases/2026-01-02-version-2.0.md', ['2026-01-02', 'version-2.0', undefined, 'releases/2026-01-02-version-2.0']],
    ['releases/README.md', undefined],
    ['releases/2026-01-02-launch/notes.md', undefined],
    ['releases/2026-01-02-launch.txt', undefined],
  ])('%s', (text, expected) => {
    expect(slug(text)).toEqual(expected)
  })
})

test('a slug is a folder name on every system, and nothing else is one', () => {
  expect(['launch', '2026', 'Über-uns', 'مرحبا', 'v2.0', 'a_b', 'console'].filter((text) => !isSlug(text))).toEqual([])
  const bad = [
    '',
    '.',
    '..',
    'a..b',
    '.hidden',
    'a/b',
    'a\\b',
    'a b',
    'con',
    'NUL.txt',
    'com1',
    'a.',
    '-a',
    'a\0b',
    'a:b',
    'x'.repeat(151),
  ]
  expect(bad.filter(isSlug)).toEqual([])
})

describe('whatever a file holds', () => {
  let room: PressRoom | undefined
  beforeAll(async () => {
    const root = pressRoom({
      'templates/contacts.yaml': 'jane: { name: Jane, until: 2025-01-01 }\n',
      'templates/facts.yaml': 'plants: [{ from: 2026-01-01, value: 12 }]\n',
      'templates/boilerplate/about.md': '---\ntitle: About\n---\n\n{{> about}} {{fact "plants"}}\n',
    })
    room = (await openPressRoom(root)).value
  })

  /** Goes all the way from bytes to a resolved release; what stops it must be a diagnostic inside the file. */
  function read(bytes: Uint8Array): void {
    if (!room) throw new Error('no press room')
    const source = decode(path, bytes)
    const release = source.value && readRelease(source.value, name, { language: 'en-US', timeZone: undefined })
    const context = { room, now: noon, group: release?.value ? [release.value] : [], media: noMedia }
    const resolved = release?.value && resolveRelease(release.value, context)
    const diagnostics = [...source.diagnostics, ...(release?.diagnostics ?? []), ...(resolved?.diagnostics ?? [])]
    if (!resolved?.value) expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(true)
    for (const { position, file } of diagnostics) {
      if (!position || file !== path) continue
      expect(position.start.offset).toBeLessThanOrEqual(position.end.offset)
      expect(position.end.offset).toBeLessThanOrEqual(source.value?.text.length ?? bytes.length)
    }
  }

  test('bytes never throw', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), read))
  })

  const fragments = [
    '---\n¦---¦\n¦\r\n¦\uFEFF¦headline: ¦date: 2026-01-02\n¦headline: A\ndate: 2026-01-02\n---\n¦contacts: [jane]\n¦slug: ',
    'embargo: 2026-12-01 09:00 Europe/Paris\n¦boilerplate: about\n¦notes:\n - ¦media: [{ src: a.png }]\n¦translation-of: x\n',
    'withdrawn: { date: 2026-01-03 }\n¦event: { starts: ¦draft: ¦{{fact "plants"}}¦{{> about}}¦{{¦}}¦[a](¦)¦![¦](#)¦[^1]¦# ',
    '::: quote\n¦:::\n¦| a |\n¦"¦\'¦: ¦ #¦&a ¦*a¦- ¦[¦]¦{¦}¦|\n¦\t¦<b>¦\\¦\0¦\u202E¦😀',
  ].flatMap((some) => some.split('¦'))
  const text = fc.array(fc.oneof(fc.constantFrom(...fragments), fc.string({ maxLength: 5 })), { maxLength: 40 })

  test('nor does text that looks like a release', () => {
    const encoder = new TextEncoder()
    fc.assert(
      fc.property(text, fc.boolean(), (parts, whole) => {
        read(encoder.encode((whole ? '---\nheadline: A\ndate: 2026-01-02\n' : '') + parts.join('')))
      }),
      { numRuns: 3000 },
    )
  })
})
