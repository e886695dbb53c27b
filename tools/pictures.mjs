// Makes the pictures of the documentation from what the kit writes today: npm run pictures
import sparticuz from '@sparticuz/chromium'
import { chromium } from 'playwright-core'
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { clients, openPressRoom, render, simulate } from '../lib/index.js'

const root = fileURLToPath(new URL('../', import.meta.url))
const folder = fileURLToPath(new URL('../docs/pictures/', import.meta.url))
const seed = 'releases/2020-04-09-cicc-urges-president-trump-to-stop-threatening-icc.md'
const now = Date.parse('2026-11-24T12:00:00Z')

async function outputsOf(room, file) {
  const opened = await openPressRoom(root + room)
  if (!opened.value) throw new Error(JSON.stringify(opened.diagnostics))
  const rendered = await render(opened.value, file, { now, formats: ['html', 'email', 'text'] })
  if (!rendered.value) throw new Error(JSON.stringify(rendered.diagnostics))
  return rendered.value.outputs
}

const browser = await chromium.launch({
  executablePath: await sparticuz.executablePath(),
  args: ['--no-sandbox'],
  headless: true,
})

/** A document as a person sees it, as a data address. */
async function shot(html, { width, height, dark = false }) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: dark ? 'dark' : 'light' })
  await page.route('http**', (route) => route.abort())
  await page.setContent(html, { waitUntil: 'load' })
  const bytes = await page.screenshot({ type: 'png' })
  await page.close()
  return `data:image/png;base64,${bytes.toString('base64')}`
}

/** Several shots with their names on one picture, kept small. */
async function sheet(name, shots, { columns, width }) {
  const cells = shots
    .map(({ title, src }) => `<figure><img src="${src}"><figcaption>${title}</figcaption></figure>`)
    .join('')
  const page = await browser.newPage({ viewport: { width, height: 100 } })
  await page.setContent(
    `<style>body{margin:0;padding:24px;background:#d9dce1;font:600 15px/1.4 Helvetica,Arial,sans-serif;color:#1f2328;display:grid;gap:24px;grid-template-columns:repeat(${columns},1fr)}figure{margin:0}img{width:100%;display:block;box-shadow:0 1px 6px #0003}figcaption{padding-top:8px}</style>${cells}`,
  )
  await page.screenshot({ path: `${folder}${name}.jpg`, type: 'jpeg', quality: 72, fullPage: true })
  await page.close()
}

mkdirSync(folder, { recursive: true })
const { html, email, text } = await outputsOf('.', seed)
const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
const asText = `<pre style="margin:0;padding:24px;font:14px/1.5 monospace;white-space:pre-wrap">${escaped}</pre>`
const size = { width: 640, height: 1000 }
await sheet(
  'outputs',
  [
    { title: 'Web page', src: await shot(html, size) },
    { title: 'Email', src: await shot(email, size) },
    { title: 'Plain text', src: await shot(asText, size) },
    { title: 'Email in the dark, on a phone', src: await shot(email, { width: 400, height: 625, dark: true }) },
  ],
  { columns: 4, width: 1500 },
)
const seen = []
for (const client of clients)
  seen.push({ title: client.name, src: await shot(simulate(client, email), { width: 640, height: 900, dark: false }) })
await sheet('email-in-clients', seen, { columns: 3, width: 1200 })
await browser.close()
