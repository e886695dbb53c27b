import fc from 'fast-check'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Builder } from '../../src/build/builder.ts'
import type { BuildReport } from '../../src/build/report.ts'
import { filesBelow } from '../support/command.ts'
import { noon, pressRoom, temporaryFolder } from '../support/press-room.ts'

const day = 86_400_000
const contacts = (...names: string[]): string =>
  names.map((name, i) => `person-${i}: { name: ${name}, location: Turku, email: person${i}@example.org }\n`).join('')
const release = (headline: string, { front = '', body = 'Acme opened a plant.' } = {}): string =>
  `---\nheadline: ${headline}\ndate: ${front.includes('embargo') ? '2026-11-25' : '2026-01-02'}\n${front}---\n\n${body}\n`
const about = '---\ntitle: About Acme\n---\n\nAcme runs {{fact "acme.plants"}} plants.\n'
const facts = (count: string): string =>
  `acme.plants:\n  - { from: 2000-01-01, value: "${count}", source: Annual report }\n`

const room = {
  'press.yaml': 'organization: { name: Acme }\ntime-zone: UTC\n',
  'templates/contacts.yaml': contacts('Ana Virta', 'Elias Salo'),
  'templates/facts.yaml': facts('two'),
  'templates/boilerplate/about-acme.md': about,
  'releases/2026-01-02-first.md': release('First', { front: 'contacts: [person-0]\n' }),
  'releases/2026-01-02-second.md': release('Second', { front: 'contacts: [person-1]\nboilerplate: [about-acme]\n' }),
  'releases/2026-01-02-third.md': release('Third'),
}

let tick = 0

/** Writes files, each with a time of its own that is long past, as files have that nobody is at work on. */
function write(root: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
    const then = new Date(Date.parse('2020-01-01') + 1000 * tick++)
    utimesSync(join(root, path), then, then)
  }
}

function settledRoom(files: Readonly<Record<string, string>> = room): string {
  const root = pressRoom({})
  write(root, files)
  return root
}

async function buildOnce(
  root: string,
  options: { out?: string; now?: number; files?: string[]; formats?: string[] } = {},
) {
  const { out = 'dist', formats = ['html', 'text'], now = noon, files } = options
  const { value } = await new Builder(root, { out, formats }).build({ now, ...(files && { files }) })
  if (!value) throw new Error('no press room')
  return value
}

/** The manifests that builds left. */
const manifests = (root: string): string[] =>
  readdirSync(join(root, '.pressmark/manifests')).map((name) => join(root, '.pressmark/manifests', name))

/** A press room whose manifest says that everything is up to date, with nobody's hand on any file. */
async function builtRoom(files?: Readonly<Record<string, string>>): Promise<string> {
  const root = settledRoom(files)
  await buildOnce(root)
  return root
}

