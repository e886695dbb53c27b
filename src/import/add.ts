import { chmodSync, existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { writeWhole } from '../source/whole-file.ts'
import { contactsSchema } from '../press-room/contacts.ts'
import { diagnose, hasErrors, type Diagnostic } from '../source/diagnostic.ts'
import { sourceText } from '../source/text.ts'
import { validate } from '../source/validate.ts'
import { readYaml } from '../source/yaml.ts'
import type { Match } from './report.ts'

/** Puts what is new into the press room: people at the end of contacts.yaml, whose every other byte stays; an About text as a file. */
export function addToRoom(root: string, matches: readonly Match[]): Diagnostic[] {
  const contacts = matches.filter(({ file, text }) => file === 'templates/contacts.yaml' && text !== undefined)
  const texts = matches.filter(
    ({ file, text }) => file !== undefined && file !== 'templates/contacts.yaml' && text !== undefined,
  )
  const diagnostics = contacts.length === 0 ? [] : addContacts(root, contacts.map(({ text = '' }) => text).join(''))
  for (const { file = '', text = '' } of texts) {
    if (existsSync(join(root, file)))
      diagnostics.push(
        diagnose({ file }, undefined, 'file-exists', 'There is such a file already', {
          hint: 'see which of the two texts is right',
        }),
      )
    else writeWhole(join(root, file), text)
  }
  return diagnostics
}

const file = 'templates/contacts.yaml'

function addContacts(root: string, text: string): Diagnostic[] {
  const path = join(root, file)
  const before = existsSync(path) ? readFileSync(path, 'utf8') : ''
  const eol = before.includes('\r\n') ? '\r\n' : '\n'
  const gap = before === '' || before.endsWith('\n') ? '' : eol
  const after = before + gap + text.replaceAll('\n', eol)
  const source = sourceText(file, after)
  const yaml = readYaml(source)
  const read = yaml.value && validate(contactsSchema, yaml.value, source)
  if (!read || hasErrors([...yaml.diagnostics, ...read.diagnostics])) {
    const hint = 'add the people by hand; the report says what to write'
    return [diagnose({ file }, undefined, 'write-failed', 'The contacts cannot be added at its end', { hint })]
  }
  const mode = before === '' ? undefined : statSync(path).mode
  writeWhole(path, after)
  if (mode !== undefined) chmodSync(path, mode)
  return []
}
