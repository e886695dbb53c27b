import fc from 'fast-check'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { check, createRelease, type NewReleaseOptions } from '../../src/index.ts'
import { oneLine, quoted, scalar } from '../../src/authoring/yaml-text.ts'
import { dayNamed } from '../../src/authoring/day-named.ts'
import type { Day } from '../../src/calendar/day.ts'
import { readReleaseName } from '../../src/release/file-name.ts'
import { frontMatter } from '../../src/source/front-matter.ts'
import { sourceText } from '../../src/source/text.ts'
import { readYaml } from '../../src/source/yaml.ts'
import { command } from '../support/command.ts'
import { noon, pressRoom, temporaryFolder } from '../support/press-room.ts'

const settings = (language = 'en') =>
  `organization: { name: Acme }\nlanguage: ${language}\ntime-zone: Europe/Helsinki\nhouse: { contact: [ana], boilerplate: [about-acme] }\n`
const shared = {
  'templates/contacts.yaml':
    'ana: { name: Ana Virta, location: Turku, phone: "+358 2 555 0100", email: ana@example.org }\n',
  ...Object.fromEntries(
    ['', '.fr', '.es', '.ar', '.en'].map((tag) => [
      `templates/boilerplate/about-acme${tag}.md`,
      '---\ntitle: About Acme\n---\n\nAcme makes pumps.\n',
    ]),
  ),
}
const room = (files: Readonly<Record<string, string>> = {}): string =>
  pressRoom({ 'press.yaml': settings(), ...shared, ...files })

const begin = async (root: string, options: Partial<NewReleaseOptions> = {}) =>
  createRelease(root, { headline: 'Acme opens a plant', now: noon, ...options })

async function begun(root: string, options: Partial<NewReleaseOptions> = {}): Promise<{ file: string; text: string }> {
  const { value, diagnostics } = await begin(root, options)
  if (!value) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
  return { file: value.file, text: readFileSync(join(root, value.file), 'utf8') }
}

const found = async (root: string, file: string): Promise<string[]> =>
  (await check(root, { now: noon, files: [file] })).diagnostics
    .filter(({ severity }) => severity !== 'info')
    .map(({ code, position }) => `${position?.start.line}:${position?.start.column} ${code}`)