describe('a build after a build', () => {
  test('reads no file of the press room where nothing has changed', async () => {
    const root = await builtRoom()
    for (const path of Object.keys(room)) {
      const { atime, mtime, size } = statSync(join(root, path))
      writeFileSync(join(root, path), '#'.repeat(size))
      utimesSync(join(root, path), atime, mtime)
    }
    const report = await buildOnce(root)
    expect(report).toMatchObject({ written: [], unchanged: 6, diagnostics: [], failed: [] })
    expect(report.releases.map(({ file }) => file)).toEqual(
      Object.keys(room).filter((path) => path.startsWith('releases')),
    )
  })

  test.each([
    ['a contact', { 'templates/contacts.yaml': contacts('Ana Virta', 'Elias Salo-Berg') }, ['second']],
    ['a figure', { 'templates/facts.yaml': facts('three') }, ['second']],
    ['a boilerplate', { 'templates/boilerplate/about-acme.md': about.replace('runs', 'has') }, ['second']],
    ['a release', { 'releases/2026-01-02-third.md': release('Third, corrected') }, ['third']],
    ['settings', { 'press.yaml': 'organization: { name: Acme Oy }\ntime-zone: UTC\n' }, ['first', 'second', 'third']],
    [
      'the words of a language',
      { 'templates/locales/en.yaml': 'words: { contacts: People to ask }\n' },
      ['first', 'second'],
    ],
    ['the words of another language', { 'templates/locales/fi.yaml': 'words: {}\n' }, []],
    [
      'a contact that nobody names',
      { 'templates/contacts.yaml': contacts('Ana Virta', 'Elias Salo', 'Noor Haddad') },
      [],
    ],
  ])('makes only what %s went into', async (_, change: Record<string, string>, slugs) => {
    const root = await builtRoom()
    write(root, change)
    const { written } = await buildOnce(root)
    expect(written).toEqual(slugs.flatMap((slug) => [`releases/${slug}/index.html`, `releases/${slug}/release.txt`]))
  })

  test('takes files that were only touched for what they are', async () => {
    const root = await builtRoom()
    write(root, room)
    const { written, unchanged } = await buildOnce(root)
    expect([written, unchanged]).toEqual([[], 6])
  })

  test('puts back what somebody changed or took away in the output folder', async () => {
    const root = await builtRoom()
    const page = join(root, 'dist/releases/first/index.html')
    const before = readFileSync(page, 'utf8')
    writeFileSync(page, 'changed')
    rmSync(join(root, 'dist/releases/second'), { recursive: true })
    const { written } = await buildOnce(root)
    expect(written).toEqual(['releases/first/index.html', 'releases/second/index.html', 'releases/second/release.txt'])
    expect(readFileSync(page, 'utf8')).toBe(before)
  })

  test('moves a release when its moment comes, and back when the clock is set back', async () => {
    const embargoed = release('Third', { front: 'embargo: 2026-11-25 09:00 UTC\n' })
    const root = await builtRoom({ ...room, 'releases/2026-01-02-third.md': embargoed })
    const places = (report: BuildReport): string[] => [...report.written, ...report.removed.map((path) => `-${path}`)]
    expect(places(await buildOnce(root))).toEqual([])
    const moved = ['releases/third/index.html', 'releases/third/release.txt']
    const kept = moved.map((path) => path.replace('releases', 'embargoed'))
    expect(places(await buildOnce(root, { now: noon + day }))).toEqual([...moved, ...kept.map((path) => `-${path}`)])
    expect(places(await buildOnce(root))).toEqual([...kept, ...moved.map((path) => `-${path}`)])
  })

  test('says again what is to be said of releases that it did not read', async () => {
    const root = await builtRoom({
      ...room,
      'templates/facts.yaml': facts('two').replace('}', ', review: 2026-02-01 }'),
    })
    const first = await buildOnce(root, { out: 'other' })
    expect((await buildOnce(root)).diagnostics).toEqual(first.diagnostics)
  })

  test('is not taken in by a compiled layout that somebody has changed', async () => {
    const root = settledRoom()
    const made = async (out: string): Promise<string> => {
      await buildOnce(root, { out, formats: ['email'] })
      return readFileSync(join(root, out, 'releases/first/email.html'), 'utf8')
    }
    const before = await made('one')
    const layouts = join(root, '.pressmark/layouts')
    for (const name of readdirSync(layouts)) {
      const kept = readFileSync(join(layouts, name), 'utf8')
      writeFileSync(join(layouts, name), kept.replaceAll('font-weight', 'font-wxight'))
    }
    expect(await made('two')).toBe(before)
  })

  test('holds a layout of its own to the rules of mail as the first one did', async () => {
    const layout = readFileSync(new URL('../../templates/email/release.mjml.hbs', import.meta.url), 'utf8')
    const own = layout.replace('</mj-body>', '<mj-raw><p style="position:fixed">Fixed</p></mj-raw></mj-body>')
    const root = settledRoom({ ...room, 'templates/email/release.mjml.hbs': own })
    const first = await buildOnce(root, { formats: ['email'] })
    expect(first.diagnostics.map(({ code }) => code)).toContain('email-rule')
    const again = await buildOnce(root, { formats: ['email'] })
    expect(again).toMatchObject({ written: [], diagnostics: first.diagnostics })
  })
})

