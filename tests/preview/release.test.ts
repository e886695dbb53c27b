import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import type { FrameLocator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { axeFindings, sidewaysScroll, useBrowser } from '../support/browser.ts'
import { temporaryFolder } from '../support/press-room.ts'
import { contacts, previewIn, previewOf, release } from '../support/preview.ts'

const browser = useBrowser()
const file = 'releases/2026-01-02-launch.md'
const room = {
  'press.yaml': 'organization: { name: Acme, email: press@example.org }\nlanguage: en\n',
  [file]: release('Acme opens a plant'),
  'templates/contacts.yaml': contacts,
}
const trilingual = join(import.meta.dirname, '../../examples/trilingual')

const webPage = (page: Page): FrameLocator => page.frameLocator('iframe[title^="Web page"]')
const email = (page: Page): FrameLocator => page.frameLocator('iframe[title^="Email"]')

/** Opens a release and waits until it is shown. */
async function open(address: string, query = '', options = {}): Promise<Page> {
  const page = await browser.page(options)
  await page.goto(`${address}?release=${file}${query}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  return page
}
const headlineIn = (frame: FrameLocator) => frame.getByRole('heading', { level: 1 })
/** Something of the document in the first frame, as the page around it sees it. */
const inFrame = <T>(page: Page, expression: string): Promise<T> =>
  page.evaluate<T>(`(({ contentDocument: doc }) => ${expression})(document.querySelector('iframe'))`)
/** The colour on which the headline stands; white where nothing is painted, as in a mail program. */
const ground = (page: Page): Promise<string> =>
  inFrame(
    page,
    `{
      for (let at = doc.querySelector('h1'); at; at = at.parentElement) {
        const colour = getComputedStyle(at).backgroundColor
        if (colour !== 'rgba(0, 0, 0, 0)') return colour
      }
      return 'rgb(255, 255, 255)'
    }`,
  )
const loadedImages = (page: Page): Promise<number> =>
  inFrame(page, '[...doc.images].filter(({ naturalWidth }) => naturalWidth > 1).length')

describe('the formats', () => {
  test('stand side by side in one order, whichever was shown before', async () => {
    const { address } = await previewOf(room)
    const page = await open(address, '&view=text')
    await expect.poll(() => page.getByRole('tabpanel').innerText()).toContain('Acme opened a plant in Turku.')
    await page.getByRole('tab', { name: 'Side by side' }).click()
    const captions = () => page.locator('figcaption').allInnerTexts()
    await expect.poll(captions).toEqual(['Web page, English', 'Email, Apple Mail', 'Plain text'])
  })

  test('stand in tabs: web page, email, plain text, message, and side by side', async () => {
    const { address } = await previewOf(room)
    const page = await open(address)
    await expect.poll(() => headlineIn(webPage(page)).innerText()).toBe('Acme opens a plant')
    await page.getByRole('tab', { name: 'Email' }).click()
    await expect.poll(() => headlineIn(email(page)).innerText()).toBe('Acme opens a plant')
    expect(await page.locator('iframe').count()).toBe(1)
    await page.getByRole('tab', { name: 'Plain text' }).click()
    await expect.poll(() => page.getByRole('tabpanel').innerText()).toContain('Acme opened a plant in Turku.')
    await page.getByRole('tab', { name: 'Message' }).click()
    await expect.poll(() => page.getByRole('tabpanel').innerText()).toContain('Acme <press@example.org>')
    expect(await page.getByRole('tabpanel').innerText()).toContain('X-Unsent: 1')
    await page.getByRole('tab', { name: 'Side by side' }).click()
    await expect.poll(() => headlineIn(webPage(page)).innerText()).toBe('Acme opens a plant')
    await expect.poll(() => headlineIn(email(page)).innerText()).toBe('Acme opens a plant')
    expect(await page.getByRole('tabpanel').innerText()).toContain('Acme opened a plant in Turku.')
  })

  test('the email is shown as each mail client makes it, or as all do', async () => {
    const { address } = await previewOf(room)
    const page = await open(address, '&view=email')
    const client = page.getByRole('combobox', { name: 'Mail client' })
    const names = await client.getByRole('option').allInnerTexts()
    expect(names.length).toBe(10)
    const styles = (): Promise<number> => email(page).locator('style').count()
    await expect.poll(styles).toBeGreaterThan(2)
    await client.selectOption({ label: 'Gmail in a phone’s browser' })
    await expect.poll(styles).toBe(0)
    expect(await page.getByText('drops every style sheet').isVisible()).toBe(true)
    await client.selectOption({ label: 'All of them' })
    await expect.poll(() => page.locator('iframe').count()).toBe(9)
    for (const name of names.slice(0, 9))
      await expect
        .poll(() => headlineIn(page.frameLocator(`iframe[title="Email, ${name}"]`)).innerText())
        .toBe('Acme opens a plant')
  })

  test('frames run no script and send no form', async () => {
    const { address } = await previewOf({
      ...room,
      'press.yaml': 'organization: { name: Acme }\nmarkdown: { html: true }\n',
      'templates/html/partials/footer.hbs':
        '<script>document.title = "ran"</script><img src="x" onerror="document.title = 1">\n',
    })
    const page = await open(address)
    await headlineIn(webPage(page)).waitFor()
    expect(await page.locator('iframe').getAttribute('sandbox')).toBe('allow-same-origin')
    expect(await inFrame(page, 'doc.title')).toBe('Acme opens a plant')
  })
})

describe('how it is shown', () => {
  test.each(['280', '320', '375', '600', '1200', 'Full'])('at a width of %s', async (width) => {
    const { address } = await previewOf(room)
    const page = await open(address, '', { viewport: { width: 1600, height: 900 } })
    await page.getByRole('radio', { name: width, exact: true }).check({ force: true })
    const frame = page.locator('iframe')
    const wanted = width === 'Full' ? ((await page.getByRole('tabpanel').boundingBox())?.width ?? 0) : Number(width)
    await expect
      .poll(async () => Math.abs(((await frame.boundingBox())?.width ?? 0) - wanted))
      .toBeLessThan(width === 'Full' ? 60 : 1)
    expect(await sidewaysScroll(page)).toBe(0)
  })

  test.each(['light', 'dark'] as const)('in light and dark, on a system that is %s', async (colorScheme) => {
    const { address } = await previewIn(trilingual)
    const page = await browser.page({ colorScheme })
    await page.goto(`${address}?release=releases/2026-11-20-press-boat.md`)
    for (const view of ['Web page', 'Email']) {
      await page.getByRole('tab', { name: view }).click()
      await headlineIn(view === 'Email' ? email(page) : webPage(page)).waitFor()
      await page.getByRole('radio', { name: 'Light' }).check({ force: true })
      await expect.poll(() => ground(page)).toBe('rgb(255, 255, 255)')
      const logo = `[...doc.images].filter((one) => one.checkVisibility()).map((one) => one.currentSrc).join(' ')`
      await expect.poll(() => inFrame(page, logo)).toMatch(/logo\.png$/)
      await page.getByRole('radio', { name: 'Dark' }).check({ force: true })
      await expect.poll(() => ground(page)).toMatch(/^rgb\((?:[0-5]?\d), (?:[0-5]?\d), (?:[0-5]?\d)\)$/)
      expect(await inFrame(page, 'getComputedStyle(doc.documentElement).colorScheme')).toBe('dark')
      await expect.poll(() => inFrame(page, logo)).toMatch(/\/logo-dark\.png$/)
    }
  })

  test('without images, and with them', async () => {
    const { address } = await previewIn(trilingual)
    const page = await browser.page()
    await page.goto(`${address}?release=releases/2026-09-15-seagrass-returns/index.fr.md&view=email`)
    await expect.poll(() => loadedImages(page)).toBeGreaterThan(1)
    await page.getByRole('checkbox', { name: 'Images' }).uncheck()
    await expect.poll(() => loadedImages(page)).toBe(0)
    await page.getByRole('tab', { name: 'Web page' }).click()
    await page.getByRole('checkbox', { name: 'Images' }).check()
    await expect.poll(() => loadedImages(page)).toBeGreaterThan(1)
  })

  test('in its other languages, by the page’s own links too', async () => {
    const { address } = await previewIn(trilingual)
    const page = await browser.page()
    await page.goto(`${address}?release=releases/2026-11-10-marseille-desk.md&width=375`)
    await page.getByRole('navigation', { name: 'Languages' }).getByRole('link', { name: 'العربية' }).click()
    await expect.poll(() => page.getByRole('heading', { level: 1 }).getAttribute('dir')).toBe('rtl')
    expect(new URL(page.url()).searchParams.get('width')).toBe('375')
    await webPage(page).getByRole('link', { name: 'Français' }).first().click()
    await expect
      .poll(() => new URL(page.url()).searchParams.get('release'))
      .toBe('releases/2026-11-10-marseille-desk.fr.md')
    await expect
      .poll(() => page.getByRole('navigation', { name: 'Languages' }).locator('[aria-current]').innerText())
      .toBe('Français')
  })

  test('in another language by a link of its own: by the keyboard, and in a tab of its own', async () => {
    const { address } = await previewIn(trilingual)
    const page = await browser.page()
    await page.goto(`${address}?release=releases/2026-11-10-marseille-desk.md`)
    const link = webPage(page).getByRole('link', { name: 'Français' }).first()
    const there = await link.evaluate<string, { readonly href: string }>(({ href }) => href)
    await link.press('Enter')
    const headline = page.getByRole('heading', { level: 1 }).first()
    await expect.poll(() => headline.getAttribute('lang')).toBe('fr')
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('headline')
    await page.goto(there)
    expect(new URL(page.url()).search).toBe(
      `?release=${encodeURIComponent('releases/2026-11-10-marseille-desk.fr.md')}`,
    )
    await expect.poll(() => headline.getAttribute('lang')).toBe('fr')
  })

  test('as usual where an old or mistyped address says what there is not', async () => {
    const { address } = await previewOf(room)
    const page = await open(address, '&view=foo&width=7')
    await expect.poll(() => headlineIn(webPage(page)).innerText()).toBe('Acme opens a plant')
    expect(await page.getByRole('tab', { selected: true }).getAttribute('tabindex')).toBe('0')
    expect(await page.getByRole('radio', { name: 'Full' }).isChecked()).toBe(true)
    await page.goto(`${address}?release=${file}&view=email&client=foo`)
    await expect.poll(() => headlineIn(email(page)).innerText()).toBe('Acme opens a plant')
    await page.goto(`${address}?state=foo`)
    await expect.poll(() => page.getByRole('listitem').count()).toBe(1)
  })

  test('with a box in the place of a picture from elsewhere, also after a save', async () => {
    const picture = '![A pump](https://pictures.example.org/pump.png)'
    const { address, save } = await previewOf({ ...room, [file]: release('With a picture', '', picture) })
    const page = await open(address)
    const shown = (): Promise<string> =>
      inFrame(page, `[...doc.images].map(({ alt, title, naturalWidth }) => [alt, title, naturalWidth > 1]).join()`)
    const box = 'A pump,Not fetched for the preview: pictures.example.org,true'
    await expect.poll(shown).toBe(box)
    save(file, release('Saved again', '', picture))
    await expect.poll(() => headlineIn(webPage(page)).innerText()).toBe('Saved again')
    expect(await shown()).toBe(box)
  })

  test('in forced colours, where a line below it tells what is chosen', async () => {
    const { address } = await previewOf(room)
    const page = await open(address, '', { forcedColors: 'active' })
    const lines = (selector: string): Promise<string[]> =>
      page.evaluate<string[]>(
        `[...new Set([...document.querySelectorAll('${selector}')].map((one) => getComputedStyle(one).borderBottomColor))]`,
      )
    const ground = await page.evaluate('getComputedStyle(document.body).backgroundColor')
    for (const [chosen, others] of [
      ['[aria-selected=true]', '[aria-selected=false]'],
      ['#width :checked + span', '#width :not(:checked) + span'],
    ] as const) {
      await expect.poll(() => lines(others)).toEqual([ground])
      expect(await lines(chosen)).not.toEqual([ground])
    }
  })

  test('the address holds all of it: reload, back and forward, another tab', async () => {
    const { address } = await previewOf(room)
    const page = await open(address)
    await page.getByRole('tab', { name: 'Email' }).click()
    await page.getByRole('combobox', { name: 'Mail client' }).selectOption({ label: 'Yahoo Mail and AOL' })
    await page.getByRole('radio', { name: '375' }).check({ force: true })
    await page.getByRole('radio', { name: 'Dark' }).check({ force: true })
    await page.getByRole('checkbox', { name: 'Images' }).uncheck()
    const there = async (tab: Page): Promise<unknown> => [
      await tab.getByRole('tab', { name: 'Email' }).getAttribute('aria-selected'),
      await tab.getByRole('combobox').inputValue(),
      await tab.getByRole('radio', { name: '375' }).isChecked(),
      await tab.getByRole('radio', { name: 'Dark' }).isChecked(),
      await tab.getByRole('checkbox', { name: 'Images' }).isChecked(),
    ]
    const all = ['true', 'yahoo', true, true, false]
    await expect.poll(() => there(page)).toEqual(all)
    const other = await browser.page()
    await other.goto(page.url())
    await expect.poll(() => there(other)).toEqual(all)
    await page.reload()
    await expect.poll(() => there(page)).toEqual(all)
    await page.goBack()
    await page.goBack()
    await expect.poll(() => there(page)).toEqual(['true', 'yahoo', true, false, true])
    await page.goForward()
    await expect.poll(() => there(page)).toEqual(['true', 'yahoo', true, true, true])
  })
})

describe('what is said of it', () => {
  test('its state, its words and how long they take', async () => {
    const { address } = await previewOf({ ...room, [file]: release('Long', '', 'Word '.repeat(700)) })
    const page = await open(address)
    await expect.poll(() => page.getByText('700 words, 3 minutes to read').isVisible()).toBe(true)
    expect(await page.getByText('Public', { exact: true }).isVisible()).toBe(true)
  })

  test('problems stand beside it, and a press opens the file at the line in the editor', async () => {
    const folder = temporaryFolder()
    const log = join(folder, 'opened')
    mkdirSync(join(folder, 'bin'))
    const code = join(folder, 'bin/code')
    writeFileSync(code, `#!/bin/sh\nprintf '%s\\n' "$@" > '${log}.part' && mv '${log}.part' '${log}'\n`)
    chmodSync(code, 0o755)
    const { address, root } = await previewOf(
      { ...room, [file]: release('Acme opens', '', 'It opens on Tuesday, January 7, 2026. See [the plan](#).') },
      { env: { PATH: `${join(folder, 'bin')}:/usr/bin:/bin` } },
    )
    const page = await open(address)
    const problems = page.getByRole('complementary', { name: 'Problems' })
    const weekday = problems.getByRole('listitem').filter({ hasText: 'weekday' })
    await expect.poll(() => weekday.innerText()).toContain('Wednesday')
    expect(await weekday.innerText()).toContain('Error')
    expect(await weekday.locator('mark').innerText()).toBe('Tuesday, January 7, 2026')
    expect(await problems.getByRole('listitem').filter({ hasText: 'placeholder-link' }).innerText()).toContain(
      'Warning',
    )
    await weekday.getByRole('button', { name: `Open ${file}:7:13` }).click()
    await expect.poll(() => page.getByRole('status').filter({ hasText: 'in the editor' }).count()).toBe(1)
    await expect.poll(() => readFileSync(log, 'utf8')).toBe(`-g\n${join(root, file)}:7:13\n`)
  })

  test('without an editor places are only told', async () => {
    const { address } = await previewOf({ ...room, [file]: release('Acme opens', '', 'See [the plan](#).') })
    const page = await open(address)
    const problem = page.getByRole('complementary').getByRole('listitem').filter({ hasText: 'placeholder-link' })
    await expect.poll(() => problem.innerText()).toContain(`${file}:7:5`)
    expect(await problem.getByRole('button').count()).toBe(0)
    await page.getByRole('complementary', { name: 'Problems' }).focus()
    expect(await page.evaluate('document.activeElement.tagName'), 'so that the keyboard can scroll it').toBe('ASIDE')
  })
})

