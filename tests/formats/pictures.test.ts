import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildHere, pressRoom } from '../support/press-room.ts'

const meadow = readFileSync(
  join(import.meta.dirname, '../../examples/trilingual/releases/2026-09-15-seagrass-returns/meadow.png'),
)

/** A release with one picture, in its body or beside it, in all formats. */
async function withPicture(fields: string, body: string) {
  const root = pressRoom({
    'press.yaml': 'organization: { name: Acme }\nbase-url: https://press.example.org/\n',
    'releases/2026-01-02-x/index.md': `---\nheadline: Acme opens\ndate: 2026-01-02\nmedia: [{ src: p.png${fields} }]\n---\n\n${body}\n`,
    'releases/2026-01-02-x/p.png': meadow,
  })
  const { output } = await buildHere(root, { formats: ['html', 'email', 'text'] })
  return (['index.html', 'email.html', 'release.txt'] as const).map((name) => output(`releases/x/${name}`))
}

const all = ', alt: A meadow, caption: The meadow in spring, credit: A. Diver, rights: Free to use'
const line = 'The meadow in spring. Photo: A. Diver. Free to use'

test('caption, credit and rights stand under a picture of the body in every format, as sentences', async () => {
  for (const output of await withPicture(all, '![A meadow](p.png)')) expect(output).toContain(line)
})

test('they do as well of a picture that the body does not show', async () => {
  const [html = '', email = '', text = ''] = await withPicture(all, 'Text.')
  expect(html).toContain(`<figcaption>${line}</figcaption>`)
  expect(email.replace(/<[^>]*>/g, '')).toContain(line)
  expect(text).toContain(`\n${line}\nhttps://press.example.org/releases/x/p.png`)
})

test('rights alone need neither caption nor credit', async () => {
  for (const output of await withPicture(', alt: A meadow, rights: Free to use', '![A meadow](p.png)'))
    expect(output).toMatch(/(?:>|\[A meadow\] )Free to use/)
})

test.each([
  ['in the body', '![A meadow](p.png)'],
  ['beside it', 'Text.'],
])('plain text sets what a picture %s shows apart from the release, where it has no caption', async (_, body) => {
  const [, , text] = await withPicture(', alt: A meadow, credit: A. Diver', body)
  expect(text).toContain('\n[A meadow] Photo: A. Diver\n')
})