test('a builder that is kept notices that its output folder was emptied', async () => {
  const root = settledRoom()
  const builder = new Builder(root, { out: 'dist', formats: ['text'] })
  await builder.build({ now: noon })
  const path = 'releases/2026-01-02-first.md'
  rmSync(join(root, 'dist'), { recursive: true })
  write(root, { [path]: release('First again') })
  const { value } = await builder.build({ now: noon, saved: [path] })
  expect(value?.written).toHaveLength(3)
  expect(readdirSync(join(root, 'dist/releases')).sort()).toEqual(['first', 'second', 'third'])
})

describe('a manifest', () => {
  const damages: [string, (text: string) => string][] = [
    ['is cut off', (text) => text.slice(0, text.length / 2)],
    ['lacks its last line', (text) => text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1)],
    ['has one letter changed', (text) => text.replace('"releases/first/', '"releases/worst/')],
    ['is empty', () => ''],
    ['is no text', () => '\0\0\0'],
    ['is of another version', (text) => text.replace(/^\["pressmark",\d+/, '["pressmark",0')],
  ]
  test.each(damages)('that %s is not trusted', async (_, damage) => {
    const root = await builtRoom()
    const third = join(root, 'releases/2026-01-02-third.md')
    const { atime, mtime } = statSync(third)
    // Looks as it did from outside, so that whoever trusts the manifest leaves it alone.
    writeFileSync(third, readFileSync(third, 'utf8').replace('Third', 'Other'))
    utimesSync(third, atime, mtime)
    expect((await buildOnce(root)).written).toEqual([])
    for (const file of manifests(root)) {
      const text = readFileSync(file, 'utf8')
      expect(damage(text)).not.toBe(text)
      writeFileSync(file, damage(text))
    }
    const { written, unchanged } = await buildOnce(root)
    expect(written).toEqual(['releases/third/index.html', 'releases/third/release.txt'])
    expect(unchanged).toBe(4)
  })

  test('is not needed', async () => {
    const root = await builtRoom()
    rmSync(join(root, '.pressmark'), { recursive: true })
    expect(await buildOnce(root)).toMatchObject({ written: [], unchanged: 6 })
  })

  test('of other formats or another folder is another one', async () => {
    const root = await builtRoom()
    await buildOnce(root, { formats: ['text'] })
    await buildOnce(root, { out: 'elsewhere' })
    expect(manifests(root)).toHaveLength(3)
  })
})