describe.each([
  ['draft: true\n', 'Draft: not for publication', 'DRAFT-launch.eml'],
  [
    'embargo: 2026-12-01 09:00 Europe/Amsterdam\n',
    'Embargoed: not for publication before Dec 1, 2026, 09:00 Europe/Amsterdam',
    'EMBARGOED-launch.eml',
  ],
])('a release with %s', (front, warning, name) => {
  const kept = release('Acme opens a plant', front).replace('2026-01-02', '2026-12-01')
  test('says so around what is shown, and when it is taken along', async () => {
    const { address } = await previewOf({ ...room, [file]: kept })
    const page = await open(address, '', { permissions: ['clipboard-read', 'clipboard-write'] })
    for (const tab of ['Web page', 'Email', 'Plain text', 'Message', 'Side by side']) {
      await page.getByRole('tab', { name: tab }).click()
      await expect.poll(() => page.getByRole('tabpanel').getByText(warning).isVisible()).toBe(true)
    }
    await page.getByRole('button', { name: 'Copy text' }).click()
    await expect
      .poll(() =>
        page
          .getByRole('alert')
          .filter({ hasText: `Copied. ${warning}` })
          .count(),
      )
      .toBe(1)
    await page.getByRole('button', { name: 'Close' }).click()
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download .eml', exact: true }).click(),
    ])
    expect(saved.suggestedFilename()).toBe(name)
    await expect
      .poll(() =>
        page
          .getByRole('alert')
          .filter({ hasText: `Downloaded. ${warning}` })
          .count(),
      )
      .toBe(1)
  })
})

