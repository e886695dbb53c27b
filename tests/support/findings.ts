import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkPressRoom } from '../../src/build/check.ts'
import { lookWith } from '../../src/build/look.ts'
import { filesOf } from '../../src/check/example.ts'
import type { AnyRule, Answer } from '../../src/check/release/index.ts'
import type { Diagnostic } from '../../src/source/diagnostic.ts'
import { noon, pressRoom } from './press-room.ts'

/** Where the release of an example stands that names no files. */
const usual = 'releases/2026-01-02-x.md'

/** What an example has where it does not say it. */
const around = {
  'press.yaml': 'organization: { name: Acme }\n',
  'templates/contacts.yaml': 'ana: { name: Ana Virta, role: Press officer, email: ana@example.org }\n',
}

/** What a rule says of an example, in a press room of its own: a line for each finding, with the file where it has several. */
export async function findings(rule: AnyRule, example: string): Promise<string> {
  const files = filesOf(example, usual)
  const found = await foundIn(roomOf(example), rule)
  return said(found, Object.keys(files).length > 1)
}

/** A press room with the files of an example. */
function roomOf(example: string): string {
  const files = Object.entries(filesOf(example, usual)).map(([path, text]) => [
    path,
    /\.(?:md|ya?ml|json)$/.test(path) ? text : Buffer.from(text, 'base64'),
  ])
  return pressRoom({ ...around, ...Object.fromEntries(files) })
}

/** What a rule finds in a press room; where that holds what was answered about links, with those answers. */
export async function foundIn(root: string, rule: AnyRule): Promise<Diagnostic<string>[]> {
  const told = join(root, 'answers.json')
  const answers = existsSync(told) ? (JSON.parse(readFileSync(told, 'utf8')) as Record<string, Answer>) : undefined
  const options = { now: noon, rules: [rule], online: answers !== undefined }
  const { diagnostics } = await lookWith(undefined, root, options, answers && ((url) => answers[url]))
  return diagnostics.filter(({ code }) => code === rule.code)
}

/** What an example becomes when a rule mends it, by path. */
export function mended(rule: AnyRule, example: string): Promise<{ root: string; mends: number }> {
  const root = roomOf(example)
  return checkPressRoom(root, { now: noon, rules: [rule], fix: true }).then(({ mended: files }) => ({
    root,
    mends: files.reduce((sum, { count }) => sum + count, 0),
  }))
}

export const said = (found: readonly Diagnostic<string>[], withFile: boolean): string =>
  found
    .map(({ file, position, message }) => {
      const place = position ? `${position.start.line}:${position.start.column}` : '-'
      return `${withFile ? `${file}:` : ''}${place} ${message}`
    })
    .join('\n')
