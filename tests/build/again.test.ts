import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { filesBelow } from '../support/command.ts'
import { buildHere, noon, pressRoom, temporaryFolder } from '../support/press-room.ts'

const release = (headline: string, front = '') =>
  `---\nheadline: ${headline}\ndate: 2026-01-02\n${front}---\n\nAcme opened a plant.\n`
const first = 'releases/2026-01-02-first.md'
const second = 'releases/2026-01-02-second.md'

let root = ''
let out = ''
beforeEach(() => {
  root = pressRoom({ [first]: release('First'), [second]: release('Second') })
  out = join(temporaryFolder(), 'dist')
})
const build = (options: Parameters<typeof buildHere>[1] = {}) =>
  buildHere(root, { out, formats: ['html', 'text'], ...options })
const write = (path: string, text: string): void => writeFileSync(join(root, path), text)
const paths = (): string[] => [...filesBelow(out).keys()]
const both = (slug: string, shelf = 'releases'): string[] => [
  `${shelf}/${slug}/index.html`,
  `${shelf}/${slug}/release.txt`,
]

describe('building again', () => {
  test('leaves alone what has not changed', async () => {
    await build()
    const long = new Date('2020-01-01')
    for (const path of paths()) utimesSync(join(out, path), long, long)
    write(second, release('Second, corrected'))
    const { report } = await build()
    expect(report.written).toEqual(both('second'))
    expect(report.unchanged).toBe(2)
    const touched = paths().filter((path) => statSync(join(out, path)).mtimeMs !== long.getTime())
    expect(touched).toEqual(both('second'))
  })

  test('gives the same bytes, whenever and in whatever folder', async () => {
    await build()
    const before = filesBelow(out)
    const elsewhere = join(temporaryFolder(), 'other')
    await build({ out: elsewhere, now: noon + 86_400_000 })
    expect(filesBelow(elsewhere)).toEqual(before)
  })

  test('removes what no release makes any more, and the folders it leaves empty', async () => {
    await build()
    rmSync(join(root, first))
    const { report } = await build()
    expect([...report.removed].sort()).toEqual(both('first'))
    expect(paths()).toEqual(both('second'))
    expect(existsSync(join(out, 'releases/first'))).toBe(false)
  })

  test('never removes what it did not write', async () => {
    await build()
    writeFileSync(join(out, 'releases/first/notes.txt'), 'mine')
    rmSync(join(root, first))
    await build()
    expect(paths()).toEqual(['releases/first/notes.txt', ...both('second')])
  })

  test('knows its own files even when the cache is gone', async () => {
    await build()
    rmSync(join(root, '.pressmark'), { recursive: true, force: true })
    write(first, release('First, corrected'))
    expect((await build()).report.diagnostics).toEqual([])
  })

  test('leaves a folder alone that stands where an output stood', async () => {
    await build()
    rmSync(join(out, 'releases/first/index.html'))
    mkdirSync(join(out, 'releases/first/index.html'))
    rmSync(join(root, first))
    const { report } = await build()
    expect(report.diagnostics).toEqual([])
    expect(report.removed).toEqual(['releases/first/release.txt'])
    expect(existsSync(join(out, 'releases/first/index.html'))).toBe(true)
  })

  test('takes away what a build left half-written when it was killed', async () => {
    const { pid = 0 } = spawnSync(process.execPath, ['--version'])
    mkdirSync(join(out, `.writing-${pid}-abc`), { recursive: true })
    writeFileSync(join(out, `.writing-${pid}-abc/0`), '<!doct')
    writeFileSync(join(out, `.outputs.json.${pid}.tmp`), '[')
    await build()
    expect(readdirSync(out).sort()).toEqual(['.outputs.json', 'releases'])
  })

  test('removes nothing where the releases cannot be read', async () => {
    await build()
    rmSync(join(root, 'releases'), { recursive: true })
    writeFileSync(join(root, 'releases'), 'no folder')
    const { report } = await build()
    expect(report.diagnostics).toMatchObject([{ code: 'unreadable-file', file: 'releases' }])
    expect(report.removed).toEqual([])
    expect(paths()).toEqual([...both('first'), ...both('second')])
  })

  test('moves a release that gets another slug', async () => {
    await build()
    write(first, release('First', 'slug: prima\n'))
    await build()
    expect(paths()).toEqual([...both('prima'), ...both('second')])
  })

  test('a part of the formats leaves the others', async () => {
    await build()
    const { report } = await build({ formats: ['text'] })
    expect(report.removed).toEqual([])
    expect(paths()).toEqual([...both('first'), ...both('second')])
  })

  test('a part of the releases leaves the others', async () => {
    await build()
    write(second, release('Second, corrected'))
    const { report } = await build({ files: [first] })
    expect([report.written, report.removed]).toEqual([[], []])
    expect(report.releases.map(({ file }) => file)).toEqual([first])
  })
})

