import { renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { useBrowser } from '../support/browser.ts'
import { contacts, previewOf, release } from '../support/preview.ts'

const browser = useBrowser()
const file = 'releases/2026-01-02-launch.md'
const other = 'releases/2026-01-03-other.md'
const room = {
  'press.yaml': 'organization: { name: Acme, email: press@example.org }\nlanguage: en\n',
  [file]: release('First words', '', 'The first text.'),
  [other]: release('Another release', '', 'The other text.'),
  'templates/contacts.yaml': contacts,
}
const headline = (page: Page): Promise<string> =>
  page.frameLocator('iframe').first().getByRole('heading', { level: 1 }).innerText({ timeout: 5000 })
const title = (page: Page): Promise<string> => page.locator('h1:visible').innerText()
const bar = (page: Page) => page.locator('#offline')

/** Holds the answers to some requests until they are let go. */
async function hold(page: Page, url: RegExp): Promise<() => void> {
  let go = (): void => {}
  const held = new Promise<void>((resolve) => (go = resolve))
  await page.route(url, async (route) => {
    await held
    await route.continue()
  })
  return go
}

describe('what was shown before', () => {
  test('is asked for anew when it is opened again, from the list and by the way back', async () => {
    const { address, save } = await previewOf(room)
    const page = await browser.page()
    const problems = page.getByRole('complementary', { name: 'Problems' })
    await page.goto(address)
    await page.getByRole('link', { name: 'First words' }).click()
    await expect.poll(() => headline(page)).toBe('First words')
    await expect.poll(() => problems.innerText()).not.toContain('Looking')
    await page.getByRole('link', { name: 'All releases' }).click()
    save(file, release('Second words', '', 'It opens on Tuesday, January 7, 2026.'))
    await page.getByRole('link', { name: 'Second words' }).waitFor()
    await page.goBack()
    await expect.poll(() => headline(page)).toBe('Second words')
    await expect.poll(() => title(page)).toBe('Second words')
    await expect.poll(() => problems.innerText()).toContain('weekday')
    expect(await problems.innerText()).not.toContain('Nothing to complain about')
    await page.goBack()
    save(file, release('Third words'))
    await page.getByRole('link', { name: 'Third words' }).click()
    await expect.poll(() => headline(page)).toBe('Third words')
  })

  test('never stands under the headline of another release, however late answers come', async () => {
    const { address } = await previewOf(room)
    const page = await browser.page()
    const text = page.locator('pre.text')
    const ofFirst = await hold(page, /api\/text\?file=.*launch/)
    await page.goto(`${address}?release=${file}&view=text`)
    await expect.poll(() => title(page)).toBe('First words')
    await page.getByRole('link', { name: 'All releases' }).click()
    await page.getByRole('link', { name: 'Another release' }).click()
    await expect.poll(() => text.innerText()).toContain('The other text.')
    ofFirst()
    await page.waitForTimeout(300)
    expect(await text.innerText()).toContain('The other text.')
    const again = await hold(page, /api\/text/)
    await page.evaluate(`history.go(-2)`)
    await expect.poll(() => title(page)).toBe('First words')
    expect(await text.count()).toBe(0)
    again()
    await expect.poll(() => text.innerText()).toContain('The first text.')
  })

  test('takes its notice along, which Escape closes too', async () => {
    const { address } = await previewOf({ ...room, [file]: release('First words', 'draft: true\n') })
    const page = await browser.page({ permissions: ['clipboard-read', 'clipboard-write'] })
    await page.goto(`${address}?release=${file}`)
    const notice = page.getByRole('alert').filter({ hasText: 'Copied. Draft: not for publication' })
    const copy = page.getByRole('button', { name: 'Copy text' })
    await copy.click()
    await notice.waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => notice.count()).toBe(0)
    await copy.click()
    await notice.waitFor()
    await page.getByRole('link', { name: 'All releases' }).click()
    await expect.poll(() => notice.count()).toBe(0)
  })

  test('is put right after a time in which no tab listened', async () => {
    const { address, save } = await previewOf(room)
    const [first, second] = (await browser.pages(2)) as [Page, Page]
    await first.goto(address)
    await first.getByRole('link', { name: 'First words' }).waitFor()
    await second.goto(`${address}?release=${file}`)
    await expect.poll(() => headline(second)).toBe('First words')
    const listen = await hold(second, /api\/news/)
    await first.close()
    await second.waitForTimeout(300)
    save(file, release('Second words'))
    await second.waitForTimeout(700)
    listen()
    await expect.poll(() => headline(second)).toBe('Second words')
    await expect.poll(() => title(second)).toBe('Second words')
  })
})