describe('a release under embargo that cannot be read', () => {
  const kept = release('Acme opens a plant', 'embargo: 2026-11-24 09:00\n').replace('2026-01-02', '2026-11-24')
  const french = 'releases/2026-01-02-launch.fr.md'
  const newYork = { ...room, 'press.yaml': 'organization: { name: Acme }\ntime-zone: America/New_York\n' }
  const warning = 'Embargoed: not for publication before Nov 24, 2026, 09:00 America/New York'
  const frame = (page: Page): Promise<boolean> => page.getByRole('tabpanel').getByText(warning).isVisible()

  test('keeps its frame, its state and its headline as long as its text is shown, and so do its translations', async () => {
    const { address, save } = await previewOf({
      ...newYork,
      [file]: kept,
      [french]: '---\nheadline: L’usine ouvre\n---\n\nActon.\n',
    })
    const page = await open(address)
    const translated = await browser.page()
    await translated.goto(`${address}?release=${french}`)
    for (const one of [page, translated]) await expect.poll(() => frame(one)).toBe(true)
    const fault = (one: Page) => one.getByRole('alert').filter({ hasText: 'This text cannot be rendered' })
    save(file, kept.replace('headline: ', 'headline: "'))
    for (const one of [page, translated]) {
      await expect.poll(() => fault(one).innerText()).toContain('Unclosed quotation mark')
      await expect
        .poll(() => one.getByText('Embargoed until Nov 24, 2026, 09:00 America/New York; cannot').count())
        .toBe(1)
      expect(await frame(one)).toBe(true)
    }
    expect(await page.getByRole('heading', { level: 1 }).first().innerText()).toBe('Acme opens a plant')
    save('press.yaml', 'organization: { name: Acme\n')
    await expect.poll(() => fault(page).innerText()).toContain('press.yaml')
    await page.reload()
    await expect.poll(() => frame(page)).toBe(true)
    expect(await page.getByRole('banner').getByRole('link').innerText()).toBe('Acme')
    save('press.yaml', newYork['press.yaml'])
    save(file, kept.replace(/embargo.*\n/, ''))
    for (const one of [page, translated]) await expect.poll(() => frame(one)).toBe(false)
  })

  test('and never could be, is not for publication', async () => {
    const { address } = await previewOf({ ...newYork, [file]: kept.replace('headline: ', 'headline: "') })
    const page = await open(address)
    const unknown = page.getByRole('tabpanel').getByText('State not known: not for publication')
    await expect.poll(() => unknown.isVisible()).toBe(true)
  })
})

