import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { mentionsIn } from '../../src/authoring/mentions.ts'
import { build, check, createRelease, openPressRoom } from '../../src/index.ts'
import { command } from '../support/command.ts'
import { noon, pressRoom } from '../support/press-room.ts'

const earlier = `---
# the yearly report
headline: Acme made 52 pumps
summary: Acme made more pumps than in 2024.   # two lines at most
date: 2026-01-02
embargo: 2026-01-02 09:00 Europe/Helsinki
number: 007
kind: statement
dateline: Turku
corrections: [{ date: 2026-01-03, text: It was 52. }]
aliases: [pumps-2025]
contacts:
  - ana
# they differ each year
tags: [pumps, Turku]
---

Acme made 52 pumps, it said on Friday,
January 2, under embargo.

Pumps are good.

\`\`\`
1

2
\`\`\`
`
const file = 'releases/2026-01-02-pumps.md'
const room = (files: Readonly<Record<string, string | Uint8Array>> = {}): string =>
  pressRoom({
    'templates/contacts.yaml': 'ana: { name: Ana, email: ana@example.org }\n',
    [file]: earlier,
    ...files,
  })
const begin = async (root: string, from = 'pumps', headline = 'Acme made 60 pumps') =>
  createRelease(root, { headline, from, now: noon })

test('a release from an earlier one has its fields and its words, and remarks on what is of its day', async () => {
  const root = room()
  const { value } = await begin(root)
  expect(value?.file).toBe('releases/2026-11-24-acme-made-60-pumps.md')
  const text = readFileSync(join(root, value?.file ?? ''), 'utf8')
  expect(text).toBe(`---
# pressmark-from: 2026-01-02-pumps
headline: Acme made 60 pumps
kind: statement
date: 2026-11-24
draft: true # take this line away when the release may go out
# earlier: 2024
summary: Acme made more pumps than in 2024.   # two lines at most
dateline: Turku
contacts:
  - ana
# they differ each year
tags: [pumps, Turku]
---

<!-- earlier: 52; Friday, January 2; embargo -->
Acme made 52 pumps, it said on Friday,
January 2, under embargo.

Pumps are good.

\`\`\`
1

2
\`\`\`
`)
  const { diagnostics } = await check(root, { now: noon, files: [value?.file ?? ''] })
  const wrong = diagnostics.filter(({ severity }) => severity !== 'info')
  expect(new Set(wrong.map(({ code, position }) => `${position?.start.line} ${code}`))).toEqual(
    new Set([
      '7 earlier-remark',
      '8 left-over',
      '16 earlier-remark',
      '17 left-over',
      // The Friday of that year is none of this one.
      '17 weekday',
    ]),
  )
  expect(readFileSync(join(root, file), 'utf8')).toBe(earlier)
})

test('what is made from it again names the nearest one alone', async () => {
  const root = room()
  await begin(root)
  const { value } = await begin(root, 'acme-made-60-pumps', 'Acme made 70 pumps')
  const text = readFileSync(join(root, value?.file ?? ''), 'utf8')
  expect(text.match(/pressmark-from: .*/g)).toEqual(['pressmark-from: 2026-11-24-acme-made-60-pumps'])
})

test.each([file, 'pumps', '2026-01-02-pumps', 'releases\\2026-01-02-pumps.md', 'pumps-2025'])(
  'the earlier release can be called %s',
  async (called) => {
    expect((await begin(room(), called)).diagnostics).toEqual([])
  },
)

test('says what was meant where there is none, and what is wrong with one that cannot be read', async () => {
  const { diagnostics } = await begin(room(), 'pump')
  expect(diagnostics).toMatchObject([{ code: 'unknown-file', hint: 'did you mean "pumps"?' }])
  const broken = await begin(room({ [file]: '---\nheadline: [\n---\n\nText.\n' }))
  expect(broken.diagnostics.map(({ code }) => code)).toEqual(['unreadable-file'])
})

test('it is in the language of the earlier one', async () => {
  const french = '---\nheadline: Pompes\ndate: 2026-01-02\nlanguage: fr\n---\n\nTexte.\n'
  const root = room({ [file]: french })
  const { value } = await createRelease(root, { headline: 'L’été des pompes', from: 'pumps', now: noon })
  expect(value).toMatchObject({ language: 'fr', slug: 'l-ete-des-pompes' })
  expect(readFileSync(join(root, value?.file ?? ''), 'utf8')).toContain('language: fr\n')
  const other = await createRelease(root, { headline: 'Pumps', from: 'pumps', language: 'es', now: noon })
  expect(other.diagnostics).toMatchObject([{ message: 'The earlier release is in fr, not in es' }])
})

