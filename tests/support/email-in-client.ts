import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { simulate, type Client } from '../../src/clients/clients.ts'
import { sideways } from './browser.ts'

/** From a folded phone to a wide window, in px. */
const widths = [280, 320, 375, 600, 1200]
const widestPhone = 375
/** Outlook for Windows sets the table of 600 px that mso comments give it, and is on no phone. */
const narrowestOf: Readonly<Record<string, number>> = { 'outlook-word': 600 }

const picture = join(import.meta.dirname, '../fixtures/mail/releases/2026-01-06-pictures/harbour.png')

/** Gives a page a picture for each that it asks for, and nothing else from the network. */
export async function withPictures(page: Page): Promise<void> {
  await page.route('http**', (route) =>
    route.request().resourceType() === 'image' ? route.fulfill({ path: picture }) : route.abort(),
  )
}

/** Shows an email as a client does, with its pictures where they are wanted. */
export async function show(page: Page, client: Client, html: string, images = true): Promise<void> {
  await page.setContent(simulate(client, html, { images }), { waitUntil: 'load' })
}

/** All that a reader would stumble over in an email, at every width, with pictures and without them; and what there is to read. */
export async function look(page: Page, client: Client, html: string): Promise<{ faults: string[]; text: string }> {
  const faults: string[] = []
  let original: string | undefined
  for (const images of [true, false]) {
    await show(page, client, html, images)
    const text = await visibleText(page)
    if (text !== (original ??= text)) faults.push('other words without pictures, or in another order')
    for (const width of widths) {
      if (width < (narrowestOf[client.name] ?? 0)) continue
      await page.setViewportSize({ width, height: 800 })
      const where = `${images ? 'with' : 'without'} pictures at ${width} px`
      const found = await page.evaluate<string[]>(
        `${resizedTo(width)}.then(() => [...${tooWide}, ...${linkFaults(width <= widestPhone)}, ...${images ? '[]' : altFaults}])`,
      )
      faults.push(...found.map((fault) => `${where}: ${fault}`))
    }
  }
  return { faults, text: original ?? '' }
}

/** What a reader reads, in order; white space aside, and without what is hidden from everybody. */
export const visibleText = (page: Page): Promise<string> =>
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

/** The page may still have its former width when the browser has taken the new one. */
const resizedTo = (width: number): string =>
  `new Promise((done) => { const look = () => innerWidth === ${width} ? done() : requestAnimationFrame(look); look() })`

/** How much wider than the window the email is. */
const tooWide = `[${sideways}].filter((over) => over > 0).map((over) => over + ' px too wide')`

/** Links that cannot be seen, and on phones pairs of them that a thumb could not tell apart: less than 24 px from centre to centre, one above the other. */
const linkFaults = (withThumbs: boolean): string => `(() => {
    const links = [...document.querySelectorAll('a[href]')]
    const boxes = links.map((link) => ({ text: link.textContent.trim(), box: link.getClientRects()[0] }))
    const unseen = boxes.filter(({ box }) => !box || box.width === 0 || box.height === 0).map(({ text }) => 'link not visible: ' + text)
    if (!${withThumbs}) return unseen
    const seen = boxes.filter(({ box }) => box && box.width > 0)
    const close = seen.flatMap((one, i) => seen.slice(i + 1).filter((other) => {
      const down = Math.abs(one.box.top + one.box.height / 2 - other.box.top - other.box.height / 2)
      const beside = one.box.right <= other.box.left || other.box.right <= one.box.left
      return !beside && down > 2 && down < 24
    }).map((other) => 'links too close: ' + one.text + ' / ' + other.text))
    return [...unseen, ...close]
  })()`

/** The words of pictures that nobody could read while the pictures are not loaded. */
const altFaults = `[...document.querySelectorAll('img[alt]')].flatMap((image) => {
    const box = image.getBoundingClientRect()
    const isHidden = image.getClientRects().length === 0
    return image.alt === '' || isHidden || (box.height >= 12 && box.width >= 24) ? [] : ['words of a picture not visible: ' + image.alt]
  })`