describe('a new release', () => {
  test('is a draft with the fields of the house and a body that shows the form', async () => {
    const { file, text } = await begun(room())
    expect(file).toBe('releases/2026-11-24-acme-opens-a-plant.md')
    expect(text).toBe(`---
headline: Acme opens a plant
subheadline: "[add a second line, or take this one away]"
summary: "[add the news in a sentence or two, for the preview of the email]"
date: 2026-11-24
draft: true # take this line away when the release may go out
dateline: Turku
---

[add the news in one sentence of 25 to 35 words: who does what, when and where]

[add why it matters, with the one figure that shows it]

“[add what somebody really said],” said [add the name and the role].

[add what happens next, and on which day]

<!-- The dateline, the end mark, the contacts and the About texts are put in by themselves. A picture is a file beside this one:
![what it shows](picture.jpg). Between lines of three colons stand ::: quote, ::: fact-box and ::: notes. -->
`)
  })

  test.each(
    ['en', 'fr', 'es', 'ar'].flatMap((language) =>
      (['press-release', 'media-advisory', 'statement', 'joint'] as const).map((kind) => [language, kind] as const),
    ),
  )('in %s, a %s has nothing wrong but its placeholders, and check finds each of them', async (language, kind) => {
    const root = room({ 'press.yaml': settings(language) })
    const { file, text } = await begun(root, { kind })
    const places = [...text.matchAll(/\[(?:add|ajouter|añadir|أضف) /g)].map(({ index }) => {
      const { line, column } = sourceText(file, text).at(index)
      return `${line}:${column} placeholder-text`
    })
    // The partner of a joint release is a name, which check reads no words in.
    const read = places.filter(
      (place) => kind !== 'joint' || !text.split('\n')[Number(place.split(':')[0]) - 1]?.startsWith('  - name'),
    )
    expect(read.length).toBeGreaterThan(5)
    expect(await found(root, file)).toEqual(read)
  })

  test('an advisory asks who, what, when and where', async () => {
    const { text } = await begun(room(), { kind: 'media-advisory' })
    for (const word of ['Who', 'What', 'When', 'Where']) expect(text).toContain(`- **${word}:** [add `)
    expect(text).toContain('kind: media-advisory\n')
  })

  test('has the day of its embargo, in the zone that was meant', async () => {
    const { file, text } = await begun(room(), { embargo: '2026-12-01 9:00' })
    expect(file).toContain('2026-12-01')
    expect(text).toContain('date: 2026-12-01\nembargo: 2026-12-01 09:00 Europe/Helsinki\n')
    const other = await begun(room(), { embargo: '2026-12-01T09:00+02:00', date: '2026-12-02' })
    expect(other.text).toContain('date: 2026-12-02\nembargo: "2026-12-01T09:00+02:00"\n')
  })

  test('has the day that it is in the press room', async () => {
    const late = Date.parse('2026-11-24T22:30:00Z')
    expect((await begun(room(), { now: late })).file).toContain('2026-11-25')
  })

  test('names contacts and boilerplate only where those of the house will not do', async () => {
    const gone = shared['templates/contacts.yaml']?.replace('name:', 'until: 2026-01-31, name:')
    const two = `${gone}bo: { name: Bo Example, location: Oulu, email: bo@example.org }\n`
    const { text } = await begun(room({ 'templates/contacts.yaml': two }))
    expect(text).toContain('dateline: Oulu\ncontacts: [bo]\n')
    const before =
      '---\nheadline: Before\ndate: 2026-01-02\ndateline: Espoo\ncontacts: [ana]\nboilerplate: [about-acme]\n---\n\nIt was.\n'
    const bare = await begun(
      room({ 'press.yaml': 'organization: { name: Acme }\n', 'releases/2026-01-02-before.md': before }),
    )
    expect(bare.text).toContain('dateline: Espoo\ncontacts: [ana]\nboilerplate: [about-acme]\n')
  })

  test('can be in another language, at another place, in a folder', async () => {
    const { file, text } = await begun(room(), { language: 'fr', dateline: 'L’Île: nord', folder: true, slug: 'usine' })
    expect(file).toBe('releases/2026-11-24-usine/index.md')
    expect(text).toContain('language: fr\n')
    expect(text).toContain('dateline: "L’Île: nord"\n')
    expect(text).toContain('[ajouter la suite, et le jour]')
  })

  test('overwrites nothing, and does not take the name of another release', async () => {
    const root = room()
    const { file, text } = await begun(root)
    for (const options of [{}, { date: '2026-12-24' }, { folder: true }, { slug: 'Acme-Opens-a-Plant' }]) {
      const { value, diagnostics } = await begin(root, options)
      expect([value, diagnostics.map(({ code, file: where }) => [code, where])]).toEqual([
        undefined,
        [['file-exists', file]],
      ])
    }
    expect(readdirSync(join(root, 'releases'))).toEqual(['2026-11-24-acme-opens-a-plant.md'])
    expect(readFileSync(join(root, file), 'utf8')).toBe(text)
    writeFileSync(join(root, file.replace('.md', '.ar.md')), '---\nheadline: x\n---\n\nx\n')
    expect((await begin(root)).diagnostics.map((one) => one.file)).toEqual([file])
    const older = '---\nheadline: Old\ndate: 2026-01-02\naliases: [plant]\n---\n\nIt was.\n'
    const { diagnostics } = await begin(room({ 'releases/2026-01-02-old.md': older }), { slug: 'plant' })
    expect(diagnostics.map(({ code }) => code)).toEqual(['file-exists'])
  })

  test.each([
    [{ date: '2026-02-30' }, 'invalid-value'],
    [{ date: '../../2026' }, 'invalid-value'],
    [{ embargo: '2026-12-01 09:00', date: '2026-11-30' }, 'embargo-conflict'],
    [{ embargo: 'noon' }, 'invalid-time'],
    [{ slug: '../../etc/passwd' }, 'invalid-value'],
    [{ slug: 'a b' }, 'invalid-slug'],
    [{ slug: 'news.fr' }, 'invalid-value'],
    [{ language: 'french' }, 'invalid-value'],
    [{ headline: ' \n ' }, 'invalid-value'],
    [{ from: 'nothing' }, 'unknown-file'],
  ] satisfies [Partial<NewReleaseOptions>, string][])('is not begun with %j', async (options, code) => {
    const root = room()
    const { value, diagnostics } = await begin(root, options)
    expect([value, diagnostics.map((one) => one.code)]).toEqual([undefined, [code]])
    expect(existsSync(join(root, 'releases'))).toBe(false)
  })

  test('any headline reads back as it was typed, from a file whose name says what it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1 }), async (typed) => {
        fc.pre(oneLine(typed) !== '')
        const { file, text } = await begun(room(), { headline: typed })
        expect(readReleaseName(file)).toMatchObject({ day: '2026-11-24', language: undefined })
        const source = sourceText(file, text)
        const { yaml } = frontMatter(source).value ?? { yaml: { start: 0, end: 0 } }
        expect(readYaml(source, yaml.start, yaml.end).value?.value).toMatchObject({ headline: oneLine(typed) })
      }),
      { numRuns: 150 },
    )
  })
})