test('front matter in braces is kept too', async () => {
  const braces =
    '---\n{ headline: Pumps, date: 2026-01-02, number: 7, tags: [a, b], notes: ["1: one"] }\n---\n\nText.\n'
  const root = room({ [file]: braces })
  const { value } = await begin(root)
  const { value: opened } = await openPressRoom(root)
  const text = readFileSync(join(root, value?.file ?? ''), 'utf8')
  expect([text.includes('number'), text.includes('- a\n  - b'), text.includes('"1: one"')]).toEqual([false, true, true])
  if (!opened) throw new Error('no press room')
  expect((await build(opened, { now: noon, drafts: true })).failed).toEqual([])
})

test('a folder of pictures goes along, and nothing from outside it', async () => {
  const folder = 'releases/2026-01-02-pumps'
  const source = earlier.replace('tags:', 'media: [{ src: sub/pump.png, alt: A pump }]\ntags:')
  const root = room({
    [file]: 'Not a release.',
    [`${folder}/index.md`]: `${source}\n[plan](../../secret.txt) [data](data.csv)\n`,
    [`${folder}/sub/pump.png`]: Buffer.from([1, 2, 3]),
    [`${folder}/data.csv`]: '1',
    [`${folder}/unused.csv`]: '2',
    'secret.txt': 'secret',
  })
  const { value } = await begin(root, folder)
  const made = 'releases/2026-11-24-acme-made-60-pumps'
  expect(value).toMatchObject({ file: `${made}/index.md`, copied: [`${made}/sub/pump.png`, `${made}/data.csv`] })
  expect(readdirSync(join(root, made)).sort()).toEqual(['data.csv', 'index.md', 'sub'])
  expect([...readFileSync(join(root, made, 'sub/pump.png'))]).toEqual([1, 2, 3])
})

test('all of it is written, or nothing', async () => {
  const root = room()
  writeFileSync(join(root, 'releases/2026-11-24-acme-made-60-pumps'), 'in the way')
  const { value, diagnostics } = await createRelease(root, { headline: 'Acme made 60 pumps', folder: true, now: noon })
  expect([value, diagnostics.map(({ code }) => code)]).toEqual([
    undefined,
    [expect.stringMatching(/file-exists|write-failed/)],
  ])
  expect(existsSync(join(root, 'releases/2026-11-24-acme-made-60-pumps.md'))).toBe(false)
})

test('the command says which words are the other release’s', async () => {
  const { code, stdout, stderr } = await command(
    ['new', 'Acme made 60 pumps', '--from', file, '--date', '2026-12-01'],
    room(),
  )
  expect([code, stdout]).toEqual([0, 'releases/2026-12-01-acme-made-60-pumps.md\n'])
  expect(stderr).toContain('with the words of the other release')
})

test.each([
  [
    'en',
    'On Tuesday, May 4, 2025 and 1 June it had 12.5 % and 1,000 more',
    ['date Tuesday, May 4, 2025', 'date 1 June', 'figure 12.5 %', 'figure 1,000'],
  ],
  ['en', 'See [12](https://example.org/2020) {{fact "a.1"}}[^2] in 2020-04-09', ['figure 12', 'date 2020-04-09']],
  [
    'en',
    'It cost £2m, $3.5bn, 20km, €5M, 1.5 million, 40%, 3.5xyz, the 2nd',
    ['figure 2m', 'figure 3.5bn', 'figure 20km', 'figure 5M', 'figure 1.5', 'figure 40%'],
  ],
  ['fr', 'le mardi 4 mai 2025, sous embargo', ['date mardi 4 mai 2025', 'embargo embargo']],
  ['es', 'el 4 de mayo de 2025 y el lunes', ['date 4 de mayo de 2025', 'weekday lunes']],
  ['ar', 'في 9 أبريل 2020 و5 مايو', ['date 9 أبريل 2020', 'date 5 مايو']],
  ['de', 'am 3. März 2025', ['date 3. März 2025']],
])('in %s, %j is of its day by %j', (language, text, expected) => {
  expect(mentionsIn(text, language).map(({ kind, text: found }) => `${kind} ${found}`)).toEqual(expected)
})

test.each([
  ['en', 'April 9, 2020'],
  ['fr', '9 avril 2020'],
  ['es', '9 de abril de 2020'],
  ['ar', '9 نيسان/أبريل 2020'],
])('in %s, %s is a day', (language, text) => {
  const own = Array.from({ length: 12 }, (_, i) => (i === 3 ? 'نيسان/أبريل' : 'x'))
  expect(mentionsIn(text, language, language === 'ar' ? own : []).map(({ day }) => day)).toEqual(['2020-04-09'])
})

test('a figure in what is still to come is none of an earlier day', async () => {
  const root = pressRoom({})
  const first = await createRelease(root, { headline: 'Acme opens a plant', now: noon })
  const { value } = await begin(root, first.value?.slug, 'Acme opens another plant')
  const text = readFileSync(join(root, value?.file ?? ''), 'utf8')
  expect(text).toContain('25 to 35 words')
  expect(text).not.toContain('earlier:')
  const { diagnostics } = await check(root, { now: noon })
  expect(diagnostics.filter(({ code }) => code === 'left-over')).toEqual([])
})