describe('a build that is told what was saved', () => {
  const first = 'releases/2026-01-02-first.md'
  const second = 'releases/2026-01-02-second.md'
  const save = (root: string, path: string, title: string, front = ''): void =>
    write(root, { [path]: release(title, { front }) })
  const keptRoom = async () => {
    const root = settledRoom({ ...room, [first]: release('First'), [second]: release('Second') })
    const builder = new Builder(root, { out: 'dist', formats: ['html', 'text'] })
    const built = async (saved?: readonly string[], now = noon) => {
      const { value } = await builder.build({ now, saved })
      return { written: value?.written, codes: value?.diagnostics.map(({ code }) => code) }
    }
    await built()
    return { root, built }
  }
  const outputsOf = (slug: string) => [`releases/${slug}/index.html`, `releases/${slug}/release.txt`]

  test('looks at no other release', async () => {
    const { root, built } = await keptRoom()
    save(root, first, 'First again')
    save(root, second, 'Second again')
    expect((await built([first, 'releases/4913', `${first}~`])).written).toEqual(outputsOf('first'))
    expect((await built()).written).toEqual(outputsOf('second'))
    expect((await built()).written).toEqual([])
  })

  test.each([
    ['a file of the press room was', ['templates/facts.yaml']],
    ['a file is new', ['releases/2026-01-02-new.md']],
    ['a folder was', ['releases/2026-01-02-first']],
    ['a picture was', ['releases/chart.png']],
  ])('looks at all of them where %s', async (_, paths) => {
    const { root, built } = await keptRoom()
    save(root, second, 'Second again')
    expect((await built([first, ...paths])).written).toEqual(outputsOf('second'))
  })

  test('looks at all of them where an address or a status is another one, and where there is a fault', async () => {
    for (const front of ['slug: other\n', 'aliases: [older]\n', 'draft: true\n', 'contacts: [nobody]\n']) {
      const { root, built } = await keptRoom()
      save(root, first, 'First', front)
      save(root, second, 'Second again')
      expect((await built([first])).written, front).toEqual(expect.arrayContaining(outputsOf('second')))
    }
  })

  test('looks at all of them where a release has turned public, or clocks were set back', async () => {
    const { root, built } = await keptRoom()
    const hour = 3_600_000
    const until = (time: string): string => `embargo: 2026-11-24 ${time} UTC\n`
    save(root, first, 'First', until('14:00'))
    await built()
    save(root, second, 'Second again')
    expect((await built([first], noon + hour)).written).toEqual([])
    save(root, first, 'First', until('15:00'))
    await built([first], noon + hour)
    expect((await built([], noon + 3 * hour - 1)).written).toEqual(outputsOf('second'))
    save(root, second, 'Second once more')
    expect((await built([], noon + 3 * hour)).written).toEqual([...outputsOf('first'), ...outputsOf('second')])
    save(root, second, 'Second, the last')
    expect((await built([first], noon + 3 * hour + 1)).written).toEqual([])
    expect((await built([first], noon)).written).toEqual(expect.arrayContaining(outputsOf('second')))
  })

  test('says of a fault what a whole one says, and that it is mended', async () => {
    const { root, built } = await keptRoom()
    save(root, first, 'First', 'contacts: [nobody]\n')
    expect((await built([first])).codes).toEqual(['unknown-contact'])
    save(root, first, 'First, mended')
    expect(await built([first])).toEqual({ written: outputsOf('first'), codes: [] })
    save(root, first, 'First, twice')
    expect(await built([first])).toEqual({ written: outputsOf('first'), codes: [] })
  })

  test('leaves a manifest that the next process takes for true', async () => {
    const { root, built } = await keptRoom()
    save(root, first, 'First again', 'contacts: [person-0]\n')
    await built([first])
    expect(manifests(root)).toHaveLength(1)
    expect((await buildOnce(root)).written).toEqual([])
    write(root, { 'templates/contacts.yaml': contacts('Ada', 'Elias') })
    expect((await buildOnce(root)).written).toEqual(outputsOf('first'))
  })
})

/** What a build is made from, by path. */
const sourcesIn = (root: string): ReadonlyMap<string, string> =>
  new Map([...filesBelow(root)].filter(([path]) => /^(?:press\.yaml$|releases\/|templates\/)/.test(path)))

const changedPaths = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter((path) => before.get(path) !== after.get(path))