describe('files that build did not write', () => {
  beforeEach(() => {
    mkdirSync(join(out, 'releases/first'), { recursive: true })
    writeFileSync(join(out, 'releases/first/index.html'), 'mine')
  })

  test('are kept, and the other releases built', async () => {
    const { report, output } = await build()
    expect(report.diagnostics).toMatchObject([
      { code: 'output-not-ours', file: expect.stringMatching(/releases\/first\/index\.html$/) },
    ])
    expect(report.failed).toEqual([first])
    expect(output('releases/first/index.html')).toBe('mine')
    expect(output('releases/second/index.html')).toContain('Second')
  })

  test('are replaced where that is asked for, and ours from then on', async () => {
    expect((await build({ force: true })).report.diagnostics).toEqual([])
    write(first, release('First, corrected'))
    expect((await build()).output('releases/first/index.html')).toContain('First, corrected')
  })

  test('are ours where they have the same bytes', async () => {
    const { output } = await build({ force: true })
    const bytes = output('releases/first/index.html')
    rmSync(out, { recursive: true })
    mkdirSync(join(out, 'releases/first'), { recursive: true })
    writeFileSync(join(out, 'releases/first/index.html'), bytes)
    expect((await build()).report.diagnostics).toEqual([])
  })

  test('a ledger that somebody spoilt makes nothing ours', async () => {
    writeFileSync(join(out, '.outputs.json'), '[["releases/first/index.html", 1], ["../../press.yaml", "x", "html"], 7')
    expect((await build()).report.diagnostics).toMatchObject([{ code: 'output-not-ours' }])
  })

  test('a ledger cannot make build remove what stands outside the folder', async () => {
    const outside = join(out, '../precious.txt')
    writeFileSync(outside, 'mine')
    writeFileSync(
      join(out, '.outputs.json'),
      '[["../precious.txt", "releases/gone", "html"], ["releases/../../precious.txt", "x", "html"]]',
    )
    await build({ force: true })
    expect(readFileSync(outside, 'utf8')).toBe('mine')
  })
})

describe('a release with a fault', () => {
  test('does not stop the others, and leaves its earlier output', async () => {
    const { output } = await build()
    const before = output('releases/first/index.html')
    write(first, release('First', 'contacts: nobody\n'))
    write(second, release('Second, corrected'))
    const { report } = await build()
    expect(report.failed).toEqual([first])
    expect(output('releases/first/index.html')).toBe(before)
    expect(output('releases/second/index.html')).toContain('Second, corrected')
  })

  test('leaves the place of its translations alone', async () => {
    write('releases/2026-01-02-first.fr.md', release('Premier'))
    const { output } = await build()
    const before = output('releases/first/index.html')
    write(first, 'no front matter any more')
    const { report } = await build()
    expect([...report.failed].sort()).toEqual(['releases/2026-01-02-first.fr.md', first])
    expect(output('releases/first/index.html')).toBe(before)
  })

  test('is not led to by its translations', async () => {
    write('releases/2026-01-02-first.fr.md', release('Premier', 'contacts: nobody\n'))
    const { output } = await build()
    expect(output('releases/first/index.html')).not.toContain('fr/index.html')
  })

  test('whatever it is, its outputs change together or not at all', async () => {
    write('press.yaml', 'organization: { name: Acme }\n')
    mkdirSync(join(root, 'templates/email/partials'), { recursive: true })
    const { output } = await build({ formats: ['html', 'email'] })
    const before = output('releases/first/index.html')
    write(
      'templates/email/partials/headline.hbs',
      '<mj-section><mj-column><mj-oops>{{{headline}}}</mj-oops></mj-column></mj-section>\n',
    )
    write(first, release('First, corrected'))
    const { report } = await build({ formats: ['html', 'email'] })
    expect(report.diagnostics.map(({ code }) => code)).toContain('invalid-layout')
    expect(output('releases/first/index.html')).toBe(before)
  })

  test('a link to nothing is a fault and not a crash', async () => {
    symlinkSync('nowhere.md', join(root, 'releases/2026-01-03-gone.md'))
    const { report } = await build()
    expect(report.diagnostics).toMatchObject([{ code: 'unreadable-file', file: 'releases/2026-01-03-gone.md' }])
    expect(report.releases).toHaveLength(2)
  })
})