describe('a file that is away', () => {
  test('leaves the reader where they are, and is shown again when it is back', async () => {
    const { address, root, save } = await previewOf(room)
    const page = await browser.page()
    await page.goto(`${address}?release=${file}`)
    await expect.poll(() => headline(page)).toBe('First words')
    renameSync(join(root, file), join(root, 'away.md'))
    await expect.poll(() => bar(page).innerText()).toContain(`There is no ${file} now`)
    await page.getByRole('tab', { name: 'Email' }).click()
    await expect.poll(() => page.frameLocator('iframe').getByText('Nothing to show yet').count()).toBe(1)
    await page.getByRole('tab', { name: 'Web page' }).click()
    expect(new URL(page.url()).searchParams.get('release')).toBe(file)
    renameSync(join(root, 'away.md'), join(root, file))
    await expect.poll(() => bar(page).innerText()).toBe('')
    await expect.poll(() => headline(page)).toBe('First words')
    // As a synchronization or a checkout does it.
    rmSync(join(root, file))
    await page.waitForTimeout(20)
    save(file, release('Back again'))
    await expect.poll(() => headline(page)).toBe('Back again')
    expect(await bar(page).innerText()).toBe('')
  })

  test('is told of where it is a translation whose original is still there', async () => {
    const translation = 'releases/2026-01-02-words.fr.md'
    const { address, root } = await previewOf({ ...room, [translation]: release('Premiers mots') })
    const page = await browser.page()
    await page.goto(`${address}?release=${translation}`)
    await expect.poll(() => headline(page)).toBe('Premiers mots')
    rmSync(join(root, translation))
    await expect.poll(() => bar(page).innerText()).toContain(`There is no ${translation} now`)
  })

  test('from the start leaves its address, with the list below, and is shown when it comes', async () => {
    const { address, root, save } = await previewOf(room)
    rmSync(join(root, file))
    const page = await browser.page()
    await page.goto(`${address}?release=${file}`)
    await expect.poll(() => bar(page).innerText()).toContain(`There is no ${file} now`)
    await page.getByRole('link', { name: 'Another release' }).waitFor()
    save(file, release('Here it is'))
    await expect.poll(() => headline(page)).toBe('Here it is')
    expect(await bar(page).innerText()).toBe('')
  })
})

test('when the preview has ended the page says so, at every button, and shows nothing half', async () => {
  const { address, end } = await previewOf({ ...room, [file]: release('First words', '', 'See [the plan](#).') })
  const page = await browser.page({ permissions: ['clipboard-read', 'clipboard-write'] })
  const faults: Error[] = []
  page.on('pageerror', (fault) => faults.push(fault))
  await page.goto(`${address}?release=${file}&view=eml`)
  await page.getByRole('button', { name: 'Download release.eml' }).waitFor()
  await end()
  for (const name of ['Copy text', 'Copy for Outlook / Gmail', 'Download .eml', 'Download release.eml']) {
    await page.getByRole('button', { name, exact: true }).click()
    await page.getByRole('alert').filter({ hasText: 'Not done: The preview has ended' }).waitFor()
    await page.getByRole('button', { name: 'Close' }).click()
  }
  await page.getByRole('tab', { name: 'Plain text' }).click()
  await expect.poll(() => page.getByRole('tabpanel').innerText()).toContain('The preview has ended')
  await page.getByRole('link', { name: 'All releases' }).click()
  await page.getByRole('link', { name: 'Another release' }).click()
  await page.waitForTimeout(300)
  expect(await title(page)).toBe('Releases')
  expect(await bar(page).innerText()).toContain('The preview has ended')
  expect(faults).toEqual([])
})