test('any text is YAML that reads back as itself, with and without quotation marks', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.string(),
        fc.constantFrom('no', 'null', '~', '1.10', '# a', 'a: b', "it's", '- a', '{a}', 'a #b', '---'),
      ),
      (typed) => {
        const text = oneLine(typed)
        for (const written of [scalar(text), quoted(text)])
          expect(readYaml(sourceText('a.yaml', `key: ${written}\n`)).value?.value).toEqual({ key: text })
      },
    ),
    { numRuns: 2000 },
  )
})

test.each([
  ['2026-12-01', '2026-12-01'],
  ['today', '2026-11-24'],
  ['Tomorrow', '2026-11-25'],
  ['tuesday', '2026-12-01'],
  ['Monday', '2026-11-30'],
  ['wednesday', '2026-11-25'],
  ['2026-13-01', undefined],
  ['next week', undefined],
])('on a Tuesday, %s is %s', (text, day) => expect(dayNamed(text, '2026-11-24' as Day)).toBe(day))

describe('pressmark new', () => {
  test('prints the path, and what to do next', async () => {
    const root = room()
    const { code, stdout, stderr } = await command(['new', 'Acme opens a plant', '--date', '2026-12-01'], root)
    const file = 'releases/2026-12-01-acme-opens-a-plant.md'
    expect([code, stdout]).toEqual([0, `${file}\n`])
    expect(stderr)
      .toBe(`A draft for Tuesday, 1 December 2026. Write over what stands in brackets; this tells what is missing, place by place:
  npx pressmark check ${file}
This shows it while you write:
  npx pressmark preview --open
It is built only with --drafts until you take the line "draft: true" away.
`)
    expect((await command(['build'], root)).stderr).toContain('1 draft left out')
    const elsewhere = await command(['new', 'More', '--root', '..'], join(root, 'releases'))
    expect(elsewhere.stderr).toContain(' --root ..\nThis shows it')
    expect(elsewhere.stderr).toContain('npx pressmark preview --open --root ..\n')
  })

  test('speaks to programs', async () => {
    const { stdout } = await command(['new', 'Größe', '--language', 'de', '--date', '2026-12-01', '--json'], room())
    expect(JSON.parse(stdout)).toEqual({
      file: 'releases/2026-12-01-groesse.md',
      slug: 'groesse',
      language: 'de',
      date: '2026-12-01',
      copied: [],
      diagnostics: [expect.objectContaining({ code: 'missing-locale', severity: 'warning' })],
    })
  })

  test.each([
    [['new'], 'Missing headline'],
    [['new', ' '], 'Empty headline'],
    [['new', 'News', '--kind', 'statment'], 'did you mean "statement"?'],
    [['new', 'News', '--date', 'someday'], '--date'],
    [['new', 'News', '--embargo', '2026-12-01 09:00 CET'], '--embargo'],
    [['new', 'News', '--language', 'french'], '--language'],
    [['new', 'News', '--slug', 'a/b'], '--slug'],
    [['new', '--translate', 'fr'], 'Missing release to be translated'],
    [['new', 'news', '--translate', 'fr', '--date', '2026-12-01'], '--date does not go with --translate'],
    [['new', 'News', '--from', 'nothing'], 'No release of this press room'],
  ])('%j is wrong usage, and says so', async (args, said) => {
    const root = room()
    const { code, stderr, stdout } = await command(args, root)
    expect([code, stdout, stderr]).toEqual([2, '', expect.stringContaining(said)])
    expect(existsSync(join(root, 'releases'))).toBe(false)
  })

  test('needs a press room', async () => {
    const { code, stderr } = await command(['new', 'News'], temporaryFolder())
    expect([code, stderr]).toEqual([2, expect.stringContaining('pressmark init')])
  })

  test('opens the new release in the editor that is named', async () => {
    const root = room()
    const { code } = await command(['new', 'A plant; rm $(x)', '--edit'], root, {
      EDITOR: 'cp -v "$1" opened.md; true',
    })
    expect(code).toBe(0)
    expect(readFileSync(join(root, 'opened.md'), 'utf8')).toContain('headline: "A plant; rm $(x)"')
    const failed = await command(['new', 'Another', '--edit'], root, { EDITOR: 'no-such-editor', VISUAL: '' })
    expect([failed.code, failed.stderr]).toEqual([1, expect.stringContaining('set EDITOR')])
  })
})