describe('taking it along', () => {
  const allowed = { permissions: ['clipboard-read', 'clipboard-write'] }
  const clipboard = (page: Page): Promise<Record<string, string>> =>
    page.evaluate<Record<string, string>>(`(async () => {
      const [item] = await navigator.clipboard.read()
      return Object.fromEntries(await Promise.all(item.types.map(async (type) => [type, await (await item.getType(type)).text()])))
    })()`)

  test('Copy for Outlook / Gmail puts the email on the clipboard: styles in elements, no style sheet, nothing hidden', async () => {
    const { address } = await previewOf({
      ...room,
      [file]: release('Acme opens a plant', 'summary: Nobody sees this line\n'),
    })
    const page = await open(address, '', allowed)
    await page.getByRole('button', { name: 'Copy for Outlook / Gmail' }).click()
    await expect.poll(() => page.getByRole('status').filter({ hasText: 'Copied' }).count()).toBe(1)
    const { 'text/html': html = '', 'text/plain': text = '' } = await clipboard(page)
    expect(html).toContain('Acme opens a plant</h1>')
    expect(html).toMatch(/<h1[^>]* style="[^"]*font-size: ?\d+px/)
    expect(html).toContain('href="mailto:ana@example.org"')
    expect(html).not.toMatch(/<style|<script|<!--\[if|Nobody sees this line/)
    expect(text).toContain('Acme opened a plant in Turku.')
    expect(text).not.toContain('<')
  })

  test('what is copied can be pasted into a message that is being written', async () => {
    const { address } = await previewOf(room)
    const page = await open(address, '', allowed)
    await page.getByRole('button', { name: 'Copy for Outlook / Gmail' }).click()
    await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor()
    await page.evaluate(
      `document.body.insertAdjacentHTML('beforeend', '<div contenteditable="true" aria-label="Message" role="textbox"></div>')`,
    )
    const message = page.getByRole('textbox', { name: 'Message' })
    await message.focus()
    await page.keyboard.press('ControlOrMeta+V')
    await expect.poll(() => message.getByRole('heading', { name: 'Acme opens a plant' }).count()).toBe(1)
    expect(await message.getByRole('link', { name: 'ana@example.org' }).count()).toBe(1)
  })

  test('nothing can be taken along before the release is known', async () => {
    const { address } = await previewOf(room)
    const page = await browser.page(allowed)
    let go = (): void => {}
    const held = new Promise<void>((resolve) => (go = resolve))
    await page.route('**/api/release?*', async (route) => {
      await held
      await route.continue()
    })
    await page.goto(`${address}?release=${file}`)
    const enabled = page.getByRole('group', { name: 'Take it along' }).locator('button:enabled')
    await page.getByRole('link', { name: 'Acme', exact: true }).waitFor()
    await page.getByText('Reading …').waitFor()
    expect(await enabled.count()).toBe(0)
    go()
    await expect.poll(() => enabled.count()).toBe(3)
    await page.getByRole('button', { name: 'Copy text' }).click()
    await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor()
  })

  test('Copy text puts the plain text there', async () => {
    const { address } = await previewOf(room)
    const page = await open(address, '', allowed)
    await page.getByRole('button', { name: 'Copy text' }).click()
    await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor()
    expect(Object.keys(await clipboard(page))).toEqual(['text/plain'])
    expect((await clipboard(page))['text/plain']).toContain('Acme opened a plant in Turku.')
  })

  // Chromium lets a page copy for five seconds after a click; a machine that is busy may take longer to fetch the text.
  test('without the clipboard’s interface it is copied all the same, or by hand', { retry: 2 }, async () => {
    const { address } = await previewOf(room)
    const page = await browser.page(allowed)
    await page.addInitScript(
      'Object.defineProperty(navigator, "clipboard", { value: { write: () => Promise.reject(new Error()) }, configurable: true })',
    )
    await page.goto(`${address}?release=${file}`)
    await page.getByRole('button', { name: 'Copy text' }).click()
    await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor()
    await page.evaluate('document.execCommand = () => false')
    await page.getByRole('button', { name: 'Copy text' }).click()
    const dialog = page.getByRole('dialog', { name: 'Copy it by hand' })
    await expect.poll(() => dialog.getByRole('textbox').inputValue()).toContain('Acme opened a plant in Turku.')
    await dialog.getByRole('button', { name: 'Close' }).click()
    await page.getByRole('button', { name: 'Copy for Outlook / Gmail' }).click()
    await expect
      .poll(() => dialog.frameLocator('iframe').getByRole('heading', { level: 1 }).innerText())
      .toBe('Acme opens a plant')
  })

  test('Download .eml saves a message that opens as a draft', async () => {
    const { address } = await previewOf(room)
    const page = await open(address)
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download .eml', exact: true }).click(),
    ])
    expect(saved.suggestedFilename()).toBe('launch.eml')
    const message = await PostalMime.parse(readFileSync(await saved.path()))
    expect(message.subject).toBe('Acme opens a plant')
    expect(message.headers.find(({ key }) => key === 'x-unsent')?.value).toBe('1')
    expect(message.text).toContain('Acme opened a plant in Turku.')
    expect(message.html).toContain('Acme opens a plant')
  })

  test('without an address to come from there is no message, and the page says why', async () => {
    const { address } = await previewOf({ ...room, 'press.yaml': 'organization: { name: Acme }\n' })
    const page = await open(address)
    await page.getByRole('button', { name: 'Download .eml' }).click()
    await expect.poll(() => page.getByRole('alert').filter({ hasText: 'mail.from' }).count()).toBe(1)
  })
})

