import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkPressRoom } from '../../src/build/check.ts'
import { noon, pressRoom, temporaryFolder } from '../support/press-room.ts'

const settings = 'organization: { name: Acme }\nbase-url: https://press.example.org/\n'
const contacts = 'ana: { name: Ana Virta, role: Press officer, location: Turku, email: ana@example.org }\n'
const summary = 'summary: The plant in Turku makes pumps for ferries and gives work to forty.\n'
const release = (body: string, front = summary): string =>
  `---\nheadline: Acme opens a plant\ndate: 2026-01-02\ncontacts: [ana]\n${front}---\n\n${body}\n`
const file = 'releases/2026-01-02-plant.md'
const headCss = readFileSync(join(import.meta.dirname, '../../templates/email/head.css.hbs'), 'utf8')

/** What is said of outputs: the place in the release, what, and the place in the output. */
async function saidOf(files: Readonly<Record<string, string>>, options: { now?: number } = {}): Promise<string[]> {
  const root = pressRoom({ 'press.yaml': settings, 'templates/contacts.yaml': contacts, ...files })
  const { diagnostics } = await checkPressRoom(root, { now: noon, ...options })
  return diagnostics
    .filter(({ message }) => message.startsWith('In the '))
    .map(({ file: where, position, severity, message, code, related }) => {
      const [beside] = related ?? []
      const start = position ? `:${position.start.line}:${position.start.column}` : ''
      return `${where}${start} ${severity} ${message} (${code}) ${beside?.file}:${beside?.position?.start.line}`
    })
}