describe('after any edits', () => {
  const slug = fc.constantFrom('first', 'second', 'third', 'fourth')
  const file = (name: string, language = ''): string => `releases/2026-01-02-${name}${language}.md`
  const fronts = fc.constantFrom(
    '',
    'contacts: [person-0]\n',
    'contacts: [person-1, person-0]\nboilerplate: [about-acme]\n',
    'embargo: 2026-11-25 09:00 UTC\n',
    'draft: true\n',
    'aliases: [older]\n',
    'slug: first\n',
    'contacts: [nobody]\n',
    'media: [{ src: chart.csv, alt: A chart }]\n',
  )
  type Step = (root: string, clock: { now: number }) => void
  const remove = (root: string, path: string): void => rmSync(join(root, path), { force: true })
  const steps: fc.Arbitrary<Step> = fc.oneof(
    fc.tuple(slug, fronts, fc.integer({ min: 0, max: 3 })).map(
      ([name, front, n]): Step =>
        (root) =>
          write(root, {
            [file(name)]: release(`Title ${n}`, { front, body: n === 3 ? '{{fact "acme.plants"}}' : 'Text.' }),
          }),
    ),
    fc
      .tuple(
        slug,
        fc.constantFrom('.fr', '.ar'),
        fc.constantFrom('', 'draft: false\n', 'embargo: 2026-11-24 09:00 UTC\n'),
      )
      .map(
        ([name, language, front]): Step =>
          (root) =>
            write(root, { [file(name, language)]: release('Une autre', { front, body: `En *${name}*.` }) }),
      ),
    fc.tuple(slug, fc.constantFrom('', '.fr', '.ar')).map(
      ([name, language]): Step =>
        (root) =>
          remove(root, file(name, language)),
    ),
    fc.tuple(slug, slug).map(([from, to]): Step => (root) => {
      if (from !== to && filesBelow(root).has(file(from))) renameSync(join(root, file(from)), join(root, file(to)))
    }),
    fc.constantFrom('Ana', 'Ada').map(
      (name): Step =>
        (root) =>
          write(root, { 'templates/contacts.yaml': contacts(name, 'Elias') }),
    ),
    fc.constantFrom('two', 'three').map(
      (count): Step =>
        (root) =>
          write(root, { 'templates/facts.yaml': facts(count) }),
    ),
    fc.constantFrom('runs', 'has').map(
      (verb): Step =>
        (root) =>
          write(root, { 'templates/boilerplate/about-acme.md': about.replace('runs', verb) }),
    ),
    fc.constant<Step>((root) => write(root, { 'templates/boilerplate/about-acme/2025-01-01.md': about })),
    fc.constantFrom('Acme', 'Acme Oy').map(
      (name): Step =>
        (root) =>
          write(root, { 'press.yaml': `organization: { name: ${name} }\ntime-zone: UTC\n` }),
    ),
    fc.constantFrom('Contacts', 'People').map(
      (word): Step =>
        (root) =>
          write(root, { 'templates/locales/en.yaml': `words: { contacts: ${word} }\n` }),
    ),
    fc.constantFrom('', '{{headline}} again\n').map(
      (more): Step =>
        (root) =>
          write(root, { 'templates/text/own.hbs': `${more}` }),
    ),
    fc.constantFrom('a,b\n1,2\n', 'a,b\n3,4\n').map(
      (text): Step =>
        (root) =>
          write(root, { 'releases/chart.csv': text }),
    ),
    fc.constant<Step>((root) => remove(root, 'releases/chart.csv')),
    fc.constantFrom(-day, day, 0).map(
      (by): Step =>
        (_, clock) =>
          void (clock.now += by),
    ),
    fc.constant<Step>((root) => {
      for (const path of filesBelow(join(root, 'dist')).keys())
        if (path.endsWith('.html')) writeFileSync(join(root, 'dist', path), 'spoiled')
    }),
    fc.constant<Step>((root) => {
      for (const manifest of manifests(root)) writeFileSync(manifest, readFileSync(manifest, 'utf8').slice(0, -40))
    }),
  )

  test('a build leaves the bytes and says the words of a clean one', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(steps, { minLength: 1, maxLength: 3 }), { maxLength: 6 }), async (turns) => {
        const root = await builtRoom()
        const kept = new Builder(root, { out: 'kept', formats: ['html', 'text'] })
        const told = new Builder(root, { out: 'told', formats: ['html', 'text'] })
        const clock = { now: noon }
        for (const turn of turns) {
          const before = sourcesIn(root)
          for (const step of turn) step(root, clock)
          const saved = changedPaths(before, sourcesIn(root))
          const clean = join(temporaryFolder(), 'clean')
          const whole = await buildOnce(root, { out: clean, now: clock.now })
          const wanted = filesBelow(clean)
          for (const [report, out] of [
            [await buildOnce(root, { now: clock.now }), 'dist'],
            [(await kept.build({ now: clock.now })).value, 'kept'],
            [(await told.build({ now: clock.now, saved })).value, 'told'],
          ] as const) {
            const { diagnostics, releases, failed, drafts } = whole
            expect(report).toMatchObject({ diagnostics, releases, failed, drafts })
            expect(report?.counts).toEqual({
              releases: releases.length,
              apart: releases.filter(({ status }) => status === 'embargoed' || status === 'scheduled').length,
              written: report?.written.length,
            })
            const found = filesBelow(join(root, out))
            // Of releases that failed, the earlier outputs stay.
            if (failed.length === 0) expect([...found.keys()]).toEqual([...wanted.keys()])
            for (const [path, bytes] of wanted) expect([path, found.get(path)]).toEqual([path, bytes])
          }
        }
      }),
      { numRuns: 25 },
    )
  })
})
