import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { build, check, createTranslation, openPressRoom } from '../../src/index.ts'
import { parseMarkdown } from '../../src/markdown/parse.ts'
import type { Document } from '../../src/markdown/tree.ts'
import { command } from '../support/command.ts'
import { noon, pressRoom } from '../support/press-room.ts'

const original = `---
headline: "Acme: 52 pumps"
subheadline: More than ever
date: 2026-01-02
embargo: 2026-01-02 09:00 Europe/Helsinki
number: 007
dateline: Turku
contacts: [ana]
boilerplate: [about-acme]
tags: [pumps]
media:
  - { src: pump.png, alt: A pump, caption: It pumps, credit: "Ana: Acme", rights: Free }
links:
  - url: https://www.example.org/pumps
    title: All pumps
organizations: [{ name: Other }]
notes: [One note of 2025.]
---

<!-- a word between colleagues -->

Acme made a [record](https://www.example.org/a_(b)) of 52 pumps on April 9, 2025,[^a] more than
{{fact "pumps.before"}} before.

## What it means

![A blue pump](pump.png)

- **Price:** 12.50 euros
- none

1. first

::: quote Ana Virta, engineer
“Pumps are good.”
:::

| Year | Pumps |
|------|------:|
| 2024 | 40 |

> Quoted

{{> about-acme}}

\`\`\`
code
\`\`\`

[^a]: A pump --> a machine.
`
const file = 'releases/2026-01-02-pumps.md'
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
)
const room = (files: Readonly<Record<string, string | Uint8Array>> = {}): string =>
  pressRoom({
    'press.yaml': 'organization: { name: Acme }\nbase-url: https://press.example.org/\n',
    'templates/contacts.yaml': 'ana: { name: Ana, email: ana@example.org }\n',
    'templates/facts.yaml': 'pumps.before: [{ value: 40 }]\n',
    'templates/boilerplate/about-acme.md': '---\ntitle: About Acme\n---\n\nAcme makes pumps.\n',
    'templates/boilerplate/about-acme.fr.md': '---\ntitle: À propos\n---\n\nAcme fait des pompes.\n',
    'releases/pump.png': pixel,
    [file]: original,
    ...files,
  })

describe('a translation that is begun', () => {
  test('has everything but the words, each place below its original', async () => {
    const root = room()
    const { value, diagnostics } = await createTranslation(root, { of: 'pumps', language: 'fr' })
    expect(diagnostics).toEqual([])
    expect(value).toEqual({ file: 'releases/2026-01-02-pumps.fr.md', slug: 'pumps', language: 'fr', places: 20 })
    expect(readFileSync(join(root, value?.file ?? ''), 'utf8')).toBe(`---
# Acme: 52 pumps
headline: "[ajouter la traduction] … 52"
# More than ever
subheadline: "[ajouter la traduction]"
# Turku
dateline: "[ajouter la traduction]"
media:
  - src: pump.png
    # A pump
    alt: "[ajouter la traduction]"
    # It pumps
    caption: "[ajouter la traduction]"
    credit: "Ana: Acme"
    # Free
    rights: "[ajouter la traduction]"
links:
  - url: "https://www.example.org/pumps"
    # All pumps
    title: "[ajouter la traduction]"
organizations:
  - name: Other
notes:
  # One note of 2025.
  - "[ajouter la traduction] … 2025"
draft: true # retirez cette ligne quand le communiqué peut partir
---

<!-- Acme made a [record](https://www.example.org/a_(b)) of 52 pumps on April 9, 2025,[^a] more than
{{fact "pumps.before"}} before. -->
[ajouter la traduction] … [record](https://www.example.org/a_(b)) … 52 … 9 avril 2025 … [^a] … {{fact "pumps.before"}}

<!-- ## What it means -->
## [ajouter la traduction]

<!-- ![A blue pump](pump.png) -->
![[ajouter la traduction]](pump.png)

<!-- - **Price:** 12.50 euros
- none -->
- [ajouter la traduction] … 12.50
- [ajouter la traduction]

<!-- 1. first -->
1. [ajouter la traduction]

<!-- ::: quote Ana Virta, engineer
“Pumps are good.”
::: -->
::: quote [ajouter la traduction]
[ajouter la traduction]
:::

<!-- | Year | Pumps |
|------|------:|
| 2024 | 40 | -->
| [ajouter la traduction] | [ajouter la traduction] |
|------|------:|
| 2024 | 40 |

<!-- > Quoted -->
> [ajouter la traduction]

{{> about-acme}}

\`\`\`
code
\`\`\`

<!-- [^a]: A pump -- > a machine. -->
[^a]: [ajouter la traduction]
`)
  })

  test('says by build and check what is missing, and nothing else', async () => {
    const root = room()
    const { value } = await createTranslation(root, { of: file, language: 'fr' })
    const { diagnostics } = await check(root, { now: noon, files: [file] })
    const wrong = diagnostics.filter((one) => one.severity !== 'info' && one.file === value?.file)
    expect(new Set(wrong.map(({ code }) => code))).toEqual(new Set(['placeholder-text']))
    expect(wrong.length).toBe(value?.places)
    const { value: opened } = await openPressRoom(root)
    if (!opened) throw new Error('no press room')
    const { failed, releases } = await build(opened, { now: noon, drafts: true })
    expect([failed, releases.map(({ language, status }) => `${language} ${status}`)]).toEqual([
      [],
      ['fr draft', 'en-US public'],
    ])
  })

  test('names what the press room lacks in the language', async () => {
    const root = room({ 'releases/2026-01-02-plain.md': '---\nheadline: Plain\ndate: 2026-01-02\n---\n\nText.\n' })
    const german = await createTranslation(root, { of: 'plain', language: 'de' })
    expect(german.value?.file).toBe('releases/2026-01-02-plain.de.md')
    expect(german.diagnostics).toMatchObject([{ code: 'missing-locale', severity: 'warning' }])
    await createTranslation(root, { of: file, language: 'es' })
    const { diagnostics } = await check(root, { now: noon, files: [file] })
    expect(diagnostics.find(({ code }) => code === 'missing-translation')?.hint).toContain('about-acme.es.md')
  })

  test.each([
    ['pumps', 'fr', { [file.replace('.md', '.fr.md')]: '---\nheadline: x\n---\n\nTexte.\n' }, 'file-exists'],
    ['pumps', 'en', {}, 'invalid-value'],
    ['pumps', 'no such', {}, 'invalid-value'],
    ['pimps', 'fr', {}, 'unknown-file'],
    [
      'releases/2026-01-02-pumps.fr.md',
      'es',
      { [file.replace('.md', '.fr.md')]: '---\nheadline: x\n---\n\nTexte.\n' },
      'invalid-value',
    ],
    ['pumps', 'fr', { [file]: '---\nheadline: [\n---\n\nText.\n' }, 'unreadable-file'],
  ])('of %s into %s is refused', async (of, language, files, code) => {
    const root = room(files)
    const { value, diagnostics } = await createTranslation(root, { of, language })
    expect([value, diagnostics.map((one) => one.code)]).toEqual([undefined, [code]])
  })

  test('of a release in a folder stands in the folder; a language of one’s own region beside it', async () => {
    const folder = 'releases/2026-01-02-folder'
    const root = room({ [`${folder}/index.md`]: '---\nheadline: Folder\ndate: 2026-01-02\n---\n\nText.\n' })
    expect((await createTranslation(root, { of: 'folder', language: 'ar' })).value?.file).toBe(`${folder}/index.ar.md`)
    expect((await createTranslation(root, { of: 'folder', language: 'en-GB' })).value?.file).toBe(
      `${folder}/index.en-GB.md`,
    )
  })
})