describe('by the keyboard alone', () => {
  test('from the list to a format, a width and back', async () => {
    const { address } = await previewOf(room)
    const page = await browser.page()
    await page.goto(address)
    await page.getByRole('listitem').first().waitFor()
    const press = async (...keys: string[]): Promise<void> => {
      for (const key of keys) await page.keyboard.press(key)
    }
    const focused = (): Promise<string> =>
      page.evaluate<string>(
        'document.activeElement.textContent.trim() || document.activeElement.value || document.activeElement.id',
      )
    const tabTo = async (wanted: string): Promise<void> => {
      for (let n = 0; n < 40 && !(await focused()).startsWith(wanted); n++) await press('Tab')
      expect(await focused()).toContain(wanted)
    }
    await press('Tab')
    expect(await focused()).toBe('Skip to the content')
    await tabTo('Acme opens a plant')
    await press('Enter')
    await expect.poll(focused).toBe('Acme opens a plant')
    await tabTo('Web page')
    await press('ArrowRight')
    expect(await focused()).toBe('Email')
    await expect.poll(() => headlineIn(email(page)).innerText()).toBe('Acme opens a plant')
    await press('End')
    expect(await focused()).toBe('Side by side')
    await press('ArrowRight')
    expect(await focused()).toBe('Web page')
    await tabTo('full')
    await press('ArrowLeft')
    await expect.poll(() => page.getByRole('radio', { name: '1200' }).isChecked()).toBe(true)
    await page.goBack()
    await expect.poll(() => page.getByRole('radio', { name: 'Full' }).isChecked()).toBe(true)
    await page.getByRole('link', { name: 'All releases' }).focus()
    await press('Enter')
    await expect.poll(() => page.getByRole('heading', { level: 1, name: 'Releases' }).isVisible()).toBe(true)
  })
})

