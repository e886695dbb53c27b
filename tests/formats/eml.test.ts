import PostalMime from 'postal-mime'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lintMessage } from '../../src/check/message/index.ts'
import { buildHere, pressRoom, temporaryFolder } from '../support/press-room.ts'

const room = 'organization: { name: Acme, email: press@example.org }\ntime-zone: Europe/Amsterdam\n'
const contacts =
  'ana: { name: "Ana, the \\"Press\\" <x@evil.example>", email: ana@example.org }\nbo: { name: Bø, email: bo@example.org }\n'
const release = (fields: string, body = 'Text with = signs, é and 日本語.\n\n.A line with a point\n\nFrom here.\n') =>
  `---\n${fields}\ndate: 2026-01-02\n---\n${body}`

const correctedOn = (...days: readonly string[]): string =>
  `corrections: [${days.map((day) => `{ date: ${day}, text: So. }`).join(', ')}]`

async function messageOf(fields: string, body?: string, settings = room, now = '2026-11-24T12:00:00Z') {
  const out = join(temporaryFolder(), 'dist')
  const root = pressRoom({
    'press.yaml': settings,
    'templates/contacts.yaml': contacts,
    'releases/2026-01-02-x.md': release(fields, body),
  })
  const { report, output } = await buildHere(root, {
    out,
    formats: ['email', 'text', 'eml'],
    now: Date.parse(now),
  })
  const folder = report.releases[0]?.outputs[0]?.replace(/\/[^/]*$/, '') ?? 'none'
  const bytes = readFileSync(join(out, folder, 'release.eml'))
  return {
    bytes,
    raw: bytes.toString('latin1'),
    mail: await PostalMime.parse(bytes),
    html: output(`${folder}/email.html`),
    text: output(`${folder}/release.txt`),
  }
}

test('an independent parser gets both parts back byte for byte, the text first', async () => {
  const { mail, raw, html, text } = await messageOf('headline: Acme opens\ncontacts: [ana, bo]')
  expect(mail.text).toBe(text)
  expect(mail.html).toBe(html)
  expect(raw.indexOf('text/plain')).toBeLessThan(raw.indexOf('text/html'))
  expect(raw).toContain('Content-Type: multipart/alternative')
})

test('every line ends in CRLF, none is longer than 76 characters', async () => {
  const { raw } = await messageOf(`headline: ${'Acme öffnet '.repeat(20)}`, 'Wort '.repeat(4000))
  expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(76)
})

test('the fields are right: from, reply-to, subject, date, id, draft', async () => {
  const { mail, raw } = await messageOf('headline: Acme opens\ncontacts: [ana, bo]')
  expect(mail.from).toMatchObject({ name: 'Acme', address: 'press@example.org' })
  expect(mail.replyTo?.map(({ address }) => address)).toEqual(['ana@example.org', 'bo@example.org'])
  expect(mail.subject).toBe('Acme opens')
  expect(mail.date).toBe('2026-01-01T23:00:00.000Z')
  expect(mail.messageId).toMatch(/^<[0-9a-f]{24}@example\.org>$/)
  expect(raw).toContain('X-Unsent: 1\r\n')
})

test('a sender whose domain has other letters than those of ASCII has an id of ASCII', async () => {
  const { raw } = await messageOf('headline: Acme opens', undefined, `${room}mail: { from: presse@exämple.example }\n`)
  expect(/^Message-ID: (.*)$/im.exec(raw)?.[1]).toMatch(/^<[0-9a-f]{24}@xn--exmple-cua\.example>\r?$/)
  expect(raw).not.toMatch(/[\u0080-\u00ff]/)
})

test('the same release gives the same bytes', async () => {
  const [one, other] = [await messageOf('headline: Acme opens'), await messageOf('headline: Acme opens')]
  expect(one.bytes.equals(other.bytes)).toBe(true)
})

test.each([
  ['long', `Acme ${'opens a plant in Turku and '.repeat(12)}`],
  ['not Latin', 'إعلان هام من المنظمة بشأن المياه '.repeat(5)],
  ['emoji', '🌊👩‍🔬 Waves '.repeat(20)],
  ['Japanese', '日本語の見出しはとても長いことがあります。'.repeat(6)],
])('a subject that is %s comes back whole', async (_, subject) => {
  const { mail } = await messageOf(`headline: x\nsubject: ${JSON.stringify(subject.trim())}`)
  expect(mail.subject).toBe(subject.trim())
})

test.each([
  ['headline', (evil: string) => `headline: ${evil}`],
  ['subject', (evil: string) => `headline: x\nsubject: ${evil}`],
  ['summary', (evil: string) => `headline: x\nsummary: ${evil}`],
])('a line break in the %s does not make a header of its own', async (_, fields) => {
  const { mail, raw } = await messageOf(fields(JSON.stringify('Acme\r\nBcc: evil@example.org\r\n\r\nbody')))
  expect(mail.bcc ?? []).toEqual([])
  expect(raw.split('\r\n\r\n')[0]).not.toMatch(/^bcc:/im)
})

test('a contact’s name is a name and nothing more', async () => {
  const { mail } = await messageOf('headline: Acme opens\ncontacts: [ana]')
  expect(mail.replyTo).toMatchObject([{ name: 'Ana, the "Press" <x@evil.example>', address: 'ana@example.org' }])
})

