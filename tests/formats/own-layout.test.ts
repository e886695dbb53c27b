import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildHere, pressRoom, temporaryFolder } from '../support/press-room.ts'

const release =
  '---\nheadline: Acme opens a plant in Turku\ndate: 2026-01-01\n---\nIt opens on Monday, with forty people and two machines, in the old harbour.\n'
const kitHead = readFileSync(join(import.meta.dirname, '../../templates/email/partials/head.hbs'), 'utf8')
const files = { 'releases/2026-01-01-x.md': release }

test('an email layout of the press room’s own is held to the rules of mail', async () => {
  const own =
    '<mj-section><mj-column><mj-text><h1>{{{headline}}}</h1><img src="https://example.org/x.png"></mj-text></mj-column></mj-section>\n'
  const { report } = await buildHere(pressRoom({ ...files, 'templates/email/partials/headline.hbs': own }), {
    formats: ['email'],
  })
  expect(report.failed).toEqual([])
  const found = report.diagnostics.map(({ code, severity, message }) => `${code} ${severity} ${message}`)
  expect(found).toContainEqual(expect.stringMatching(/^email-rule warning .*\(image-alt\)$/))
  expect(found).toContainEqual(expect.stringMatching(/^email-rule warning .*\(image-width\)$/))
})

test('the kit’s own layout is held to them by the tests, not at each build', async () => {
  const { report } = await buildHere(pressRoom(files), { formats: ['email'] })
  expect(report.diagnostics).toEqual([])
})

test('a body without MJML in it is a fault of the layout, not of the kit', async () => {
  const { report } = await buildHere(pressRoom({ ...files, 'templates/email/release.mjml.hbs': '<p>{{title}}</p>' }), {
    formats: ['email'],
  })
  expect(report.diagnostics.map(({ code, file }) => `${code} ${file}`)).toEqual([
    'invalid-layout templates/email/release.mjml.hbs',
  ])
})

test('a preview of the press room’s own leaves the class of the body to what all of the mail stands in', async () => {
  const head = kitHead.replace('<mj-title>', '<mj-preview>Acme: {{subject}}</mj-preview><mj-title>')
  const { output } = await buildHere(pressRoom({ ...files, 'templates/email/partials/head.hbs': head }), {
    formats: ['email'],
  })
  const mail = output('releases/x/email.html')
  expect(mail).toContain('Acme: Acme opens a plant in Turku')
  expect(mail.match(/<div[^>]* class="sheet"[^>]*>|<div class="sheet"[^>]*>/g)).toEqual([
    expect.stringContaining('role="article"'),
  ])
})

test('a fault in one part of it is told at that part, not at the kit’s layout around it', async () => {
  const { report } = await buildHere(pressRoom({ ...files, 'templates/email/partials/masthead.hbs': '<p>Acme</p>' }), {
    formats: ['email'],
  })
  expect([...new Set(report.diagnostics.map(({ code, file }) => `${code} ${file}`))]).toEqual([
    'invalid-layout templates/email/partials/masthead.hbs',
  ])
})

test('an email near the limit of Gmail is warned of, and one over it is told how to be cut', async () => {
  const long = (words: number): string =>
    `---\nheadline: Long\ndate: 2026-01-01\n---\n${'Water finds its way to the sea, and we follow it there.\n\n'.repeat(words)}`
  const { report } = await buildHere(
    pressRoom({ 'releases/2026-01-01-a.md': long(560), 'releases/2026-01-01-b.md': long(900) }),
    { formats: ['email'] },
  )
  expect(
    report.diagnostics.map(
      ({ code, severity, file, position, message }) =>
        `${file}:${position?.start.line}:${position?.start.column} ${severity} ${code} ${message.replace(/\d{5,6} bytes/, 'N bytes')}`,
    ),
  ).toEqual([
    'releases/2026-01-01-a.md:2:11 warning long-email Long email, N bytes; Gmail cuts it off at 102400',
    'releases/2026-01-01-b.md:2:11 warning long-email Too long email, N bytes, maximum 102400',
  ])
})

test('an email of a thousand words with a table is at most 45 KB', async () => {
  const paragraph = `${'The institute has measured the temperature of the water every day since 1961. '.repeat(6).trim()}\n\n`
  const table = `| Place | 2025 | 2026 |\n|---|--:|--:|\n${'| Harbour | 5.1 | 7.4 |\n'.repeat(10)}`
  const { output } = await buildHere(
    pressRoom({
      'releases/2026-01-01-x.md': `---\nheadline: Water\ndate: 2026-01-01\n---\n${paragraph.repeat(13)}${table}`,
    }),
    { formats: ['email', 'text'] },
  )
  expect(output('releases/x/release.txt').split(/\s+/).length).toBeGreaterThan(1000)
  expect(Buffer.byteLength(output('releases/x/email.html'))).toBeLessThan(45_000)
})

