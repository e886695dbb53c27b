import { appendFileSync, cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { lintEmail } from '../../src/check/email/index.ts'
import { clients } from '../../src/clients/clients.ts'
import { axeFindings, colourFindings, useBrowser } from '../support/browser.ts'
import { look, show, visibleText, withPictures } from '../support/email-in-client.ts'
import { buildHere, temporaryFolder } from '../support/press-room.ts'

const names = [
  'short',
  'long',
  'arabic',
  'hebrew',
  'japanese',
  'table',
  'wide-tables',
  'pictures',
  'contacts',
  'hostile',
  'ten-thousand-words',
] as const
const emails = new Map<string, string>()
const browser = useBrowser()

beforeAll(async () => {
  const root = join(temporaryFolder(), 'mail')
  cpSync(join(import.meta.dirname, '../fixtures/mail'), root, { recursive: true })
  const words = Array.from(
    { length: 200 },
    (_, i) => `Paragraph ${i + 1}. ${'Water finds its way to the sea, and we follow it. '.repeat(5)}`,
  )
  writeFileSync(
    join(root, 'releases/2026-01-09-ten-thousand-words.md'),
    `---\nheadline: All of it\ndate: 2026-01-09\n---\n${words.join('\n\n')}\n`,
  )
  appendFileSync(join(root, 'press.yaml'), 'mail: { cut: true }\n')
  const { report, output } = await buildHere(root, { formats: ['email'] })
  expect(report.failed).toEqual([])
  for (const name of names) emails.set(name, output(`releases/${name}/email.html`))
})

/** Rules for whole pages: an email is a part of one, the mail program’s. */
const pageOnly = ['landmark-one-main', 'region']

async function newPage(options?: BrowserContextOptions): Promise<Page> {
  const page = await browser.page(options)
  await withPictures(page)
  return page
}

const emailOf = (name: string): string => emails.get(name) ?? ''

describe.each(names)('the email %s', (name) => {
  test('has nothing that the lint reports as an error', () => {
    const found = lintEmail(name, Buffer.from(emailOf(name))).filter(({ severity }) => severity === 'error')
    expect(
      found.map(
        ({ position, code, message }) => `${position?.start.line}:${position?.start.column} ${code} ${message}`,
      ),
    ).toEqual([])
  })

  test('holds in every client at every width, with and without pictures, with the same words', async () => {
    const page = await newPage()
    const faults: string[] = []
    const texts = new Map<string, string[]>()
    for (const client of clients) {
      const seen = await look(page, client, emailOf(name))
      faults.push(...seen.faults.map((fault) => `${client.name} ${fault}`))
      texts.set(seen.text, [...(texts.get(seen.text) ?? []), client.name])
    }
    expect(faults).toEqual([])
    expect([...texts.values()]).toEqual([clients.map((client) => client.name)])
  })

  test('can be read in every dark client', async () => {
    const page = await newPage()
    const findings: string[] = []
    for (const client of clients.filter((client) => client.name.startsWith('dark'))) {
      await show(page, client, emailOf(name))
      findings.push(...(await colourFindings(page)).map((finding) => `${client.name} ${finding}`))
    }
    expect(findings).toEqual([])
  })

  test('has nothing that axe finds, in light and dark', async () => {
    const page = await newPage()
    await page.setContent(emailOf(name), { waitUntil: 'domcontentloaded' })
    expect(await axeFindings(page, pageOnly)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await colourFindings(page)).toEqual([])
  })
})

test('nothing that was typed became markup', () => {
  const hostile = emailOf('hostile')
  expect(hostile).not.toMatch(/<script|<img src=x|onerror=(?!alert\(1\)&gt;)|javascript:alert\(1\)"|href="data:/)
  expect(readFileSync(join(import.meta.dirname, '../fixtures/mail/releases/2026-01-08-hostile.md'), 'utf8')).toContain(
    '<script>',
  )
})

test('an email that Gmail would cut off ends after a paragraph, with a link to the rest', () => {
  const cut = emailOf('ten-thousand-words')
  expect(Buffer.byteLength(cut)).toBeLessThan(80_001)
  expect(Buffer.byteLength(cut)).toBeGreaterThan(70_000)
  expect(cut).toContain('<a href="https://press.example.org/releases/ten-thousand-words/"')
  expect(cut).toContain('>Read the full release</a>')
  expect(cut).toContain('About Acme')
})

test('a picture in a sentence is as wide as there is room, and as high as it is', () => {
  const html = emailOf('pictures')
  expect(html).toMatch(
    /<img src="https:\/\/example\.org\/chart\.png" [^>]*width="552"[^>]* style="max-width: ?100%; ?height: ?auto/,
  )
  expect(html).not.toContain('height="0"')
})

test('a picture is no wider than what it stands in, for Outlook, which knows no max-width', () => {
  const html = emailOf('pictures')
  const widths = ['night', 'table', 'box'].map(
    (name) => new RegExp(`/${name}\\.png"[^>]* width="(\\d+)"`).exec(html)?.[1] ?? '',
  )
  expect(widths).toEqual(['529', '264', '512'])
})

test('pictures that are not loaded are read as their words', async () => {
  const page = await newPage({ viewport: { width: 375, height: 800 } })
  for (const client of clients) {
    await show(page, client, emailOf('pictures'), false)
    const shown = await page.evaluate<string[]>(
      `[...document.querySelectorAll('img')].filter((image) => image.getBoundingClientRect().height >= 16).map((image) => image.alt)`,
    )
    const text = await visibleText(page)
    for (const alt of ['The harbour in the morning', 'A flag'])
      expect(shown.includes(alt) || text.includes(alt), `${alt} in ${client.name}`).toBe(true)
  }
  await page.close()
})

test.each(['arabic', 'hebrew'])('every cell of the %s email is set from right to left', (name) => {
  const html = emailOf(name)
  expect(html).not.toContain('direction:ltr')
  expect(html.match(/direction:rtl/g)?.length).toBeGreaterThan(10)
  expect(html).toMatch(/<th scope="col" style="[^"]*text-align: ?right/)
})
