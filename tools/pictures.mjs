// Makes the pictures of the documentation from what the kit writes today: npm run pictures
import { fileURLToPath } from 'node:url'
import { clients, openPressRoom, preview, render, simulate } from '../lib/index.js'
import { openBrowser, sheet, shot } from './shots.mjs'

const root = fileURLToPath(new URL('../', import.meta.url))
const seed = 'releases/2020-04-09-cicc-urges-president-trump-to-stop-threatening-icc.md'
const now = Date.parse('2026-11-24T12:00:00Z')

async function outputsOf(room, file) {
  const opened = await openPressRoom(root + room)
  if (!opened.value) throw new Error(JSON.stringify(opened.diagnostics))
  const rendered = await render(opened.value, file, { now, formats: ['html', 'email', 'text'] })
  if (!rendered.value) throw new Error(JSON.stringify(rendered.diagnostics))
  return rendered.value.outputs
}

const browser = await openBrowser()
const { html, email, text } = await outputsOf('.', seed)
const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
const asText = `<pre style="margin:0;padding:24px;font:14px/1.5 monospace;white-space:pre-wrap">${escaped}</pre>`
const size = { width: 640, height: 1000 }
await sheet(
  browser,
  'outputs',
  [
    { title: 'Web page', src: await shot(browser, html, size) },
    { title: 'Email', src: await shot(browser, email, size) },
    { title: 'Plain text', src: await shot(browser, asText, size) },
    {
      title: 'Email in the dark, on a phone',
      src: await shot(browser, email, { width: 400, height: 625, dark: true }),
    },
  ],
  { columns: 4, width: 1500 },
)
const seen = []
for (const client of clients)
  seen.push({
    title: client.name,
    src: await shot(browser, simulate(client, email), { width: 640, height: 900, dark: false }),
  })
await sheet(browser, 'email-in-clients', seen, { columns: 3, width: 1200 })

/** The preview of a press room, as its page shows it at an address. */
async function shotOf(address, { width, height, dark = false }) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: dark ? 'dark' : 'light' })
  await page.goto(address)
  await page.getByText('Looking …').waitFor({ state: 'hidden' })
  await page.waitForTimeout(2000)
  const bytes = await page.screenshot({ type: 'png' })
  await page.close()
  return `data:image/png;base64,${bytes.toString('base64')}`
}

const running = await preview(`${root}examples/trilingual`, { now: () => now, editor: process.execPath })
if (!running.value) throw new Error(JSON.stringify(running.diagnostics))
const { address } = running.value
const [embargoed, open] = ['releases/2030-01-15-atlas-of-heat.md', 'releases/2026-09-15-seagrass-returns/index.md']
const wide = { width: 1440, height: 960 }
await sheet(
  browser,
  'preview',
  [
    { title: 'The list', src: await shotOf(address, wide) },
    { title: 'All formats side by side', src: await shotOf(`${address}?release=${embargoed}&view=all`, wide) },
    {
      title: 'The email in the dark, as a phone shows it',
      src: await shotOf(`${address}?release=${open}&view=email&scheme=dark&width=375`, { ...wide, dark: true }),
    },
  ],
  { columns: 3, width: 1800 },
)
await running.value.close()
await browser.close()
