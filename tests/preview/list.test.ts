import { HtmlValidate } from 'html-validate'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { axeFindings, colourFindings, sidewaysScroll, useBrowser } from '../support/browser.ts'
import { contacts, previewOf, release } from '../support/preview.ts'

const browser = useBrowser()

const states = {
  'releases/2026-01-05-public.md': release('The plant opens'),
  'releases/2026-01-04-draft.md': release('Not ready yet', 'draft: true\n'),
  'releases/2026-01-03-embargoed.md': release('Under embargo').replace(
    'date: 2026-01-02',
    'date: 2026-12-01\nembargo: 2026-12-01 09:00 Europe/Amsterdam',
  ),
  'releases/2026-01-02-scheduled.md': release('Goes out later').replace('2026-01-02', '2026-12-24'),
  'releases/2026-01-01-withdrawn.md': release('Taken back', 'withdrawn: { date: 2026-02-01 }\n'),
  'templates/contacts.yaml': contacts,
}

const headlines = (page: Page): Promise<string[]> =>
  page.getByRole('list').getByRole('heading', { level: 2 }).allInnerTexts()

describe('the list', () => {
  test('has every release, the newest first, with its state and its problems by number', async () => {
    const { address } = await previewOf({
      ...states,
      'releases/2026-01-06-flawed.md': release(
        'Flawed!',
        'contact: [ana]\n',
        'Acme opened it on Tuesday, January 7, 2026.',
      ),
    })
    const page = await browser.page()
    await page.goto(address)
    await expect
      .poll(() => headlines(page))
      .toEqual(['Goes out later', 'Under embargo', 'Flawed!', 'The plant opens', 'Not ready yet', 'Taken back'])
    const row = (name: string) => page.getByRole('listitem').filter({ hasText: name })
    expect(await row('Under embargo').innerText()).toContain('Embargoed until Dec 1, 2026, 09:00 Europe/Amsterdam')
    expect(await row('Goes out later').innerText()).toContain('Goes out on Dec 24, 2026')
    expect(await row('Not ready yet').innerText()).toContain('Draft')
    expect(await row('Taken back').innerText()).toContain('Withdrawn')
    expect(await row('The plant opens').innerText()).toContain('Public')
    await expect.poll(() => row('Flawed!').innerText()).toMatch(/\d errors?, \d warnings?|\d errors?/)
  })

  test('has the problems of the others where one release is too large for the thread that looks for them', async () => {
    const { address } = await previewOf({
      'releases/2026-01-06-large.md': release('Large', '', '“One” and *two*, 3.\n\n'.repeat(70_000)),
      'releases/2026-01-05-flawed.md': release('Flawed!', '', 'Acme opened it on Tuesday, January 7, 2026.'),
      'templates/contacts.yaml': contacts,
    })
    const page = await browser.page()
    await page.goto(address)
    const flawed = page.getByRole('listitem').filter({ hasText: 'Flawed!' })
    await expect.poll(() => flawed.innerText(), { timeout: 30_000 }).toMatch(/\d errors?|\d warnings?/)
    const large = page.getByRole('listitem').filter({ hasText: 'Large' })
    expect(await large.innerText()).not.toMatch(/\d errors?|\d warnings?/)
  })

  test('says of a release that cannot be built that it cannot, and tells two of one language apart', async () => {
    const twin = 'releases/2026-01-04-twin'
    const { address, save } = await previewOf({
      'releases/2026-01-01-month.md': release('No such month').replace('2026-01-02', '2026-13-45'),
      'releases/2026-01-02-undated.md': release('No day').replace(/date.*\n/, ''),
      'releases/2026-01-03-bad name.md': release('Bad name'),
      [`${twin}.md`]: release('One of two'),
      [`${twin}/index.md`]: release('Two of two'),
      'releases/2026-01-05-kept.md': release('Kept', 'draft: true\n').replace('[ana]', '[anna]'),
      'templates/contacts.yaml': contacts,
    })
    const page = await browser.page()
    await page.goto(address)
    const row = (name: string) => page.getByRole('listitem').filter({ hasText: name })
    for (const name of ['No such month', 'No day', 'Bad name', 'Two of two'])
      await expect.poll(() => row(name).innerText(), { timeout: 10_000 }).toContain('Cannot be built')
    await expect.poll(() => row('Kept').innerText()).toContain('Draft; cannot be built')
    for (const name of ['.md', '/index.md'])
      expect(await row('Two of two').innerText()).toContain(`English, ${twin}${name}`)
    await expect.poll(() => page.getByRole('radio', { name: /^(?:Public|Scheduled)/ }).count()).toBe(2)
    for (const state of ['Public', 'Scheduled'])
      expect(await page.getByRole('radio', { name: new RegExp(`^${state} ?0`) }).count()).toBe(1)
    save('releases/2026-01-01-month.md', release('No such month'))
    await expect.poll(() => row('No such month').innerText(), { timeout: 10_000 }).toContain('Public')
  })

  test('is filtered by typing, whatever the accents, and by state; the address keeps both', async () => {
    const { address } = await previewOf({ ...states, 'releases/2026-01-06-cafe.md': release('Un café à Turku') })
    const page = await browser.page()
    await page.goto(address)
    await page.getByRole('searchbox', { name: 'Find' }).fill('CAFE a')
    await expect.poll(() => headlines(page)).toEqual(['Un café à Turku'])
    await expect.poll(() => page.getByText('1 release of 6').isVisible()).toBe(true)
    await page.getByRole('searchbox', { name: 'Find' }).fill('')
    await page.getByRole('radio', { name: /^Draft/ }).check({ force: true })
    await expect.poll(() => headlines(page)).toEqual(['Not ready yet'])
    await page.reload()
    await expect.poll(() => headlines(page)).toEqual(['Not ready yet'])
    await page.goBack()
    await expect.poll(async () => (await headlines(page)).length).toBe(6)
    await page.getByRole('searchbox', { name: 'Find' }).fill('no such words')
    await expect.poll(() => page.getByText('No release is like that').isVisible()).toBe(true)
  })

  test('groups translations under their original', async () => {
    const { address } = await previewOf({
      'press.yaml': 'organization: { name: Acme }\nlanguage: en\n',
      'releases/2026-01-02-plant.md': release('The plant opens'),
      'releases/2026-01-02-plant.fr.md': '---\nheadline: L’usine ouvre\n---\n\nActon.\n',
      'templates/contacts.yaml': contacts,
    })
    const page = await browser.page()
    await page.goto(address)
    await expect.poll(() => headlines(page)).toEqual(['The plant opens'])
    await page.getByRole('link', { name: 'Français' }).click()
    await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toBe('L’usine ouvre')
  })

  test('of an empty press room says what to do, and fills as soon as there is a release', async () => {
    const { address, save } = await previewOf({ 'releases/.keep': '', 'templates/contacts.yaml': contacts })
    const page = await browser.page()
    await page.goto(address)
    await expect.poll(() => page.getByText('There is no release here yet').isVisible()).toBe(true)
    expect(await page.getByRole('searchbox').count()).toBe(0)
    save('releases/2026-01-02-first.md', release('The very first'))
    await expect.poll(() => headlines(page)).toEqual(['The very first'])
    expect(await page.getByText('There is no release here yet').isVisible()).toBe(false)
  })

  test('follows releases that come, change and go', async () => {
    const { address, save, root } = await previewOf(states)
    const page = await browser.page()
    await page.goto(address)
    await expect.poll(async () => (await headlines(page)).length).toBe(5)
    save('releases/2026-01-05-public.md', release('The plant has opened'))
    await expect.poll(() => headlines(page)).toContain('The plant has opened')
    save('releases/2026-03-01-new.md', release('A new one').replace('2026-01-02', '2026-03-01'))
    await expect.poll(() => headlines(page)).toContain('A new one')
    rmSync(join(root, 'releases/2026-01-05-public.md'))
    await expect.poll(() => headlines(page)).not.toContain('The plant has opened')
  })

  test('leads to releases whatever the names of their files, in a tab of their own too', async () => {
    const name = 'releases/2026-10-02-a&b=c#d+e f.md'
    const { address } = await previewOf({
      [name]: release('An odd name', 'slug: odd\n'),
      'templates/contacts.yaml': contacts,
    })
    const page = await browser.page()
    await page.goto(`${address}?find=odd`)
    const href = await page.getByRole('link', { name: 'An odd name' }).getAttribute('href')
    await page.goto(new URL(href ?? '', address).href)
    await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toBe('An odd name')
    expect(await page.evaluate('new URLSearchParams(location.search).get("release")')).toBe(name)
  })

  test('says how many releases it has looked at for problems, until it has looked at all', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 60 }, (_, n) => [`releases/2025-01-01-number-${n}.md`, release(`Number ${n}`)]),
    )
    const { address } = await previewOf({ ...many, 'releases/2025-01-01-broken.md': 'no front matter' })
    const page = await browser.page()
    await page.goto(`${address}?state=problems`)
    const looked = page.locator('#looking')
    expect(await looked.innerText()).toMatch(/^Looked for problems in \d+ of 61$/)
    const choice = page.locator('#states label').filter({ hasText: 'With problems' })
    expect(await choice.innerText()).toMatch(/^With problems\s+\d+ so far$/)
    await expect.poll(() => looked.innerText(), { timeout: 20_000 }).toBe('')
    expect(await choice.innerText()).not.toContain('so far')
  })

  test('says that an embargo has ended when the moment comes', async () => {
    let now = Date.parse('2026-12-01T07:59:59.000Z')
    const { address } = await previewOf(states, { now: () => now })
    const page = await browser.page()
    await page.goto(address)
    const row = page.getByRole('listitem').filter({ hasText: 'Under embargo' })
    await expect.poll(() => row.innerText()).toContain('Embargoed until')
    now += 1500
    await expect.poll(() => row.innerText(), { timeout: 5000 }).toContain('Public')
  })

  test('of 1,000 releases is there at once and complete, and quick to filter', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 1000 }, (_, n) => [
        `releases/2025-${String(1 + (n % 12)).padStart(2, '0')}-01-number-${n}.md`,
        release(`Number ${n} of the year`),
      ]),
    )
    const { address } = await previewOf({ ...many, 'templates/contacts.yaml': contacts })
    const page = await browser.page()
    await page.goto(address)
    const started = performance.now()
    await page.getByRole('listitem').first().waitFor()
    expect(performance.now() - started).toBeLessThan(6000)
    await expect.poll(() => page.getByRole('listitem').count()).toBe(1000)
    await expect
      .poll(() => page.getByRole('heading', { name: 'Number 7 of the year' }).count(), { timeout: 20_000 })
      .toBe(1)
    await page.getByRole('searchbox').fill('number 999')
    await expect.poll(() => headlines(page)).toEqual(['Number 999 of the year'])
    await expect.poll(() => page.getByRole('status').filter({ hasText: '1 release of 1,000' }).count()).toBe(1)
  }, 120_000)
})

