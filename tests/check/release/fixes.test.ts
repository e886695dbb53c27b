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

test.each([
  ['Durand &amp; Fils ouvre; 100 &euro;; 5&nbsp;&euro;;', 'Durand &amp; Fils ouvre\u00A0; 100 &euro;; 5&nbsp;&euro;;'],
  ['« oui&nbsp;» et «&nbsp;non&#8239;» et «&#160;si&#xA0;»&nbsp;?', asTyped],
  ['Elle ouvre&nbsp;; après&#160;: enfin&#8239;!', asTyped],
  [
    'Le code:\n\n    a: «b»;\n\n\tc: d?\n\nEst-ce clair?',
    'Le code\u00A0:\n\n    a: «b»;\n\n\tc: d?\n\nEst-ce clair\u00A0?',
  ],
  [
    '- Ceci:\n\n    Quand?\n\n[^1]: Hier.\n\n    Quand?',
    '- Ceci\u00A0:\n\n    Quand\u00A0?\n\n[^1]: Hier.\n\n    Quand\u00A0?',
  ],
  ['<!-- a\n\n    b -->\n\nQuand?', '<!-- a\n\n    b -->\n\nQuand\u00A0?'],
])('french-space: %j becomes %j', async (body, expected) => {
  expect(await mended('french-space', 'fr', body)).toBe(expected ?? body)
})

test.each([
  ['double-space', 'en', 'One  two.\n\n    a  b\n', 'One two.\n\n    a  b\n'],
  ['double-space', 'en', '- a\n    - b  c', '- a\n    - b c'],
  ['mixed-quotation-marks', 'es', '"Sí", dijo. “&nbsp;Muy bien&nbsp;”, dijo él.', '"Sí", dijo. «Muy bien», dijo él.'],
  ['mixed-quotation-marks', 'en', '“Yes,” she said.\n\n    a = "b”\n', asTyped],
  ['arabic-marks', 'ar', 'نعم, هنا.\n\n    نعم, هنا.\n', 'نعم، هنا.\n\n    نعم, هنا.\n'],
  ['unread-markup', 'en', '    [a] (https://www.example.org/)\n\n~~~\n##x\n~~~\n', asTyped],
  ['unread-markup', 'en', 'See [it](https://example.org /y).', asTyped],
  ['unread-markup', 'en', 'See [it](www.example.org /y) or [us](mailto:press @example.org).', asTyped],
  ['unread-markup', 'en', '[Us](mailto: a@example.org?subject=A b)', '[Us](mailto:a@example.org?subject=A%20b)'],
  ['unread-markup', 'en', 'See [it](https://example.org/x y).', 'See [it](https://example.org/x%20y).'],
  ['unread-markup', 'en', 'See [it](http:// example.org/x).', 'See [it](http://example.org/x).'],
])('%s in %s: %j becomes %j', async (code, language, body, expected) => {
  expect(await mended(code, language, body)).toBe(expected ?? body)
})