// Colours do not hang on the width, nor the order on the colours: two of the four say what all would.
describe.each([
  ['light', 375],
  ['dark', 1280],
] as const)('for everybody, in %s at a width of %s', (colorScheme, width) => {
  test('axe finds nothing, and nobody scrolls sideways', async () => {
    const { address } = await previewOf({
      ...room,
      [file]: release(
        'Acme opens a plant',
        'draft: true\n',
        'It opens on Tuesday, January 7, 2026. See [the plan](#).',
      ),
      'releases/2026-01-02-launch.fr.md': '---\nheadline: L’usine ouvre\n---\n\nActon.\n',
      'releases/2026-01-01-broken.md': release('Broken', 'contacts: [nobody]\n').replace('contacts: [ana]\n', ''),
    })
    const page = await browser.page({ colorScheme, viewport: { width, height: 800 } })
    for (const query of ['', '&view=email&client=all', '&view=text', '&view=eml', '&view=all&width=1200']) {
      await page.goto(`${address}?release=${file}${query}`)
      await page.getByRole('complementary').getByRole('listitem').first().waitFor()
      expect(await axeFindings(page), query).toEqual([])
      expect(`${query} ${await sidewaysScroll(page)}`).toBe(`${query} 0`)
    }
    await page.goto(`${address}?release=releases/2026-01-01-broken.md`)
    await page.getByRole('heading', { name: 'This text cannot be rendered' }).waitFor()
    expect(await axeFindings(page)).toEqual([])
  }, 120_000)
})

