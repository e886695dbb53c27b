import { describe, expect, test } from 'vitest'
import {
  build,
  check,
  createPressRoom,
  createRelease,
  createTranslation,
  importFiles,
  openPressRoom,
  preview,
  render,
  watch,
  type BuildOptions,
} from '../src/index.ts'
import { noon, pressRoom } from './support/press-room.ts'

const root = pressRoom({})
const file = 'releases/2026-01-02-a.md'

/** As a program without types calls it. */
const untyped = (options: unknown): BuildOptions => options as BuildOptions

describe('options that are not what they are to be are refused by name', () => {
  test.each<[string, unknown]>([
    ['now', { now: null }],
    ['now', {}],
    ['now', { now: Number.NaN }],
    ['now', { now: new Date() }],
    ...[0, '', Number.NaN, null, '1/2', {}].map((shard): [string, unknown] => ['shard', { now: noon, shard }]),
    ...['', '/nope', [], [''], null].map((formats): [string, unknown] => ['formats', { now: noon, formats }]),
    ['files', { now: noon, files: file }],
    ['out', { now: noon, out: '' }],
    ['force', { now: noon, force: 'yes' }],
    ['onProgress', { now: noon, onProgress: true }],
    ['options', null],
  ])('%s of build in %j', async (name, options) => {
    const { value: room } = await openPressRoom(root)
    if (!room) throw new Error('no press room')
    await expect(build(room, untyped(options))).rejects.toThrow(new RegExp(`^the (?:option )?${name} of build`))
  })

  test('of the others', async () => {
    const { value: room } = await openPressRoom(root)
    if (!room) throw new Error('no press room')
    const wrong = untyped({ now: '2026' })
    await expect(check(root, wrong)).rejects.toThrow(
      'the option now of check is to be a moment in milliseconds since 1970',
    )
    await expect(render(room, file, wrong)).rejects.toThrow('the option now of render')
    await expect(watch(root, wrong as never)).rejects.toThrow('the option now of watch is to be a function')
    await expect(createRelease(root, { now: noon } as never)).rejects.toThrow('the option headline of createRelease')
    await expect(createTranslation(root, { of: 'a' } as never)).rejects.toThrow(
      'the option language of createTranslation',
    )
    await expect(createPressRoom(root, { now: noon, name: { en: '' } } as never)).rejects.toThrow(
      'the option name of createPressRoom is to be a text, or one for each language',
    )
    await expect(preview(root, { now: noon } as never)).rejects.toThrow('the option now of preview is to be a function')
    await expect(importFiles(root, 'a.docx' as never)).rejects.toThrow('the sources of importFiles are to be a list')
    await expect(importFiles(root, [], { add: 1 } as never)).rejects.toThrow('the option add of importFiles')
    await expect(build(undefined as never, { now: noon })).rejects.toThrow('a press room is what openPressRoom gives')
  })
})