test('a font of the brand loads nothing; a font that a head of the press room’s own names is loaded from there', async () => {
  const brand = 'organization: { name: Acme }\nbrand: { fonts: { text: Roboto, headings: Open Sans } }\n'
  const fonts = async (own: Readonly<Record<string, string>>): Promise<readonly string[]> => {
    const { output } = await buildHere(pressRoom({ ...files, 'press.yaml': brand, ...own }), { formats: ['email'] })
    return output('releases/x/email.html').match(/https:[^"')]*/g) ?? []
  }
  expect(await fonts({})).toEqual([])
  const head = kitHead.replace(
    '<mj-title>',
    '<mj-font name="Roboto" href="https://fonts.example.org/r.css" /><mj-title>',
  )
  expect(new Set(await fonts({ 'templates/email/partials/head.hbs': head }))).toEqual(
    new Set(['https://fonts.example.org/r.css']),
  )
})

test('a carousel and a folded menu are the same bytes each time', async () => {
  const menu =
    '<mj-navbar hamburger="hamburger"><mj-navbar-link href="https://example.org/">Home</mj-navbar-link></mj-navbar>'
  const image = '<mj-carousel-image src="https://example.org/a.png" alt="A plant" />'
  const root = pressRoom({
    ...files,
    'templates/email/partials/footer.hbs': `<mj-section><mj-column>${menu}${menu}<mj-carousel>${image}${image}</mj-carousel></mj-column></mj-section>\n`,
  })
  const mails: string[] = []
  for (const slow of ['', 'a[href] { color: #000000 }'])
    for (const _ of [1, 2]) {
      if (slow !== '') writeFileSync(join(root, 'templates/email/inline.css.hbs'), slow)
      rmSync(join(root, '.pressmark'), { recursive: true, force: true })
      const { output } = await buildHere(root, { formats: ['email'] })
      mails.push(output('releases/x/email.html'))
    }
  expect(mails[1]).toBe(mails[0])
  expect(mails[3]).toBe(mails[2])
  for (const mail of mails) {
    const ids = [...mail.matchAll(/ id="(n\d+|mj-carousel-n\d+-radio-\d+)"/g)].map(([, id = '']) => id)
    expect(ids).toEqual([...new Set(ids)])
    expect(ids).toHaveLength(4)
  }
})

const later = release.replace('date: 2026-01-01', 'date: 2026-12-01\nembargo: 2026-12-01 09:00 Europe/Helsinki')
const quiet = {
  html: 'templates/html/partials/release-line.hbs',
  email: 'templates/email/partials/release-line.hbs',
  text: 'templates/text/partials/release-line.hbs',
}

test.each(Object.entries(quiet))(
  'an embargo or a draft that a layout says nothing of is not handed out: %s',
  async (format, partial) => {
    const room = pressRoom({
      'releases/2026-12-01-x.md': later,
      'releases/2026-01-02-y.md': release.replace('---\n', '---\ndraft: true\n'),
      'releases/2026-01-03-z.md': release,
      [partial]: format === 'email' ? '<mj-section></mj-section>\n' : '\n',
    })
    const out = temporaryFolder()
    const { report } = await buildHere(room, { formats: [format as 'html'], drafts: true, out })
    expect(report.diagnostics.map(({ code, severity, file, message }) => [code, severity, file, message])).toEqual(
      expect.arrayContaining([
        ['missing-notice', 'error', partial, 'Nothing says that releases/2026-12-01-x.md is under embargo'],
        ['missing-notice', 'error', partial, 'Nothing says that releases/2026-01-02-y.md is a draft'],
      ]),
    )
    expect(report.diagnostics.filter(({ code }) => code === 'missing-notice')).toHaveLength(2)
    expect(['releases/z', 'embargoed', 'drafts'].map((folder) => existsSync(join(out, folder)))).toEqual([
      true,
      false,
      false,
    ])
  },
)

test('a layout that says it only of such releases is sound', async () => {
  const { report } = await buildHere(
    pressRoom({
      'releases/2026-12-01-x.md': later,
      'templates/text/release.hbs': '{{#unless (is status "public")}}\n{{releaseLine}}\n{{/unless}}\n{{{title}}}\n',
    }),
    { formats: ['text'] },
  )
  expect(report.diagnostics.filter(({ code }) => code === 'missing-notice')).toEqual([])
})
