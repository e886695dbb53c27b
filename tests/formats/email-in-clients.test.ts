import { appendFileSync, cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { lintEmail } from '../../src/check/email/index.ts'
import { clients, simulate } from '../../src/clients/clients.ts'
import { axeFindings, sidewaysScroll, useBrowser } from '../support/browser.ts'
import { buildHere, temporaryFolder } from '../support/press-room.ts'

const widths = [280, 320, 375, 600, 1200]
const names = [
  'short',
  'long',
  'arabic',
  'hebrew',
  'japanese',
  'table',
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

const emailOf = (name: string): string => emails.get(name) ?? ''

/** What a reader reads, in order; white space aside, and without what is hidden from everybody. */
const visibleText = (page: Page): Promise<string> =>
  page.evaluate<string>(`(() => {
    const words = []
    const walk = (node) => {
      if (node.nodeType === 3) words.push(node.data)
      else if (node.nodeType === 1 && !['STYLE', 'TITLE', 'SCRIPT', 'HEAD'].includes(node.tagName) && !/preheader/.test(node.className) && !/mso-hide/.test(node.getAttribute('style') ?? '')) for (const child of node.childNodes) walk(child)
      if (node.nodeType === 1 && /^(P|DIV|TD|TH|LI|BR|H[1-6]|TR)$/.test(node.tagName)) words.push(' ')
    }
    walk(document.body)
    return words.join('').replace(/[\\s\\u00a0]+/g, ' ').trim()
  })()`)

/** Links that cannot be seen, and pairs of them that a thumb could not tell apart: less than 24 px from centre to centre, one above the other. */
const linkFaults = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`(() => {
    const links = [...document.querySelectorAll('a[href]')]
    const boxes = links.map((link) => ({ text: link.textContent.trim(), box: link.getClientRects()[0] }))
    const unseen = boxes.filter(({ box }) => !box || box.width === 0 || box.height === 0).map(({ text }) => 'not visible: ' + text)
    const seen = boxes.filter(({ box }) => box && box.width > 0)
    const close = seen.flatMap((one, i) => seen.slice(i + 1).filter((other) => {
      const down = Math.abs(one.box.top + one.box.height / 2 - other.box.top - other.box.height / 2)
      const beside = one.box.right <= other.box.left || other.box.right <= one.box.left
      return !beside && down > 2 && down < 24
    }).map((other) => 'too close: ' + one.text + ' / ' + other.text))
    return [...unseen, ...close]
  })()`)

describe.each(names)('the email %s', (name) => {
  test('has nothing that the lint reports as an error', () => {
    const found = lintEmail(name, Buffer.from(emailOf(name))).filter(({ severity }) => severity === 'error')
    expect(
      found.map(
        ({ position, code, message }) => `${position?.start.line}:${position?.start.column} ${code} ${message}`,
      ),
    ).toEqual([])
  })

  test.each(clients.map((client) => [client.name, client] as const))(
    'holds in %s at every width, with and without pictures',
    async (_, client) => {
      const page = await browser.page({ viewport: { width: 600, height: 800 } })
      await page.route('http**', (route) => route.abort())
      await page.setContent(simulate(client, emailOf(name)), { waitUntil: 'domcontentloaded' })
      const original = await visibleText(page)
      const faults: string[] = []
      for (const images of [true, false]) {
        await page.setContent(simulate(client, emailOf(name), { images }), { waitUntil: 'domcontentloaded' })
        if ((await visibleText(page)) !== original && images) faults.push('other words, or in another order')
        for (const width of widths) {
          if (client.name === 'outlook-word' && width < 600) continue
          await page.setViewportSize({ width, height: 800 })
          const over = await sidewaysScroll(page)
          if (over > 0) faults.push(`${images ? 'with' : 'without'} pictures at ${width} px: ${over} px too wide`)
          if (width <= 375) faults.push(...(await linkFaults(page)).map((fault) => `at ${width} px ${fault}`))
        }
      }
      await page.close()
      expect(faults).toEqual([])
    },
  )

  test('has the same words in every client', async () => {
    const page = await browser.page()
    await page.route('http**', (route) => route.abort())
    const texts = new Map<string, string[]>()
    for (const client of clients) {
      await page.setContent(simulate(client, emailOf(name)), { waitUntil: 'domcontentloaded' })
      const text = await visibleText(page)
      texts.set(text, [...(texts.get(text) ?? []), client.name])
    }
    await page.close()
    expect([...texts.values()]).toEqual([clients.map((client) => client.name)])
  })

  test.each(clients.filter((client) => client.name.startsWith('dark')).map((client) => [client.name, client] as const))(
    'can be read in %s',
    async (_, client) => {
      const page = await browser.page()
      await page.route('http**', (route) => route.abort())
      await page.setContent(simulate(client, emailOf(name)), { waitUntil: 'domcontentloaded' })
      expect(await axeFindings(page, pageOnly)).toEqual([])
      await page.close()
    },
  )

  test.each(['light', 'dark'] as const)('has nothing that axe finds in the %s', async (colorScheme) => {
    const page = await browser.page({ colorScheme })
    await page.route('http**', (route) => route.abort())
    await page.setContent(emailOf(name), { waitUntil: 'domcontentloaded' })
    expect(await axeFindings(page, pageOnly)).toEqual([])
    await page.close()
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

test('pictures that are not loaded are read as their words', async () => {
  const page = await browser.page({ viewport: { width: 375, height: 800 } })
  await page.route('http**', (route) => route.abort())
  await page.setContent(
    simulate(
      clients[0] ?? { name: '', title: '', summary: '', source: '', transform: (html) => html },
      emailOf('pictures'),
      {
        images: false,
      },
    ),
    { waitUntil: 'domcontentloaded' },
  )
  const shown = await page.evaluate<string[]>(
    `[...document.querySelectorAll('img')].filter((image) => image.getBoundingClientRect().height >= 16).map((image) => image.alt)`,
  )
  const text = await visibleText(page)
  for (const alt of ['The harbour in the morning', 'A flag'])
    expect(shown.includes(alt) || text.includes(alt), alt).toBe(true)
  await page.close()
})

test.each(['arabic', 'hebrew'])('every cell of the %s email is set from right to left', (name) => {
  const html = emailOf(name)
  expect(html).not.toContain('direction:ltr')
  expect(html.match(/direction:rtl/g)?.length).toBeGreaterThan(10)
  expect(html).toMatch(/<th scope="col" style="[^"]*text-align: ?right/)
})
