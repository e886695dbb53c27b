import { cpSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { lintEmail } from '../src/check/email/index.ts'
import { lintMessage } from '../src/check/message/index.ts'
import { buildHere, noon, temporaryFolder } from './support/press-room.ts'

const root = join(import.meta.dirname, '..')
const trilingual = join(root, 'examples/trilingual')
const goldens = join(import.meta.dirname, 'goldens')
const atlas = Date.parse('2030-01-15T08:00:00Z')

describe.each([
  ['the seed', root],
  ['minimal', join(root, 'examples/minimal')],
  ['trilingual', trilingual],
] as const)('%s', (name, room) => {
  test('builds without an error', async () => {
    const { report } = await buildHere(room, { drafts: true })
    expect(report.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(report.failed).toEqual([])
  })

  test('gives the outputs that were looked at', async () => {
    const { report, output } = await buildHere(room, { formats: ['html', 'email', 'text'] })
    for (const path of report.written.filter((one) => /\.(?:html|txt)$/.test(one)))
      await expect(output(path)).toMatchFileSnapshot(join(goldens, name.replace(' ', '-'), path))
  })

  test('sends emails in which the lint finds nothing', async () => {
    const { report, output } = await buildHere(room, { formats: ['email'] })
    const found = report.written
      .filter((path) => path.endsWith('email.html'))
      .flatMap((path) => lintEmail(path, Buffer.from(output(path))))
    expect(
      found
        .filter(({ severity }) => severity !== 'info')
        .map(({ file, code, message }) => `${file} ${code} ${message}`),
    ).toEqual([])
  })
})

test.each(['minimal', 'trilingual'])('%s builds without a warning: it is there to be copied', async (name) => {
  const { report } = await buildHere(join(root, 'examples', name), { drafts: true })
  expect(report.diagnostics.map(({ file, message }) => `${file} ${message}`)).toEqual([])
})

test('the messages of the example hold the rules of mail', async () => {
  const { report, output } = await buildHere(trilingual, { formats: ['eml'] })
  const found = report.written.flatMap((path) =>
    path.endsWith('.eml') ? lintMessage(path, Buffer.from(output(path))) : [],
  )
  expect(
    found.filter(({ severity }) => severity === 'error').map(({ file, code, message }) => `${file} ${code} ${message}`),
  ).toEqual([])
})

test('what is not public is kept apart, and moves when its moment comes', async () => {
  const room = join(temporaryFolder(), 'room')
  cpSync(trilingual, room, { recursive: true, filter: (path) => !/\/(?:dist|\.pressmark)$/.test(path) })
  const out = join(room, 'dist')
  const at = (path: string): boolean => existsSync(join(out, path))
  await buildHere(room, { out, now: noon })
  expect([at('embargoed/atlas-of-heat/index.html'), at('embargoed/atlas-of-heat/ar/index.html')]).toEqual([true, true])
  expect([at('releases/atlas-of-heat'), at('drafts'), at('releases/annual-figures')]).toEqual([false, false, false])
  await buildHere(room, { out, now: noon, drafts: true })
  expect([at('drafts/annual-figures/index.html'), at('releases/annual-figures')]).toEqual([true, false])
  await buildHere(room, { out, now: atlas - 1 })
  expect([at('embargoed/atlas-of-heat/index.html'), at('releases/atlas-of-heat'), at('drafts')]).toEqual([
    true,
    false,
    false,
  ])
  const { output } = await buildHere(room, { out, now: atlas })
  expect([at('embargoed'), at('releases/atlas-of-heat/fr/release.txt')]).toEqual([false, true])
  expect(output('releases/atlas-of-heat/release.txt')).toContain('FOR IMMEDIATE RELEASE')
})

test('an embargo is given in a second zone with its own date, in the language of the release', async () => {
  const { output } = await buildHere(trilingual, { formats: ['text'] })
  expect(output('embargoed/atlas-of-heat/release.txt')).toContain(
    'EMBARGOED UNTIL January 15, 2030, 9:00 a.m. (Tunis time, UTC+1) / January 15, 2030, 3:00 a.m. (U.S. Eastern Time, UTC−5)',
  )
  expect(output('embargoed/atlas-of-heat/fr/release.txt')).toContain(
    'SOUS EMBARGO JUSQU’AU 15 janvier 2030 à 9 h 00 (heure de Tunis, UTC+1) / 15 janvier 2030 à 3 h 00 (heure de New York, UTC−5)',
  )
})

test('translations lead to each other, and right to left where the language is', async () => {
  const { output } = await buildHere(trilingual, { formats: ['html'] })
  const english = output('releases/seagrass-returns/index.html')
  expect(english).toContain('<a href="fr/index.html" lang="fr" hreflang="fr">Français</a>')
  expect(english).toContain(
    '<link rel="alternate" hreflang="ar" href="https://press.example.org/releases/seagrass-returns/ar/">',
  )
  const pages = { en: '', fr: 'fr/', ar: 'ar/' }
  for (const release of ['releases/seagrass-returns', 'releases/marseille-desk', 'embargoed/atlas-of-heat'])
    for (const [language, folder] of Object.entries(pages)) {
      const html = output(`${release}/${folder}index.html`)
      const others = [...html.matchAll(/<a href="[^"]+" lang="(\w+)" hreflang=/g)].map(([, other]) => other)
      expect([release, language, others.sort()]).toEqual([
        release,
        language,
        Object.keys(pages)
          .filter((other) => other !== language)
          .sort(),
      ])
    }
  const arabic = output('releases/seagrass-returns/ar/index.html')
  expect(arabic).toContain('<html lang="ar" dir="rtl">')
  expect(arabic).toContain('<img src="../meadow.png"')
})

test('a withdrawn release keeps its address and loses its text', async () => {
  const all = await buildHere(trilingual)
  const text = all.output('releases/turtle-count/release.txt')
  expect(text).toContain(
    'This release was withdrawn on June 5, 2026. It is no longer to be used. Two beaches were counted twice.',
  )
  for (const path of ['release.txt', 'index.html', 'email.html', 'release.eml'])
    expect(all.output(`releases/turtle-count/${path}`)).not.toContain('stays in its file')
})

test('a translation says everything that the original says', async () => {
  const { output } = await buildHere(trilingual, { formats: ['html'] })
  const outline = (path: string): string[] =>
    [...output(path).matchAll(/<(h1|h2|table|figure|blockquote|img|li|tr|cite)\b/g)].map(([, name = '']) => name)
  for (const release of ['releases/seagrass-returns', 'releases/marseille-desk', 'embargoed/atlas-of-heat'])
    for (const language of ['fr', 'ar'])
      expect(outline(`${release}/${language}/index.html`), `${release} ${language}`).toEqual(
        outline(`${release}/index.html`),
      )
})

test('people and figures are those of the day', async () => {
  const { output } = await buildHere(trilingual, { formats: ['text'] })
  expect(output('releases/seagrass-returns/release.txt')).toContain('+216 70 555 015')
  expect(output('releases/marseille-desk/release.txt')).toContain('+33 4 65 71 10 16')
  expect(output('releases/marseille-desk/fr/release.txt')).toContain('Ses cinquante-deux stations')
  expect(output('releases/seagrass-returns/ar/release.txt')).toContain('تغطي اليوم 214 هكتارًا')
  expect(output('embargoed/atlas-of-heat/fr/release.txt')).toContain('31 millions de mesures')
})