test('nobody scrolls sideways for a word that is longer than the screen is wide', async () => {
  const word = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'
  const { address } = await previewOf({ ...room, [file]: release(word) })
  const page = await browser.page({ viewport: { width: 320, height: 800 } })
  await page.goto(`${address}?release=${file}`)
  await expect.poll(() => page.getByRole('heading', { level: 1 }).first().innerText()).toBe(word)
  expect(await sidewaysScroll(page)).toBe(0)
  await page.goto(address)
  await page.getByRole('link', { name: word }).waitFor()
  expect(await sidewaysScroll(page)).toBe(0)
})

describe('the problems', () => {
  test('are without what press.yaml turns off', async () => {
    const settings = `${room['press.yaml']}check: { placeholder-link: off }\n`
    const text = release('Acme opens', '', 'It opens on Tuesday, January 7, 2026. See [the plan](#).')
    const { address } = await previewOf({ ...room, 'press.yaml': settings, [file]: text })
    const page = await open(address)
    const problems = page.getByRole('complementary', { name: 'Problems' })
    await expect.poll(() => problems.innerText()).toContain('weekday')
    expect(await problems.innerText()).not.toContain('placeholder-link')
  })

  test('are all told of beside a faulty contact', async () => {
    const { address } = await previewOf({
      ...room,
      'templates/contacts.yaml': contacts.replace('@', ' @'),
      [file]: release('Acme opens', '', 'It opens on Tuesday, January 7, 2026, with {{fact "boats"}} boats.'),
    })
    const page = await open(address)
    const problems = page.getByRole('complementary', { name: 'Problems' })
    await expect.poll(() => problems.innerText()).toContain('weekday')
    expect(await page.getByText('No email address').count()).toBeGreaterThan(0)
    expect(await problems.innerText()).toContain('Unknown fact "boats"')
  })
})
