import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findEditor, placeArguments } from '../../src/preview/editor.ts'
import { temporaryFolder } from '../support/press-room.ts'

/** A folder with programs of these names. */
function programs(...names: string[]): string {
  const folder = temporaryFolder()
  for (const name of names) {
    mkdirSync(join(folder, name, '..'), { recursive: true })
    writeFileSync(join(folder, name), '')
    chmodSync(join(folder, name), 0o755)
  }
  return folder
}

const place = { path: '/room/releases/a b.md', line: 7, column: 3 }

describe('which editor', () => {
  const folder = programs('code', 'subl', 'kate', 'vim', 'nano')
  const find = (named: string | undefined, env: Record<string, string> = {}) =>
    findEditor(named, { env: { PATH: folder, ...env }, platform: 'linux' })

  test('the one that is named, then VISUAL, then EDITOR, then one that is there', () => {
    expect(find('kate', { VISUAL: 'subl', EDITOR: 'code' })?.program).toBe(join(folder, 'kate'))
    expect(find(undefined, { VISUAL: 'subl', EDITOR: 'kate' })?.program).toBe(join(folder, 'subl'))
    expect(find(undefined, { EDITOR: 'kate' })?.program).toBe(join(folder, 'kate'))
    expect(find(undefined)?.program).toBe(join(folder, 'code'))
    expect(find('missing', { EDITOR: 'kate' })).toBeUndefined()
  })

  test('one that needs a terminal is passed over', () => {
    expect(find(undefined, { EDITOR: 'vim' })?.program).toBe(join(folder, 'code'))
    expect(findEditor(undefined, { env: { PATH: programs('vim'), EDITOR: 'vim' }, platform: 'linux' })).toBeUndefined()
    expect(findEditor(undefined, { env: {}, platform: 'linux' })).toBeUndefined()
  })

  test('may have arguments, or be a path with blanks', () => {
    expect(find('code --new-window')).toEqual({ program: join(folder, 'code'), args: ['--new-window'] })
    const other = join(programs('my editors/kate'), 'my editors/kate')
    expect(find(other)).toEqual({ program: other, args: [] })
  })

  test('on Windows, the program beside a script that starts it: no shell is needed', () => {
    const windows = programs('bin/code.cmd', 'Code.exe')
    const found = findEditor(undefined, { env: { Path: join(windows, 'bin') }, platform: 'win32' })
    expect(found?.program).toBe(join(windows, 'Code.exe'))
  })
})

describe('how it is told the line', () => {
  test.each([
    ['/usr/bin/code', ['-g', '/room/releases/a b.md:7:3']],
    ['C:/Programs/Code.exe', ['-g', '/room/releases/a b.md:7:3']],
    ['/usr/bin/subl', ['/room/releases/a b.md:7:3']],
    ['/opt/idea/bin/idea64', ['--line', '7', '--column', '3', '/room/releases/a b.md']],
    ['/usr/bin/kate', ['-l', '7', '-c', '3', '/room/releases/a b.md']],
    ['/usr/bin/gedit', ['+7', '/room/releases/a b.md']],
    ['/usr/bin/unheard-of', ['/room/releases/a b.md']],
  ])('%s', (program, expected) => {
    expect(placeArguments({ program, args: [] }, place)).toEqual(expected)
  })
})