test('axe finds nothing, in light and dark, and nobody scrolls sideways', async () => {
  const { address } = await previewOf(states)
  for (const width of [320, 375, 1280]) {
    const page = await browser.page({ viewport: { width, height: 800 } })
    await page.goto(address)
    await page.getByRole('listitem').first().waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await colourFindings(page)).toEqual([])
    expect(await sidewaysScroll(page)).toBe(0)
  }
})

test('nothing is asked of any other host', async () => {
  const { address } = await previewOf({
    ...states,
    'press.yaml': 'organization: { name: Acme }\nbase-url: https://press.example.org/\n',
    'releases/2026-01-06-pictures.md': release(
      'Pictures',
      '',
      '![Elsewhere](https://pictures.example.org/a.png)\n\n[A link](https://example.org/)',
    ),
  })
  const page = await browser.page()
  const asked: string[] = []
  await page.route('**', (route) => {
    asked.push(new URL(route.request().url()).host)
    return route.continue()
  })
  for (const view of ['page', 'email', 'text', 'all']) {
    await page.goto(`${address}?release=releases/2026-01-06-pictures.md&view=${view}&client=all`)
    await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toBe('Pictures')
    await page.waitForTimeout(300)
  }
  expect(new Set(asked)).toEqual(new Set([new URL(address).host]))
})

test('the page is valid HTML', async () => {
  const { address } = await previewOf(states)
  const validator = new HtmlValidate({
    extends: ['html-validate:standard', 'html-validate:a11y', 'html-validate:document'],
    rules: {
      'no-trailing-whitespace': 'off',
      'doctype-style': 'off',
      'void-style': 'off',
      'require-sri': 'off',
      'wcag/h32': 'off',
      'heading-level': 'off',
    },
  })
  const { results } = await validator.validateString(await (await fetch(address)).text(), 'index.html')
  expect(
    results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => `${line} ${ruleId} ${message}`)),
  ).toEqual([])
})