test('the command says how many places there are', async () => {
  const { code, stdout, stderr } = await command(['new', file, '--translate', 'fr'], room())
  expect([code, stdout]).toEqual([0, 'releases/2026-01-02-pumps.fr.md\n'])
  expect(stderr).toMatch(/^A draft with 20 places for your words/)
})

test('a list and a footnote of several paragraphs stay one', async () => {
  const text = `---
headline: Acme made pumps
date: 2026-01-02
---

It pumps.[^a]

- One

  with a second paragraph

- Two

3. third

   of it

[^a]: A note

    with a second paragraph.
`
  const root = room({ [file]: text })
  const { value } = await createTranslation(root, { of: 'pumps', language: 'es' })
  const body = (one = ''): unknown => {
    const shape = (blocks: Document['blocks']): unknown =>
      blocks.map((block) => (block.type === 'list' ? block.items.map(shape) : block.type))
    const { document } = parseMarkdown(one.slice(one.indexOf('\n---\n') + 5), {
      quotes: ['"', '"', "'", "'"],
      rawHtml: false,
    })
    return [shape(document.blocks), document.footnotes.map(shape)]
  }
  expect(body(readFileSync(join(root, value?.file ?? ''), 'utf8'))).toEqual(body(text))
})

test('a paragraph that begins with a remark is translated, and a remark alone is not', async () => {
  const text = `---\nheadline: Acme\ndate: 2026-01-02\n---\n\nFirst.\n\n<!-- reviewed --> The second matters.\n\n<!-- gone -->\n`
  const root = room({ [file]: text })
  const { value } = await createTranslation(root, { of: 'pumps', language: 'fr' })
  const begun = readFileSync(join(root, value?.file ?? ''), 'utf8')
  expect(begun).toContain('<!-- The second matters. -->\n[ajouter la traduction]')
  expect(begun).not.toMatch(/reviewed|gone/)
})

test('a figure in what is still to come is no figure of the release', async () => {
  const body = '[add the news in one sentence of 25 to 35 words]\n\nIt has 12 pumps.'
  const file = 'releases/2026-01-02-x.md'
  const root = pressRoom({ [file]: `---\nheadline: Acme\ndate: 2026-01-02\n---\n\n${body}\n` })
  const { value } = await createTranslation(root, { of: file, language: 'fr' })
  const lines = readFileSync(join(root, value?.file ?? ''), 'utf8').split('\n')
  expect(lines.filter((line) => line.includes(' … '))).toEqual([expect.stringMatching(/^\[.+\] … 12$/)])
})
