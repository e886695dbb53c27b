import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { build, openPressRoom } from '../src/index.ts'
import { codes } from '../src/source/codes.ts'
import { inReadingOrder, type Diagnostic } from '../src/source/diagnostic.ts'
import { readCases, type Case } from './support/cases.ts'
import { noon, pressRoom } from './support/press-room.ts'

const rooms = readCases(join(import.meta.dirname, 'fixtures/bad-input'))
const all = rooms.flatMap(({ cases }) => cases)

/** A diagnostic as a table shows it: severity, place, code and message in one line, the hint in a second one. */
function shown({ severity, file, position, code, message, hint }: Diagnostic): string {
  const place = position ? `${file}:${position.start.line}:${position.start.column}` : file
  return `${severity === 'error' ? '!' : '?'} ${place} ${code} ${message}${hint ? `\n    ${hint}` : ''}`
}

async function findings({ files, without }: Case): Promise<readonly Diagnostic[]> {
  const root = pressRoom(files)
  for (const path of without) rmSync(join(root, path))
  const room = await openPressRoom(root)
  if (!room.value) return room.diagnostics
  const own = new TextDecoder().decode(files['press.yaml']).includes('formats:')
  const report = await build(room.value, { now: noon, ...(!own && { formats: ['html', 'text'] }) })
  return [...room.diagnostics, ...report.diagnostics]
}

describe.each(rooms)('$name', ({ cases }) => {
  test.each(cases)('$title', async (one) => {
    expect(
      inReadingOrder(await findings(one))
        .map(shown)
        .join('\n'),
    ).toBe(one.expected)
  })
})

test('none of it was run', () => {
  expect(globalThis).not.toHaveProperty('ran')
})

test('messages follow the house’s grammar: no full stop, a hint in the imperative or as a question', () => {
  const messages = all.flatMap(({ expected }) => expected.split('\n').filter((line) => line !== ''))
  expect(messages.filter((line) => line.endsWith('.'))).toEqual([])
})

/** What needs a disk that fails, an output folder, the email or a new file: tests/build/, formats/, authoring/, import/, check/own/. */
const elsewhere = new Set(
  'unreadable-file output-not-ours write-failed unknown-file email-image long-email long-subject email-rule file-exists press-room-exists refused-file invalid-rule'.split(
    ' ',
  ),
)

test('every code of a diagnostic is met', () => {
  const met = new Set(
    all.flatMap(({ expected }) => [...expected.matchAll(/^[!?] \S+ (\S+)/gm)].map(([, code]) => code)),
  )
  expect(Object.keys(codes).filter((code) => !met.has(code) && !elsewhere.has(code))).toEqual([])
})
