import { appendFileSync, cpSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lintEmail, type EmailFinding } from '../../src/check/email/index.ts'
import { lintMessage, type MessageFinding } from '../../src/check/message/index.ts'
import { lintText, type TextFinding } from '../../src/check/text/index.ts'
import { rooms } from '../support/corpus.ts'
import { buildHere, temporaryFolder } from '../support/press-room.ts'

/** Everything that the rules say of what a press room comes out as. */
async function saidOf(
  room: string,
  settings: { readonly wrap?: number; readonly ascii?: boolean },
  formats: readonly string[],
): Promise<string[]> {
  const root = join(temporaryFolder(), 'room')
  cpSync(join(import.meta.dirname, '../..', room), root, { recursive: true })
  appendFileSync(join(root, 'press.yaml'), `text: ${JSON.stringify(settings)}\n`)
  const { report, output } = await buildHere(root, { formats })
  expect(report.failed).toEqual([])
  expect(report.written.length).toBeGreaterThan(0)
  return report.written
    .flatMap((path): readonly (EmailFinding | MessageFinding | TextFinding)[] => {
      if (path.endsWith('email.html')) return lintEmail(path, Buffer.from(output(path)))
      if (path.endsWith('release.eml')) return lintMessage(path, Buffer.from(output(path)))
      return path.endsWith('release.txt') ? lintText(path, output(path), settings) : []
    })
    .filter(({ code }) => code !== 'subject') // of a headline without a shorter subject build speaks already
    .map(({ file, position, code, message }) => `${file}:${position?.start.line} ${code} ${message}`)
}

test.each([...rooms('good').map((name) => `tests/corpus/good/${name}`), 'examples/trilingual'])(
  'no rule minds what %s comes out as, wrapped or in ASCII',
  async (room) => {
    expect(await saidOf(room, { wrap: 72 }, ['email', 'text', 'eml'])).toEqual([])
    expect(await saidOf(room, { ascii: true }, ['text'])).toEqual([])
  },
)