describe('what is made of releases', () => {
  test('is fine where the releases are', async () => {
    expect(await saidOf({ [file]: release('It makes pumps.') })).toEqual([])
  })

  test('is told of at the place in the release from which it comes', async () => {
    const [picture, ...others] = await saidOf({
      [file]: release('Here.\n\n![The plant](https://example.org/plant.webp)'),
    })
    expect(picture).toMatch(
      /^releases\/2026-01-02-plant\.md:10:14 error In the email: Outlook shows no webp images \(image-format\) dist\/releases\/plant\/email\.html:\d+$/,
    )
    expect(others).toEqual([])
  })

  test('is told of at the headline where there is no better place', async () => {
    const [short] = await saidOf({ [file]: release('Short.', '') })
    expect(short).toMatch(/plant\.md:2:11 info In the email: Too short preheader, 6 characters, minimum 40/)
  })

  test('is looked at for drafts and under embargo too, and where it would stand', async () => {
    const picture = '![The plant](https://example.org/plant.webp)'
    const [draft] = await saidOf({ [file]: release(picture, `${summary}draft: true\n`) })
    expect(draft).toContain('dist/drafts/plant/email.html')
    const [embargoed] = await saidOf({
      [file]: release(picture, `${summary}embargo: 2027-01-01 09:00 UTC\n`).replace('2026-01-02', '2027-01-01'),
    })
    expect(embargoed).toContain('dist/embargoed/plant/email.html')
  })

  test('is held to the rules of mail where it stands in a message only, and each thing is said once', async () => {
    const only = `${settings}mail: { from: press@example.org }\nformats: [html, eml]\n`
    const found = await saidOf({
      'press.yaml': only,
      [file]: release('Here.\n\n![The plant](https://example.org/plant.webp)'),
    })
    expect(found.filter((one) => one.includes('webp'))).toEqual([
      'releases/2026-01-02-plant.md:10:14 error In the email: Outlook shows no webp images (image-format) dist/releases/plant/release.eml:undefined',
    ])
  })

  test('is held to the rules of mail only where there is mail', async () => {
    const files = { [file]: release('![The plant](https://example.org/plant.webp)') }
    expect(await saidOf({ ...files, 'press.yaml': `${settings}formats: [html, text]\n` })).toEqual([])
  })

  test('is not held to a rule that is off, and to others as severely as the press room wants', async () => {
    const files = { [file]: release('![The plant](https://example.org/plant.webp)') }
    const off = `${settings}check: { image-format: off }\n`
    expect(await saidOf({ ...files, 'press.yaml': off })).toEqual([])
    const info = `${settings}check: { image-format: info }\n`
    expect((await saidOf({ ...files, 'press.yaml': info })).join()).toContain(' info In the email')
  })

  test('can be answered by the author', async () => {
    const answer = '<!-- pressmark-ignore image-format: the desk uses other clients -->'
    const root = pressRoom({
      'press.yaml': settings,
      'templates/contacts.yaml': contacts,
      [file]: release(`Here.\n\n${answer}\n![The plant](https://example.org/plant.webp)`),
    })
    const { diagnostics } = await checkPressRoom(root, { now: noon })
    expect(diagnostics.filter(({ code }) => code === 'image-format' || code.includes('ignore'))).toEqual([])
  })

  test('is told of once, with the name of the layout, where a layout of the press room is at fault', async () => {
    const second = 'releases/2026-01-03-second.md'
    const files = {
      'templates/email/head.css.hbs': `.a.b{color:#111111}\n${headCss}`,
      [file]: release('It makes pumps.'),
      [second]: release('It makes more pumps.'),
    }
    const said = await saidOf(files)
    expect(said.map((one) => one.replace(/:\d+$/, ''))).toEqual([
      'templates/email/head.css.hbs error In the email: Chained classes, ".a.b" (chained-classes) dist/releases/plant/email.html',
    ])
  })

  test('says what a message would be refused for, and nothing of it twice', async () => {
    const eml = `${settings}mail: { from: press@example.org }\nformats: [html, email, text, eml]\n`
    expect(await saidOf({ 'press.yaml': eml, [file]: release('It makes pumps.') })).toEqual([])
    const root = pressRoom({
      'press.yaml': eml,
      'templates/contacts.yaml': contacts,
      [file]: release('It makes pumps.', `${summary}subject: ${'Acme opens a plant '.repeat(5)}\n`),
    })
    const { diagnostics } = await checkPressRoom(root, { now: noon })
    expect(diagnostics.filter(({ code }) => code === 'subject')).toEqual([])
    const long = diagnostics.filter(({ code }) => code === 'long-subject')
    expect(long.map(({ position }) => position?.start.line)).toEqual([6])
    const withOwnLayout = {
      'press.yaml': eml,
      'templates/email/partials/end-mark.hbs': '',
      [file]: release('It makes pumps.').replace(/^headline: /m, `headline: ${'Turku and '.repeat(6)}`),
    }
    expect(await saidOf(withOwnLayout)).toEqual([])
  })

  test('leads to what an author has typed, and tells an author what to write', async () => {
    const said = async (body: string, front = summary, files: Readonly<Record<string, string>> = {}) => {
      const root = pressRoom({
        'press.yaml': settings,
        'templates/contacts.yaml': contacts,
        [file]: release(body, front),
        ...files,
      })
      const { diagnostics } = await checkPressRoom(root, { now: noon })
      return diagnostics.flatMap(({ position, message, hint }) =>
        message.startsWith('In the ') ? `${position?.start.line}:${position?.start.column} ${message}, ${hint}` : [],
      )
    }
    expect(await said('It makes <b>pumps</b>.')).toEqual([
      '8:10 In the plain text: Tag in the text, "<b>", Write the character itself, or take it out',
      '8:18 In the plain text: Tag in the text, "</b>", Write the character itself, or take it out',
    ])
    expect(await said('Write `<b>` or `&amp;`.\n\n```\n<p class="x">\n  <br>\n```\n')).toEqual([])
    expect(await said('Dial +31 (0)20 555 0140.')).toEqual([
      '8:6 In the email: Phone number without a link, "+31 (0)20 555 0140", make it a link, `[+31 (0)20 555 0140](tel:+31205550140)`',
    ])
    expect(await said('Dial [+31 (0)20 555 0140](tel:+31205550140).')).toEqual([])
    expect(await said('|  |  |\n|---|---|\n| Ferries | 3 |\n')).toEqual([])
    expect(await said('- It makes pumps.', '')).toEqual([
      '2:11 In the email: Missing preheader, write a `summary`, which mail lists show after the subject',
    ])
    const [ofLayout] = await said('It makes pumps.', summary, { 'templates/email/partials/preheader.hbs': '' })
    expect(ofLayout).toContain('Missing preheader, Put the summary first, in `<div')
  })

  test('has nothing that a rule minds in the mails of the fixtures but what their words cause', async () => {
    const root = join(temporaryFolder(), 'mail')
    cpSync(join(import.meta.dirname, '../fixtures/mail'), root, { recursive: true })
    const { diagnostics } = await checkPressRoom(root, { now: noon })
    const codes = diagnostics.flatMap(({ message, code }) => (message.startsWith('In the ') ? [code] : []))
    expect([...new Set(codes)].sort()).toEqual(['preheader', 'text-leftover'])
  })
})
