// A browser that makes the pictures of the documentation
import sparticuz from '@sparticuz/chromium'
import { chromium } from 'playwright-core'
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../docs/pictures/', import.meta.url))

export const openBrowser = async () =>
  chromium.launch({ executablePath: await sparticuz.executablePath(), args: ['--no-sandbox'], headless: true })

/** A document as a person sees it, as a data address; `width` and `height` in pixels. */
export async function shot(browser, html, { width, height, dark = false }) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: dark ? 'dark' : 'light' })
  await page.route('http**', (route) => route.abort())
  await page.setContent(html, { waitUntil: 'load' })
  const bytes = await page.screenshot({ type: 'png' })
  await page.close()
  return `data:image/png;base64,${bytes.toString('base64')}`
}

/** Several shots with their names on one picture, kept small. */
export async function sheet(browser, name, shots, { columns, width }) {
  const cells = shots
    .map(({ title, src }) => `<figure><img src="${src}"><figcaption>${title}</figcaption></figure>`)
    .join('')
  await picture(
    browser,
    name,
    `<style>body{margin:0;padding:24px;background:#d9dce1;font:600 15px/1.4 Helvetica,Arial,sans-serif;color:#1f2328;display:grid;gap:24px;grid-template-columns:repeat(${columns},1fr)}figure{margin:0}img{width:100%;display:block;box-shadow:0 1px 6px #0003}figcaption{padding-top:8px}</style>${cells}`,
    width,
  )
}

/** A document as a picture in docs/pictures/, as high as it is. */
export async function picture(browser, name, html, width) {
  const page = await browser.newPage({ viewport: { width, height: 100 } })
  await page.setContent(html)
  await save(page, name)
  await page.close()
}

/** What a page shows as a picture in docs/pictures/. */
export async function save(page, name, { fullPage = true } = {}) {
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: `${folder}${name}.jpg`, type: 'jpeg', quality: 72, fullPage })
}