const embargo = 'embargo: 2026-01-02 09:00 Europe/Amsterdam'
test.each([
  ['an embargo', embargo, 'EMBARGOED: Acme opens'],
  ['a correction', 'corrections: { date: 2026-01-01, text: Later. }', 'CORRECTED: Acme opens'],
  [
    'one after the other',
    `${embargo}\ncorrections: { date: 2026-01-01, text: Later. }`,
    'EMBARGOED: CORRECTED: Acme opens',
  ],
  ['an embargo in French', `${embargo}\nlanguage: fr`, 'SOUS EMBARGO\u00A0: Acme opens'],
])('%s stands first in the subject', async (_, fields, subject) => {
  const { mail } = await messageOf(`headline: Acme opens\n${fields}`, 'Text.', room, '2026-01-01T12:00:00Z')
  expect(mail.subject).toBe(subject)
})

test.each([
  ['when it went out', 'embargo: 2026-01-02 09:00 Europe/Amsterdam', '2026-01-02T08:00:00.000Z'],
  ['the day of its last correction', correctedOn('2026-01-05', '2026-01-03'), '2026-01-04T23:00:00.000Z'],
  [
    'when it went out, where it was corrected on the same day',
    `embargo: 2026-01-02 09:00 Europe/Amsterdam\n${correctedOn('2026-01-02')}`,
    '2026-01-02T08:00:00.000Z',
  ],
  ['the day of its withdrawal', 'withdrawn: { date: 2026-01-07 }', '2026-01-06T23:00:00.000Z'],
])('a message is dated %s', async (_, fields, date) => {
  expect((await messageOf(`headline: Acme opens\n${fields}`)).mail.date).toBe(date)
})

test.each(['embargo: 2026-01-02 09:00 Europe/Amsterdam', 'number: "7"'])(
  'a message that is made before its release is public has no date: %s',
  async (fields) => {
    const { bytes } = await messageOf(`headline: Acme opens\n${fields}`, 'Date: today.', room, '2026-01-01T12:00:00Z')
    expect(bytes.toString('latin1')).not.toMatch(/^Date: (?!today)/m)
    expect(lintMessage('release.eml', bytes).map(({ code }) => code)).toEqual([])
  },
)

test('a withdrawal stands first in the subject, however long the headline', async () => {
  const root = pressRoom({
    'press.yaml': `${room}language: fr\n`,
    'releases/2026-01-02-x.md': release(`headline: ${'Acme ouvre '.repeat(7)}\nwithdrawn: { date: 2026-01-03 }`),
  })
  const { report, output } = await buildHere(root, { formats: ['email', 'eml'] })
  expect(output('releases/x/email.html')).toContain('RETIRÉ')
  expect(report.diagnostics).toEqual([])
})

test('without an address to come from there is no message, and press.yaml is named', async () => {
  const root = pressRoom({ 'releases/2026-01-02-x.md': release('headline: x') })
  const { report } = await buildHere(root, { formats: ['eml'] })
  expect(report.diagnostics.map(({ file, code, message }) => `${file} ${code} ${message}`)).toEqual([
    'press.yaml missing-value Missing mail.from, from which a message comes',
  ])
})

test('a subject that mail lists cut off is warned of, and only mentioned where it is the headline', async () => {
  const long = 'Acme opens a plant '.repeat(5)
  const just = `${'Acme opens a plant '.repeat(3)}in`
  const root = pressRoom({
    'press.yaml': room,
    'releases/2026-01-02-x.md': release(`headline: ${long}`),
    'releases/2026-01-02-y.md': release(`headline: Acme opens a plant\nsubject: ${long}`),
    'releases/2026-01-02-z.md': release(`headline: ${just}\nembargo: 2026-01-02 09:00 Europe/Amsterdam`),
  })
  const { report } = await buildHere(root, { formats: ['eml'], now: Date.parse('2026-01-01T12:00:00Z') })
  expect(report.diagnostics.map(({ severity, code, message }) => `${severity} ${code} ${message}`)).toEqual([
    'info long-subject Long subject, 94 characters, maximum 60',
    'warning long-subject Long subject, 94 characters, maximum 60',
  ])
})

test('the logo travels inside where the press room wants it', async () => {
  const logo = readFileSync(join(import.meta.dirname, '../../examples/trilingual/brand/logo.png'))
  const root = pressRoom({
    'press.yaml': `${room}brand: { logo: logo.png }\nmail: { embed-logo: true }\n`,
    'logo.png': logo,
    'releases/2026-01-02-x.md': release('headline: Acme opens'),
  })
  const out = join(temporaryFolder(), 'dist')
  await buildHere(root, { out, formats: ['eml'] })
  const bytes = readFileSync(join(out, 'releases/x/release.eml'))
  const mail = await PostalMime.parse(bytes)
  expect(bytes.toString('latin1')).toContain('multipart/related')
  expect(mail.html).toContain('<img src="cid:logo@pressmark" alt="Acme" width="200"')
  expect(
    mail.attachments.map(({ filename, contentId, content }) => [
      filename,
      contentId,
      Buffer.from(content as ArrayBuffer).equals(logo),
    ]),
  ).toEqual([['logo.png', '<logo@pressmark>', true]])
})
