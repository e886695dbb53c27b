import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkPressRoom } from '../../../src/build/check.ts'
import { rules } from '../../../src/check/release/index.ts'
import { noon, pressRoom } from '../../support/press-room.ts'

/** What --fix makes of a body when one rule mends it. */
async function mended(code: string, language: string, body: string): Promise<string> {
  const front = `---\nheadline: Acme\nlanguage: ${language}\n---\n\n`
  const root = pressRoom({ 'releases/2026-01-02-x.md': `${front}${body}\n` })
  await checkPressRoom(root, { now: noon, rules: rules.filter((rule) => rule.code === code), fix: true })
  return readFileSync(join(root, 'releases/2026-01-02-x.md'), 'utf8').slice(front.length, -1)
}

const asTyped = undefined

test.each([
  ['Cuesta 1.250 euros?', '¿Cuesta 1.250 euros?'],
  ['Hoy. Abre a las 10.30?', 'Hoy. ¿Abre a las 10.30?'],
  ['Hoy. Abre a las 10:30 el 25.11.2026?', 'Hoy. ¿Abre a las 10:30 el 25.11.2026?'],
  ['Hoy. Sabe usted\ncuándo abre?', 'Hoy. ¿Sabe usted\ncuándo abre?'],
  ['Está en example.org?', '¿Está en example.org?'],
  ['Dijo: «por fin!»', 'Dijo: «¡por fin!»'],
  ['¿Cuándo? Y dónde?', '¿Cuándo? ¿Y dónde?'],
  ['## Cuándo abre?', '## ¿Cuándo abre?'],
  ['- Cuándo abre?', '- ¿Cuándo abre?'],
  ['> Cuándo abre?', '> ¿Cuándo abre?'],
  ['El Sr. Ruiz viene?', asTyped],
  ['Vive en la Avda. Colón?', asTyped],
  ['Los EE. UU. participará?', asTyped],
  ['En EE. UU. Participará?', asTyped],
  ['La empresa Acme S. A. Quién viene?', asTyped],
  ['Pasa p. ej. esto?', asTyped],
  ['Véase el núm. 5 o el 6?', asTyped],
  ['La pregunta es: quién viene?', asTyped],
  ['Leyó «Rayuela» y qué?', asTyped],
  ['Leyó "Rayuela" y qué?', asTyped],
  ['¿Cuándo? y dónde?', asTyped],
  ['[Acme](https://www.example.org/) abre?', asTyped],
  ['| Cuándo abre? | Hoy |\n|---|---|\n| Sí | No |', asTyped],
])('spanish-marks: %j becomes %j', async (body, expected) => {
  expect(await mended('spanish-marks', 'es', body)).toBe(expected ?? body)
})