describe('who may see it', () => {
  test('an embargoed release stands apart and moves when its moment comes', async () => {
    write(first, release('First').replace('2026-01-02', '2026-12-02\nembargo: 2026-12-01 09:00 Europe/Amsterdam'))
    await build({ now: Date.parse('2026-12-01T07:59:59Z') })
    expect(paths()).toEqual([...both('first', 'embargoed'), ...both('second')])
    const { report } = await build({ now: Date.parse('2026-12-01T08:00:00Z') })
    expect(paths()).toEqual([...both('first'), ...both('second')])
    expect([...report.removed].sort()).toEqual(both('first', 'embargoed'))
  })

  test('a public page does not name a translation that is still kept apart', async () => {
    write(
      'releases/2026-01-02-first.fr.md',
      release('Premier', 'embargo: 2026-12-01 09:00 Europe/Paris\n').replace('date: 2026-01-02', 'date: 2026-12-01'),
    )
    const { output } = await build()
    expect(paths()).toContain('embargoed/first/fr/index.html')
    expect(output('releases/first/index.html')).not.toMatch(/fr\/index|Premier|hreflang/)
  })

  describe('with a fault in it too', () => {
    const now = Date.parse('2026-01-02T12:00:00Z')
    const french = 'releases/2026-01-02-first.fr.md'
    const shown = () => paths().filter((path) => path.startsWith('releases/first/'))
    beforeEach(async () => {
      write(french, release('Première'))
      await build({ now })
      expect(shown()).toHaveLength(4)
    })

    test('a release that is under embargo leaves the public folder, whatever is wrong with a translation', async () => {
      write(first, release('First', 'embargo: 2026-01-02 18:00Z\n'))
      write(french, release('Première: déjà'))
      const { report } = await build({ now })
      expect(report.failed).toEqual([french])
      expect(shown()).toEqual([])
      expect(paths()).toEqual([...both('first', 'embargoed'), ...both('second')])
    })

    test('so does one that has the fault itself, with its translations', async () => {
      write(first, release('First', 'embargo: 2026-01-02 18:00Z\ncontacts: [nobody]\n'))
      await build({ now })
      expect(shown()).toEqual([])
    })

    test('and one that becomes a draft', async () => {
      write(first, release('First', 'draft: true\nheadlin: x\n'))
      await build({ now })
      expect(shown()).toEqual([])
    })

    test('of a translation that is under embargo for itself, only that goes', async () => {
      write(french, release('Première', 'embargo: 2026-01-02 18:00Z\nheadlin: x\n'))
      await build({ now })
      expect(shown()).toEqual(both('first'))
    })

    test('while its day cannot be read, it stays', async () => {
      write(first, release('First').replace('2026-01-02', '2026-01-32'))
      await build({ now })
      expect(shown()).toHaveLength(4)
    })
  })

  test('a draft is left out, or built apart where that is asked for', async () => {
    write(first, release('First', 'draft: yes\n'))
    expect((await build()).report.drafts).toBe(1)
    expect(paths()).toEqual(both('second'))
    await build({ drafts: true })
    expect(paths()).toEqual([...both('first', 'drafts'), ...both('second')])
    await build()
    expect(paths()).toEqual(both('second'))
  })

  test('a release that becomes a draft leaves the public folder', async () => {
    await build()
    write(first, release('First', 'draft: true\n'))
    await build({ formats: ['text'] })
    expect(paths()).toEqual(both('second'))
  })
})

describe('files beside a release', () => {
  test('go with it, once for all its languages, and leave with it', async () => {
    root = pressRoom({
      'releases/2026-01-02-first/index.md': release('First', 'attachments: { src: data/report.pdf, title: Report }\n'),
      'releases/2026-01-02-first/index.fr.md': release(
        'Premier',
        'attachments: { src: data/report.pdf, title: Rapport }\n',
      ),
      'releases/2026-01-02-first/data/report.pdf': Uint8Array.of(0, 1, 2, 255),
      'releases/2026-01-02-first/data/not-named.pdf': 'kept at home',
    })
    const { output } = await build()
    expect(paths().filter((path) => path.endsWith('.pdf'))).toEqual(['releases/first/data/report.pdf'])
    expect(output('releases/first/fr/index.html')).toContain('href="../data/report.pdf"')
    write('releases/2026-01-02-first/index.md', release('First'))
    write('releases/2026-01-02-first/index.fr.md', release('Premier'))
    await build()
    expect(paths().filter((path) => path.endsWith('.pdf'))).toEqual([])
  })

  test('a link that leads out of the press room is not followed', async () => {
    const secret = join(temporaryFolder(), 'secret.pdf')
    writeFileSync(secret, 'secret')
    symlinkSync(secret, join(root, 'releases/report.pdf'))
    write(first, release('First', 'attachments: { src: report.pdf, title: Report }\n'))
    expect((await build()).report.diagnostics).toMatchObject([{ code: 'missing-media' }])
  })
})

describe('the files of one release', () => {
  const first = 'releases/2026-01-02-first'

  test('have one original among them', async () => {
    const root = pressRoom({ [`${first}.en.md`]: release('First'), [`${first}.fr.md`]: release('Premier') })
    const { report } = await buildHere(root, { formats: ['text'] })
    expect(report.failed).toEqual([`${first}.en.md`, `${first}.fr.md`])
    expect(report.diagnostics.map(({ code, hint }) => [code, hint])).toEqual(
      Array.from({ length: 2 }, () => [
        'duplicate-slug',
        'take the language out of the name of the one that the others are translations of',
      ]),
    )
  })

  test('stand in the folder of the original', async () => {
    const root = pressRoom({
      [`${first}.md`]: release('First', 'slug: one\n'),
      [`${first}.fr.md`]: release('Premier', 'slug: second\n'),
      [`${first}.es.md`]: release('Primero', 'slug: one\n'),
      [second]: release('Second'),
    })
    const { report } = await buildHere(root, { formats: ['text'] })
    expect(report.diagnostics.map(({ file, message }) => [file, message])).toEqual([
      [`${first}.fr.md`, 'Slug of a translation'],
    ])
    expect(report.written).toEqual(['one', 'one/es', 'second'].map((folder) => `releases/${folder}/release.txt`).sort())
  })
})
